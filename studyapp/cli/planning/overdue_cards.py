"""The action `spread-overdue` of `studyapp plan`."""

from types import SimpleNamespace

from studyapp.cli.messages.counts import count
from studyapp.core.study.study_day import calendar_date
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.library.deck_library import Library
from studyapp.services.options.clock import Clock
from studyapp.services.plans.backlog import MAX_SPREAD_DAYS, Backlog, BacklogPlan
from studyapp.services.plans.backlog_loading import load_backlog
from studyapp.services.plans.backlog_spreading import spread_backlog
from studyapp.store.collection import Collection
from studyapp.terminal_output import print_json_line, print_line


def spread_overdue(
    options: SimpleNamespace,
    collection: Collection,
    library: Library,
    languages: CardLanguages,
    clock: Clock,
) -> str:
    """Spread the overdue cards of all decks, and return what is wrong with the options, if anything."""
    if options.days is not None and options.days > MAX_SPREAD_DAYS:
        return f"overdue cards can be spread over {MAX_SPREAD_DAYS} days at most"
    backlog = load_backlog(collection, library.visible_deck_ids, clock, languages)
    plan = _choose_plan(options, backlog)
    if plan is None:
        if options.days is not None:
            return "all of these days are off"
        return f"that takes more than {MAX_SPREAD_DAYS} days; {backlog.gentlest_plan().minutes} minutes a day are enough"
    if not options.dry_run:
        spread_backlog(collection, plan, clock, pauses_new_cards=not options.no_pause)
    if options.json:
        print_json_line(_to_json(options, backlog, plan))
    else:
        _print(options, backlog, plan)
    return ""


def _choose_plan(options: SimpleNamespace, backlog: Backlog) -> BacklogPlan | None:
    if options.days is not None:
        return backlog.plan_within(options.days)
    return backlog.suggest_plan() if options.minutes is None else backlog.plan(options.minutes)


def _print(options: SimpleNamespace, backlog: Backlog, plan: BacklogPlan) -> None:
    if not backlog.overdue:
        print_line("No cards are overdue.")
        return
    cards, days = count(len(backlog.overdue), "overdue card"), count(plan.days, "day")
    print_line(f"{cards} over {days}, {count(plan.minutes, 'minute')} of reviews a day.")
    for day, number in enumerate(backlog.daily_counts_after(plan)[: plan.days]):
        print_line(f"{calendar_date(plan.today + day).isoformat()} {number:>6}")
    if not options.no_pause:
        print_line(f"New cards pause until {calendar_date(plan.first_day_after).isoformat()}.")


def _to_json(options: SimpleNamespace, backlog: Backlog, plan: BacklogPlan) -> dict[str, object]:
    is_paused = bool(backlog.overdue) and not options.no_pause
    counts = backlog.daily_counts_after(plan)[: plan.days]
    return {
        "overdue": len(backlog.overdue),
        "days_without_reviews": backlog.break_days,
        "minutes_a_day": plan.minutes,
        "days": [
            {"date": calendar_date(plan.today + day).isoformat(), "cards": number}
            for day, number in enumerate(counts)
        ],
        "new_cards_paused_until": calendar_date(plan.first_day_after).isoformat() if is_paused else None,
    }

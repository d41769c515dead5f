"""The command `studyapp plan`: exams, days off and overdue cards."""

import sys
from collections.abc import Iterator
from datetime import date
from random import Random
from types import SimpleNamespace

from studyapp import paths
from studyapp.cli.messages.counts import count
from studyapp.cli.planning.overdue_cards import spread_overdue
from studyapp.core.days_off.days_off_range import check_days_off
from studyapp.core.days_off.shifted_reviews import ShiftDirection
from studyapp.core.exam_plan.exam import Exam, check_exam, is_same_name
from studyapp.core.exam_plan.exam_scope import scope_of_decks
from studyapp.core.search.query_error import QueryError
from studyapp.core.study.study_day import calendar_date, study_day_of_date
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.library.deck_library import Library
from studyapp.services.options.clock import Clock
from studyapp.services.options.window_languages import languages_of_window
from studyapp.services.plans.backlog_spreading import load_new_card_pause, resume_new_cards
from studyapp.services.plans.days_off import (
    DaysOffPreview,
    ReviewShift,
    list_days_off,
    plan_days_off,
    preview_days_off,
    remove_days_off,
)
from studyapp.services.plans.exams import (
    ExamPlan,
    bring_forward,
    delete_exam,
    find_cards_due_too_late,
    list_exams,
    load_exam_plan,
    save_exam,
    update_exam_cards,
)
from studyapp.store.collection import Collection
from studyapp.terminal_output import print_json_line, print_line


def run_plan(options: SimpleNamespace, collection: Collection, library: Library, clock: Clock) -> str:
    """Run the action of the command and return what is wrong with it, if anything."""
    match options.action:
        case "add-exam":
            return _add_exam(options, collection, library, clock)
        case "remove-exam":
            return "" if delete_exam(collection, options.name) else f"there is no exam named {options.name}"
        case "add-days-off":
            return _add_days_off(options, collection, clock)
        case "remove-days-off":
            return _remove_days_off(options, collection)
        case "spread-overdue":
            return spread_overdue(options, collection, library, _window_languages(options), clock)
        case "resume-new-cards":
            resume_new_cards(collection)
        case _:
            _list_plans(options, collection, library, clock)
    return ""


def _window_languages(options: SimpleNamespace) -> CardLanguages:
    """Return the card languages of the window: with others, the window and the terminal would find different cards."""
    return languages_of_window(paths.data_folder(options.data))


def _list_plans(options: SimpleNamespace, collection: Collection, library: Library, clock: Clock) -> None:
    update_exam_cards(collection, library, _window_languages(options), clock)
    plans = [load_exam_plan(collection, exam, clock, Random(0).random) for exam in list_exams(collection)]
    days_off = list_days_off(collection, clock.today())
    pause = load_new_card_pause(collection, clock.today())
    if options.json:
        print_json_line(
            {
                "exams": list(map(_exam_to_json, plans)),
                "days_off": list(map(_days_to_json, days_off)),
                "new_cards_paused_until": pause and calendar_date(pause).isoformat(),
            }
        )
        return
    for plan in plans:
        print_line(" ".join(_describe_exam(plan)))
    for days in days_off:
        first, last = (calendar_date(day).isoformat() for day in (days.start, days.stop - 1))
        print_line(f"Days off: {first} to {last}." if len(days) > 1 else f"Day off: {first}.")
    if pause is not None:
        print_line(f"New cards are paused until {calendar_date(pause).isoformat()}.")
    if not plans and not days_off and pause is None:
        print_line("Nothing is planned.")


def _describe_exam(plan: ExamPlan) -> Iterator[str]:
    exam = plan.exam
    yield f"{exam.name}, {calendar_date(exam.day).isoformat()}: {count(plan.cards, 'card')}."
    if plan.days_left <= 0:
        yield "The exam is over." if plan.days_left < 0 else "The exam is today."
        return
    yield f"{count(plan.days_left, 'day')} left, {count(plan.pace.today, 'new card')} today."
    if plan.pace.paused_until is not None:
        yield f"New cards are paused until {calendar_date(plan.pace.paused_until).isoformat()}."
    if plan.pace.per_day > plan.new_limit:
        yield (
            f"All cards would be introduced with {plan.pace.per_day} new cards a day, "
            f"but the limits allow {plan.new_limit}."
        )
    if plan.forecast is not None:
        yield (
            f"About {plan.forecast.expected:.0%} ({plan.forecast.low:.0%} to {plan.forecast.high:.0%}) "
            f"will be recalled; the target is {exam.target_percent}%."
        )


def _exam_to_json(plan: ExamPlan) -> dict[str, object]:
    forecast = plan.forecast
    return {
        "name": plan.exam.name,
        "date": calendar_date(plan.exam.day).isoformat(),
        "search": plan.exam.scope,
        "target": plan.exam.target_percent / 100,
        "days_left": plan.days_left,
        "cards": plan.cards,
        "new_cards": plan.new_cards,
        "new_cards_today": plan.pace.today,
        "new_cards_per_day": plan.pace.per_day,
        "new_cards_until": calendar_date(plan.pace.last_day).isoformat(),
        "limit_of_new_cards": plan.new_limit,
        "expected": forecast and round(forecast.expected, 4),
        "expected_low": forecast and round(forecast.low, 4),
        "expected_high": forecast and round(forecast.high, 4),
    }


def _days_to_json(days: range) -> dict[str, str]:
    return {"first": calendar_date(days.start).isoformat(), "last": calendar_date(days.stop - 1).isoformat()}


def _add_exam(options: SimpleNamespace, collection: Collection, library: Library, clock: Clock) -> str:
    scope = options.search or scope_of_decks(options.deck or ())
    exam = Exam(options.name.strip(), study_day_of_date(options.day), clock.today(), scope, options.target)
    replaced = next((one for one in list_exams(collection) if is_same_name(one.name, exam.name)), None)
    if replaced is not None and not options.replace:
        return f"there already is an exam named {replaced.name}; --replace plans it anew"
    problem = check_exam(exam)
    if problem is not None:
        return str(problem)
    if replaced is not None:
        exam = exam._replace(planned_on=replaced.planned_on)
    try:
        cards = save_exam(
            collection,
            library,
            _window_languages(options),
            clock,
            exam,
            replaced.name if replaced is not None else "",
        )
    except QueryError as error:
        for line in error.point_at_mistake(scope).splitlines():
            print_line(line, output=sys.stderr)
        return str(error)
    if not cards:
        print_line("studyapp: no card matches now", output=sys.stderr)
    late = find_cards_due_too_late(collection, exam, clock)
    if late and options.bring_forward:
        bring_forward(collection, exam, late, clock)
        print_line(f"{count(len(late), 'card')} brought forward.")
    elif late:
        print_line(f"{count(len(late), 'card')} due after the exam; --bring-forward moves them before it.")
    print_line(" ".join(_describe_exam(load_exam_plan(collection, exam, clock, Random(0).random))))
    return ""


def _first_and_last_day(options: SimpleNamespace) -> tuple[int, int]:
    last: date = options.last or options.first
    return study_day_of_date(options.first), study_day_of_date(last)


def _add_days_off(options: SimpleNamespace, collection: Collection, clock: Clock) -> str:
    first, last = _first_and_last_day(options)
    problem = check_days_off(first, last, clock.today())
    if problem is not None:
        return str(problem)
    preview = preview_days_off(collection, range(first, last + 1), clock)
    direction = {
        None: ShiftDirection.NOT_MOVED,
        "before": ShiftDirection.BEFORE,
        "after": ShiftDirection.AFTER,
    }[options.move]
    if direction not in preview.shifts:
        return "no day is left before these days"
    print_line(f"{count(preview.reviews, 'review')} due on {count(len(preview.days), 'day')} off.")
    _describe_shifts(preview)
    if not options.dry_run:
        plan_days_off(collection, preview, clock, direction)
    return ""


def _remove_days_off(options: SimpleNamespace, collection: Collection) -> str:
    first, last = _first_and_last_day(options)
    problem = check_days_off(first, last, first)
    if problem is not None:
        return str(problem)
    return "" if remove_days_off(collection, range(first, last + 1)) else "none of these days is a day off"


_NAME_BY_DIRECTION = {
    ShiftDirection.NOT_MOVED: "Not moved",
    ShiftDirection.BEFORE: "Moved before",
    ShiftDirection.AFTER: "Moved after",
}


def _describe_shifts(preview: DaysOffPreview) -> None:
    for direction, shift in preview.shifts.items() if preview.reviews else ():
        print_line(f"{_NAME_BY_DIRECTION[direction]}: {_describe_shift(shift)}")


def _describe_shift(shift: ReviewShift) -> str:
    more = "more" if shift.forgotten_more >= 0 else "fewer"
    return (
        f"{shift.minutes_a_day:.0f} minutes more on each of {count(shift.days, 'day')}, "
        f"about {abs(shift.forgotten_more):.1f} cards {more} forgotten."
    )

"""The command `studyapp simulate`."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import mean
from types import SimpleNamespace

from studyapp.cli.messages.counts import count
from studyapp.core.study.study_day import calendar_date
from studyapp.core.text.localized_text import CardLanguages
from studyapp.core.workload.habits import MIN_RATINGS
from studyapp.core.workload.simulated_study import SimulatedDay
from studyapp.services.library.deck_library import Library
from studyapp.services.options.option_storage import make_study_clock
from studyapp.services.workload.simulating import simulate_days
from studyapp.services.workload.study_loading import LoadedStudy, load_study
from studyapp.store.collection import Collection
from studyapp.system_dependencies import system_clock
from studyapp.terminal_output import print_json_line, print_line

_DAYS_A_LINE = 30


def print_simulation(options: SimpleNamespace, collection: Collection, library: Library) -> None:
    """Print the expected work of the coming days."""
    clock = make_study_clock(collection, system_clock())
    decks = tuple(options.deck or library.visible_deck_ids)
    loaded = load_study(collection, decks, clock, CardLanguages(options.language))
    loaded = _override(loaded, options)
    days = list(simulate_days(loaded, options.days))
    if options.json:
        print_json_line(_to_json(loaded, days))
    else:
        for line in _format(loaded, days):
            print_line(line)


def _override(loaded: LoadedStudy, options: SimpleNamespace) -> LoadedStudy:
    """Return what to simulate with the values of the command line instead of those of the options."""
    if options.retention is not None:
        scheduler = replace(loaded.study.scheduler, desired_retention=options.retention / 100)
        loaded = loaded._replace(study=loaded.study._replace(scheduler=scheduler))
    if options.minutes is not None:
        loaded = loaded._replace(minutes=options.minutes)
    if options.new is not None:
        loaded = loaded._replace(limits=loaded.limits._replace(new_cards=options.new))
    return loaded


def _to_json(loaded: LoadedStudy, days: Sequence[SimulatedDay]) -> dict[str, object]:
    return {
        "retention": loaded.study.scheduler.desired_retention,
        "minutes_a_day": loaded.minutes,
        "ratings": loaded.rating_count,
        "days": [
            {
                "date": calendar_date(day.day).isoformat(),
                "reviews": day.reviews,
                "new_cards": day.new_cards,
                "waiting": day.waiting,
                "minutes": round(day.minutes, 1),
                "remembered": round(day.remembered, 1),
            }
            for day in days
        ],
    }


def _format(loaded: LoadedStudy, days: Sequence[SimulatedDay]) -> Iterator[str]:
    """Yield a line for each month, and what to make of them."""
    retention = round(loaded.study.scheduler.desired_retention * 100)
    minutes = f"{count(loaded.minutes, 'minute')} per day" if loaded.minutes else "no minutes per day set"
    yield f"Desired retention {retention}%, {minutes}."
    yield f"{'until':>10} {'reviews/day':>12} {'new/day':>8} {'minutes/day':>12} {'waiting':>8} {'remembered':>11}"
    for start in range(0, len(days), _DAYS_A_LINE):
        month = days[start : start + _DAYS_A_LINE]
        reviews, new_cards = mean(day.reviews for day in month), mean(day.new_cards for day in month)
        yield (
            f"{calendar_date(month[-1].day).isoformat():>10} {reviews:12.1f} {new_cards:8.1f} "
            f"{mean(day.minutes for day in month):12.1f} {month[-1].waiting:8} {month[-1].remembered:11.0f}"
        )
    if loaded.rating_count < MIN_RATINGS:
        known = count(loaded.rating_count, "rating")
        yield f"Only {known} so far: how you rate and how long it takes are mostly assumed."
    yield "This is a model, not a promise."

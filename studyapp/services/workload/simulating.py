"""Simulating the coming days from the current contents of the collection."""

from collections.abc import Callable, Iterator
from functools import partial
from random import Random
from typing import NamedTuple

from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.workload.day_plan import DayLimits
from studyapp.core.workload.retention_comparison import RetentionOutcome, simulate_retention
from studyapp.core.workload.simulated_limits import fixed_limits, plan_simulated_day
from studyapp.core.workload.simulated_study import DayStart, SimulatedDay
from studyapp.core.workload.simulation import simulate
from studyapp.services.workload.study_loading import LoadedStudy

COMPARED_DAYS = 365
_COMPARED_PERCENTS = range(70, 98, 3)

_MANY_CARDS = 2000
_RUNS, _RUNS_WITH_MANY_CARDS = 3, 1
"""The more cards, the less chance matters."""

_SEED = 1
"""Any: the same collection gives the same days."""


class RetentionComparison(NamedTuple):
    """The outcomes of several desired retentions after `COMPARED_DAYS`, ascending, among them that of the current one."""

    outcomes: tuple[RetentionOutcome, ...]
    current: RetentionOutcome
    minutes: int
    rating_count: int


def simulate_days(loaded: LoadedStudy, days: int) -> Iterator[SimulatedDay]:
    """Yield the coming days. Numbers of cards are rounded if only some of them are simulated."""
    random_number = Random(_SEED).random
    for day in simulate(loaded.study, loaded.today, days, _choice_of_limits(loaded), random_number):
        yield _scale_up(day, loaded.share)


def compare_retentions(
    loaded: LoadedStudy, progress: ProgressCallback, days: int = COMPARED_DAYS
) -> RetentionComparison:
    """Return what other desired retentions would lead to. `progress` is called often, and may raise to stop."""
    current_percent = round(loaded.study.scheduler.desired_retention * 100)
    percents = sorted({*_COMPARED_PERCENTS, current_percent})
    cards = len(loaded.study.cards) + loaded.study.new_cards
    runs = _RUNS_WITH_MANY_CARDS if cards > _MANY_CARDS else _RUNS
    choose_limits = _choice_of_limits(loaded)
    outcomes = []
    for done, percent in enumerate(percents):

        def choose(start: DayStart, done: int = done) -> DayLimits:
            progress(done, len(percents))  # each day, so that it can be stopped
            return choose_limits(start)

        sources = [Random(_SEED + run).random for run in range(runs)]
        outcome = simulate_retention(loaded.study, percent, loaded.today, days, choose, sources)
        share = loaded.share
        outcomes.append(
            RetentionOutcome(
                percent, outcome.remembered * share, outcome.minutes_a_day * share, outcome.new_cards * share
            )
        )
    current = next(outcome for outcome in outcomes if outcome.percent == current_percent)
    return RetentionComparison(tuple(outcomes), current, loaded.minutes, loaded.rating_count)


def _choice_of_limits(loaded: LoadedStudy) -> Callable[[DayStart], DayLimits]:
    """Return the choice of the limits of a day: by minutes, if they are set, within the others. New cards may pause at first."""
    choose_fixed = fixed_limits(loaded.limits, loaded.share)
    plan = partial(plan_simulated_day, minutes=loaded.minutes / loaded.share)

    def choose(start: DayStart) -> DayLimits:
        limits = choose_fixed(start)
        if loaded.minutes:
            planned = plan(start)
            limits = DayLimits(
                min(planned.new_cards, limits.new_cards),
                min(planned.reviews, limits.reviews),
                planned.seconds,
            )
        return limits if start.day >= loaded.first_new_day else limits._replace(new_cards=0)

    return choose


def _scale_up(day: SimulatedDay, share: int) -> SimulatedDay:
    return SimulatedDay(
        day.day,
        day.new_cards * share,
        day.reviews * share,
        day.new_seconds * share,
        day.review_seconds * share,
        day.waiting * share,
        day.remembered * share,
    )

"""What another desired retention would change, by simulation."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from statistics import mean
from typing import NamedTuple

from studyapp.core.workload.day_plan import DayLimits
from studyapp.core.workload.simulated_study import DayStart, SimulatedStudy
from studyapp.core.workload.simulation import simulate

_MIN_MINUTES, _MINUTES_SHARE = 0.5, 0.05
"""Outcomes differ in time if they differ by more than this many minutes and this share of them."""

_MIN_GAIN = 0.02
"""Means of a few simulations differ by about 1 % by chance."""


class RetentionOutcome(NamedTuple):
    """What a desired retention, in percent, leads to: the expected number of cards remembered on the last day, the minutes of
    study on a day, and the new cards studied until then."""

    percent: int
    remembered: float
    minutes_a_day: float
    new_cards: float


def simulate_retention(
    study: SimulatedStudy,
    percent: int,
    first_day: int,
    days: int,
    choose_limits: Callable[[DayStart], DayLimits],
    random_sources: Sequence[Callable[[], float]],
) -> RetentionOutcome:
    """Return the mean outcome of a desired retention, of one simulation for each random source.

    Cards that are due already stay due on their days. `random_sources` return uniform numbers from 0 up to 1.
    """
    scheduler = replace(study.scheduler, desired_retention=percent / 100)
    runs = [
        list(simulate(study._replace(scheduler=scheduler), first_day, days, choose_limits, source))
        for source in random_sources
    ]
    studied = [day for run in runs for day in run if day.day not in study.days_off]
    return RetentionOutcome(
        percent,
        mean(run[-1].remembered for run in runs),
        mean(day.minutes for day in studied) if studied else 0,
        sum(day.new_cards for day in studied) / len(runs),
    )


def suggest_outcome(outcomes: Sequence[RetentionOutcome], current: RetentionOutcome) -> RetentionOutcome:
    """Return the outcome with the most remembered cards among those that take about as much time as the current one, or that
    one if the gain is too small to tell."""
    max_difference = max(_MIN_MINUTES, _MINUTES_SHARE * current.minutes_a_day)
    same_time = [one for one in outcomes if abs(one.minutes_a_day - current.minutes_a_day) <= max_difference]
    best = max(same_time, key=lambda outcome: outcome.remembered, default=current)
    return best if best.remembered >= (1 + _MIN_GAIN) * current.remembered else current

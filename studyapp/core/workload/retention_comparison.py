"""What another desired retention would change, by simulation."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from statistics import mean
from typing import NamedTuple

from studyapp.core.workload.day_plan import DayLimits
from studyapp.core.workload.simulated_study import DayStart, SimulatedStudy
from studyapp.core.workload.simulation import simulate


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

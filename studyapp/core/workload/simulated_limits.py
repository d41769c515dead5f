"""Choosing the limits of simulated days."""

from collections.abc import Callable

from studyapp.core.workload.day_plan import DayLimits, StudiedCards, estimate_times, plan_day
from studyapp.core.workload.simulated_study import DayStart

_RECENT_DAYS = 14
"""The days in which a simulated learner has about as many reviews, with 20 minutes a day."""


def plan_simulated_day(start: DayStart, minutes: float) -> DayLimits:
    """Return the limits of a day in a simulation."""
    recent = [day for day in start.past if day.minutes][-_RECENT_DAYS:]
    studied = StudiedCards(
        sum(day.new_cards for day in recent),
        sum(day.new_seconds for day in recent),
        sum(day.reviews for day in recent),
        sum(day.review_seconds for day in recent),
    )
    return plan_day(minutes, start.due, estimate_times(studied))


def fixed_limits(limits: DayLimits, share: int = 1) -> Callable[[DayStart], DayLimits]:
    """Return the choice of the same limits every day. With a `share`, one of so many cards is simulated, and the limits of single
    days are rounded so that they add up."""

    def choose(start: DayStart) -> DayLimits:
        return DayLimits(
            *(_share_of(limit, share, start.day) for limit in (limits.new_cards, limits.reviews))
        )

    return choose


def _share_of(limit: int, share: int, day: int) -> int:
    return (day + 1) * limit // share - day * limit // share

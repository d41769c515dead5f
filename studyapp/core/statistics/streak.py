"""Study streaks that forgive days off and days on which nothing was due."""

from bisect import bisect_right
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from itertools import accumulate, pairwise
from typing import NamedTuple

MAX_DAYS_OFF_AHEAD = 60
"""How many days ahead a day off can be marked."""


class Streak(NamedTuple):
    """A series of study days without one that was missed. `studied_days` are those with a review, `first_day` the first of
    them."""

    studied_days: int
    first_day: int | None


class Streaks(NamedTuple):
    """The streak up to today, and the longest one ever: the latest of several."""

    current: Streak
    longest: Streak


def find_streaks(
    studied: AbstractSet[int], today: int, days_off: AbstractSet[int], is_anything_due: Callable[[int], bool]
) -> Streaks:
    """Return the streaks. Today breaks none before it is over.

    `studied` are the study days with a review. `is_anything_due` returns whether a card was due on a day without reviews
    and stayed so.
    """
    days = sorted(studied)
    days = days[: bisect_right(days, today)]
    unstudied = set(range(days[0], today)).difference(days, days_off) if days else ()
    missed = [day for day in sorted(unstudied) if is_anything_due(day)]
    places = [0, *(bisect_right(days, day) for day in missed), len(days)]
    streaks = [Streak(end - start, days[start] if start < end else None) for start, end in pairwise(places)]
    return Streaks(streaks[-1], max(reversed(streaks), key=lambda streak: streak.studied_days))


def count_waiting(changes: Mapping[int, int]) -> Callable[[int], int]:
    """Return the function that gives the number of waiting cards on a study day, of which `changes` says by how much it
    changed from the day before."""
    days = sorted(changes)
    counts = [0, *accumulate(changes[day] for day in days)]
    return lambda day: counts[bisect_right(days, day)]

"""Study streaks that forgive days off and days on which nothing was due."""

from bisect import bisect_right
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from itertools import accumulate
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
    streaks: list[Streak] = []
    count, first = 0, None
    for day in range(today, min(studied, default=today) - 1, -1):
        if day in studied:
            count, first = count + 1, day
        elif day != today and day not in days_off and (count or not streaks) and is_anything_due(day):
            streaks.append(Streak(count, first))
            count, first = 0, None
    streaks.append(Streak(count, first))
    return Streaks(streaks[0], max(streaks, key=lambda streak: streak.studied_days))


def count_waiting(changes: Mapping[int, int]) -> Callable[[int], int]:
    """Return the function that gives the number of waiting cards on a study day, of which `changes` says by how much it
    changed from the day before."""
    days = sorted(changes)
    counts = [0, *accumulate(changes[day] for day in days)]
    return lambda day: counts[bisect_right(days, day)]

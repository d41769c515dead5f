"""Study streaks that forgive days off and days on which nothing was due."""

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from typing import NamedTuple


class Streak(NamedTuple):
    """A series of study days without one that was missed. `studied_days` are those with a review, `first_day` the first of
    them."""

    studied_days: int
    first_day: int | None


def find_current_streak(
    studied: AbstractSet[int], today: int, days_off: AbstractSet[int], is_anything_due: Callable[[int], bool]
) -> Streak:
    """Return the streak up to today. Today doesn't break it before it is over.

    `studied` are the study days with a review. `is_anything_due` returns whether a card was due on a day without reviews
    and stayed so; it is called only for days that might break the streak.
    """
    if not studied:
        return Streak(0, None)
    count, first, oldest = 0, None, min(studied)
    for day in range(today, oldest - 1, -1):
        if day in studied:
            count, first = count + 1, day
        elif day != today and day not in days_off and is_anything_due(day):
            break
    return Streak(count, first)


def find_longest_streak(
    studied: AbstractSet[int], today: int, days_off: AbstractSet[int], is_anything_due: Callable[[int], bool]
) -> Streak:
    """Return the longest streak ever, the latest one of several."""
    longest, day = Streak(0, None), today
    while studied:
        streak = find_current_streak(studied, day, days_off, is_anything_due)
        if streak.studied_days > longest.studied_days:
            longest = streak
        end = day if streak.first_day is None else streak.first_day
        earlier = [other for other in studied if other < end]
        if not earlier:
            break
        day = max(earlier)
    return longest

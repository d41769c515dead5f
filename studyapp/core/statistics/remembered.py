"""How many cards are remembered: the sum of their probabilities of recall."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from itertools import zip_longest
from typing import NamedTuple

from studyapp.core.statistics.review_facts import ReviewFact

WEEK_DAYS = 7


class MemoryPeriod(NamedTuple):
    """A memory state of a card: from the review on the study day `day`, up to the one on `next_day` or, if that is None,
    for good. `stability` is in days."""

    day: int
    next_day: int | None
    stability: float


def expected_recalled(
    periods: Iterable[MemoryPeriod], days: Sequence[int], recall_after: Callable[[float], float]
) -> list[float]:
    """Return, for each of these study days in ascending order, the expected number of cards that would be recalled at its
    end.

    `recall_after` returns the probability of recall after a number of days, given in multiples of the stability.
    """
    sums = [0.0] * len(days)
    count = len(days)
    for start, end, stability in periods:
        place = bisect_left(days, start)
        while place < count and (end is None or days[place] < end):
            sums[place] += recall_after((days[place] - start) / stability)
            place += 1
    return sums


def sample_days(first_day: int, today: int) -> list[int]:
    """Return the study days for which the numbers are kept: one a week, and today."""
    first_sample = first_day - first_day % WEEK_DAYS + WEEK_DAYS
    return [*range(first_sample, today, WEEK_DAYS), today]


def first_changed_day(before: Sequence[ReviewFact], after: Sequence[ReviewFact]) -> int | None:
    """Return the first study day on which other facts about a card give another memory state; None if there is none."""
    days = [
        day for old, new in zip_longest(before, after) if (day := _first_difference(old, new)) is not None
    ]
    return min(days, default=None)


def _first_difference(old: ReviewFact | None, new: ReviewFact | None) -> int | None:
    if old is None or new is None:
        found = old or new
        return None if found is None else found.day
    if (old.day, old.stability) != (new.day, new.stability):
        return min(old.day, new.day)
    if old.next_day == new.next_day:
        return None
    return min(day for day in (old.next_day, new.next_day) if day is not None)

"""How many cards are remembered: the sum of their probabilities of recall."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

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
        first = bisect_left(days, start)
        for place in range(first, count if end is None else bisect_left(days, end, first)):
            sums[place] += recall_after((days[place] - start) / stability)
    return sums


def sample_days(first_day: int, today: int) -> list[int]:
    """Return the study days for which the numbers are kept: one a week, and today."""
    first_sample = first_day - first_day % WEEK_DAYS + WEEK_DAYS
    return [*range(first_sample, today, WEEK_DAYS), today]

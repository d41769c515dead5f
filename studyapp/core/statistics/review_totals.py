"""Totals of reviews that are alike, from which statistics are computed."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import compress
from typing import NamedTuple, TypeVar

from studyapp.core.statistics.review_facts import IntervalClass, ReviewKind

Value = TypeVar("Value")

BIN_COUNT = 20
"""The number of equally wide bins of predicted probabilities."""

MILLION = 1_000_000

_SMALLEST_PROBABILITY = 1e-6
"""Nearer to 0 or 1, a wrong prediction would have a log loss without limit."""


class ReviewTotal(NamedTuple):
    """A number of reviews, and the time that they took in milliseconds."""

    reviews: int = 0
    duration_ms: int = 0


class DayTotal(NamedTuple):
    """The reviews of a study day that have kind and interval in common: how many there were, in how many of them the card was
    forgotten, and the time that they took in milliseconds."""

    day: int
    kind: ReviewKind
    interval: IntervalClass
    reviews: int
    again: int
    duration_ms: int


class DayTotals(NamedTuple):
    """The columns of many DayTotal values, in ascending order of days."""

    days: Sequence[int] = ()
    kinds: Sequence[int] = ()
    intervals: Sequence[int] = ()
    reviews: Sequence[int] = ()
    again: Sequence[int] = ()
    durations_ms: Sequence[int] = ()


class ByDay(Mapping[int, Value]):
    """The values of study days. A history has thousands of days, of which a plot shows few, so the value of a day is computed
    from its totals each time."""

    def __init__(
        self, totals: DayTotals, value_of: Callable[[Iterable[DayTotal]], Value], counts: Sequence[int]
    ) -> None:
        """A day has a value if one of its totals counts: `counts` has a number other than 0 for these."""
        self._totals, self._value_of, self._counts = totals, value_of, counts

    def __getitem__(self, day: int) -> Value:
        start = bisect_left(self._totals.days, day)
        end = bisect_right(self._totals.days, day, start)
        if not any(self._counts[start:end]):
            raise KeyError(day)
        return self._value_of(
            map(DayTotal._make, zip(*(column[start:end] for column in self._totals), strict=True))
        )

    def __iter__(self) -> Iterator[int]:
        return iter(self._days())

    def __len__(self) -> int:
        return len(self._days())

    def _days(self) -> dict[int, None]:
        return dict.fromkeys(compress(self._totals.days, self._counts))


class ButtonTotal(NamedTuple):
    """The reviews that have kind and interval in common: how often each button was pressed."""

    kind: ReviewKind
    interval: IntervalClass
    again: int
    hard: int
    good: int
    easy: int


class PredictionTotal(NamedTuple):
    """Reviews that FSRS predicted with about the same probability of recall: their bin, how many there were, how many were
    recalled, and the sums of the predicted probabilities and of the log losses (natural logarithm) in millionths."""

    bin: int
    reviews: int
    recalled: int
    predicted: int
    log_loss: int


def log_loss_millionths(probability: float, *, is_recalled: bool) -> int:
    """Return the log loss (natural logarithm) of a predicted probability of recall, in millionths, so that sums stay exact
    when reviews are taken away again."""
    if not _SMALLEST_PROBABILITY < probability < 1 - _SMALLEST_PROBABILITY:
        probability = min(1 - _SMALLEST_PROBABILITY, max(_SMALLEST_PROBABILITY, probability))
    return round(-math.log(probability if is_recalled else 1 - probability) * MILLION)

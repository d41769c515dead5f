"""Values by study day that are computed when they are asked for."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import compress
from typing import NamedTuple, TypeVar

from studyapp.core.statistics.review_totals import DayTotal

Value = TypeVar("Value")


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

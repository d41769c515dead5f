"""True retention: the share of reviews after an interval of at least a day in which the card was recalled.

By Anki's definition: reviews in the steps count too if the interval before them was a day or more.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from studyapp.core.statistics.review_counts import RecallCount, recall_count
from studyapp.core.statistics.review_facts import IntervalClass
from studyapp.core.statistics.review_totals import ByDay, DayTotal, DayTotals


class Retention(NamedTuple):
    """The reviews after intervals below 21 days, and after longer ones."""

    young: RecallCount = RecallCount()
    mature: RecallCount = RecallCount()

    @property
    def all(self) -> RecallCount:
        """Both together."""
        return self.young.plus(self.mature)

    def plus(self, other: "Retention") -> "Retention":
        """Return the sum of both."""
        return Retention(self.young.plus(other.young), self.mature.plus(other.mature))


def _retention_of(totals: Iterable[DayTotal]) -> Retention:
    """Return the retention of these reviews. Those after an interval of less than a day don't count."""
    young, mature = RecallCount(), RecallCount()
    for total in totals:
        if total.interval == IntervalClass.MATURE:
            mature = mature.plus(recall_count(total))
        elif total.interval == IntervalClass.YOUNG:
            young = young.plus(recall_count(total))
    return Retention(young, mature)


def retention_by_day(totals: DayTotals) -> Mapping[int, Retention]:
    """Return the retention of each study day with a review after an interval of a day or more."""
    return ByDay(totals, _retention_of, counts=totals.intervals)  # that of reviews that don't count is 0


def sum_retention(by_day: Mapping[int, Retention], days: Iterable[int]) -> Retention:
    """Return the retention of these study days together."""
    result = Retention()
    for day in days:
        of_day = by_day.get(day)
        if of_day is not None:
            result = result.plus(of_day)
    return result

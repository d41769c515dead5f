"""True retention: the share of reviews after an interval of at least a day in which the card was recalled.

By Anki's definition: reviews in the steps count too if the interval before them was a day or more.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from studyapp.core.statistics.review_counts import RecallCount, recall_count
from studyapp.core.statistics.review_facts import IntervalClass
from studyapp.core.statistics.review_totals import DayTotal


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


def retention_by_day(totals: Iterable[DayTotal]) -> dict[int, Retention]:
    """Return the retention of each study day with a review after an interval of a day or more."""
    by_day: dict[int, Retention] = {}
    for total in totals:
        if total.interval == IntervalClass.UNDER_A_DAY:
            continue
        known, found = by_day.get(total.day, _NOTHING), recall_count(total)
        if total.interval == IntervalClass.MATURE:
            by_day[total.day] = Retention(known.young, known.mature.plus(found))
        else:
            by_day[total.day] = Retention(known.young.plus(found), known.mature)
    return by_day


_NOTHING = Retention()


def sum_retention(by_day: Mapping[int, Retention], days: Iterable[int]) -> Retention:
    """Return the retention of these study days together."""
    result = Retention()
    for day in days:
        if day in by_day:
            result = result.plus(by_day[day])
    return result

"""True retention: the share of reviews after an interval of at least a day in which the card was recalled.

By Anki's definition: reviews in the steps count too if the interval before them was a day or more.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from studyapp.core.statistics.review_counts import RecallCount
from studyapp.core.statistics.review_facts import IntervalClass
from studyapp.core.statistics.review_totals import ReviewKey, ReviewTotal


class Retention(NamedTuple):
    """The reviews after intervals below 21 days, and after longer ones."""

    young: RecallCount = RecallCount()
    mature: RecallCount = RecallCount()

    @property
    def all(self) -> RecallCount:
        """Both together."""
        return RecallCount(
            self.young.reviews + self.mature.reviews, self.young.recalled + self.mature.recalled
        )

    def plus(self, other: "Retention") -> "Retention":
        """Return the sum of both."""
        return Retention(_sum(self.young, other.young), _sum(self.mature, other.mature))


def retention_by_day(totals: Mapping[ReviewKey, ReviewTotal]) -> dict[int, Retention]:
    """Return the retention of each study day with a review after an interval of a day or more."""
    by_day: dict[int, Retention] = {}
    for key, total in totals.items():
        if key.interval is IntervalClass.UNDER_A_DAY:
            continue
        known = by_day.get(key.day, Retention())
        if key.interval is IntervalClass.MATURE:
            by_day[key.day] = known._replace(mature=known.mature.plus(key, total))
        else:
            by_day[key.day] = known._replace(young=known.young.plus(key, total))
    return by_day


def sum_retention(by_day: Mapping[int, Retention], days: Iterable[int]) -> Retention:
    """Return the retention of these study days together."""
    result = Retention()
    for day in days:
        if day in by_day:
            result = result.plus(by_day[day])
    return result


def _sum(one: RecallCount, other: RecallCount) -> RecallCount:
    return RecallCount(one.reviews + other.reviews, one.recalled + other.recalled)

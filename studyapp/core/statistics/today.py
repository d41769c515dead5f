"""What was studied on one day."""

from collections.abc import Iterable
from typing import NamedTuple

from studyapp.core.statistics.review_counts import RecallCount, recall_count
from studyapp.core.statistics.review_facts import IntervalClass, ReviewKind
from studyapp.core.statistics.review_totals import ByDay, DayTotal, DayTotals


class StudiedToday(NamedTuple):
    """The reviews of a study day. `mature` are those with an interval of 21 days or more before them. The other numbers
    are of reviews by what the cards were."""

    duration_ms: int
    all: RecallCount
    mature: RecallCount
    learning: int
    review: int
    relearning: int


def count_studied(totals: DayTotals, day: int) -> StudiedToday:
    """Return what was studied on a study day."""
    return ByDay(totals, _count, counts=totals.reviews).get(day, _count(()))


def _count(totals: Iterable[DayTotal]) -> StudiedToday:
    duration_ms, every, mature = 0, RecallCount(), RecallCount()
    by_kind = dict.fromkeys(ReviewKind, 0)
    for total in totals:
        duration_ms += total.duration_ms
        every = every.plus(recall_count(total))
        by_kind[total.kind] += total.reviews
        if total.interval == IntervalClass.MATURE:
            mature = mature.plus(recall_count(total))
    return StudiedToday(
        duration_ms,
        every,
        mature,
        by_kind[ReviewKind.LEARNING],
        by_kind[ReviewKind.REVIEW],
        by_kind[ReviewKind.RELEARNING],
    )

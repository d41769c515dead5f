"""What was studied on one day."""

from collections.abc import Mapping
from typing import NamedTuple

from studyapp.core.statistics.review_counts import CardGroup, RecallCount, add_totals, card_group
from studyapp.core.statistics.review_facts import IntervalClass
from studyapp.core.statistics.review_totals import ReviewKey, ReviewTotal


class StudiedToday(NamedTuple):
    """The reviews of a study day. `mature` are those with an interval of 21 days or more before them. The other numbers
    are of reviews by what the cards were."""

    duration_ms: int
    all: RecallCount
    mature: RecallCount
    learning: int
    review: int
    relearning: int


def count_studied(totals: Mapping[ReviewKey, ReviewTotal], day: int) -> StudiedToday:
    """Return what was studied on a study day."""
    every, mature = RecallCount(), RecallCount()
    by_group = dict.fromkeys(CardGroup, ReviewTotal())
    for key, total in totals.items():
        if key.day != day:
            continue
        every = every.plus(key, total)
        if key.interval is IntervalClass.MATURE:
            mature = mature.plus(key, total)
        group = card_group(key)
        by_group[group] = add_totals(by_group[group], total)
    return StudiedToday(
        sum(total.duration_ms for total in by_group.values()),
        every,
        mature,
        by_group[CardGroup.LEARNING].reviews,
        by_group[CardGroup.YOUNG].reviews + by_group[CardGroup.MATURE].reviews,
        by_group[CardGroup.RELEARNING].reviews,
    )

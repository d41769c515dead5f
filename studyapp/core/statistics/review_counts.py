"""Reviews and their time by day and by answer button, with the groups of Anki's graphs."""

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import NamedTuple

from studyapp.core.statistics.review_facts import IntervalClass, ReviewKind
from studyapp.core.statistics.review_totals import ButtonTotal, ByDay, DayTotal, DayTotals, ReviewTotal
from studyapp.core.study.rating import Rating

HOURS_PER_DAY = 24


class CardGroup(Enum):
    """What a card was when it was reviewed: in learning, in relearning, or in review with a young or mature interval."""

    LEARNING = "learning"
    YOUNG = "young"
    MATURE = "mature"
    RELEARNING = "relearning"


class ButtonGroup(Enum):
    """The groups for which answer buttons are counted: both kinds of steps are one."""

    LEARNING = "learning"
    YOUNG = "young"
    MATURE = "mature"


_BUTTON_GROUPS = {
    CardGroup.LEARNING: ButtonGroup.LEARNING,
    CardGroup.YOUNG: ButtonGroup.YOUNG,
    CardGroup.MATURE: ButtonGroup.MATURE,
    CardGroup.RELEARNING: ButtonGroup.LEARNING,
}


def card_group(kind: ReviewKind, interval: IntervalClass) -> CardGroup:
    """Return the group of reviews of a kind, after intervals of a class."""
    if kind == ReviewKind.REVIEW:
        return CardGroup.MATURE if interval == IntervalClass.MATURE else CardGroup.YOUNG
    return CardGroup.LEARNING if kind == ReviewKind.LEARNING else CardGroup.RELEARNING


class RecallCount(NamedTuple):
    """How many reviews there were, and in how many of them the card was recalled."""

    reviews: int = 0
    recalled: int = 0

    @property
    def share(self) -> float | None:
        """The share that was recalled, 0 to 1; None without reviews."""
        return self.recalled / self.reviews if self.reviews else None

    def plus(self, other: "RecallCount") -> "RecallCount":
        """Return both together."""
        return RecallCount(self.reviews + other.reviews, self.recalled + other.recalled)


def recall_count(total: DayTotal) -> RecallCount:
    """Return how many of these reviews recalled the card."""
    return RecallCount(total.reviews, total.reviews - total.again)


def reviews_by_day(totals: DayTotals) -> Mapping[int, Mapping[CardGroup, ReviewTotal]]:
    """Return the reviews of each study day with any, by group. Groups without reviews are left out."""
    return ByDay(totals, _sum_by_group, counts=totals.reviews)


def _sum_by_group(totals: Iterable[DayTotal]) -> dict[CardGroup, ReviewTotal]:
    groups: dict[CardGroup, ReviewTotal] = {}
    for total in totals:
        group = card_group(total.kind, total.interval)
        reviews, duration_ms = groups.get(group, (0, 0))
        groups[group] = ReviewTotal(reviews + total.reviews, duration_ms + total.duration_ms)
    return groups


def count_buttons(totals: Iterable[ButtonTotal]) -> dict[ButtonGroup, dict[Rating, int]]:
    """Return how often each button was pressed."""
    counts = {group: [0] * len(Rating) for group in ButtonGroup}
    for total in totals:
        of_group = counts[_BUTTON_GROUPS[card_group(total.kind, total.interval)]]
        for place, count in enumerate((total.again, total.hard, total.good, total.easy)):
            of_group[place] += count
    return {group: dict(zip(Rating, of_group, strict=True)) for group, of_group in counts.items()}

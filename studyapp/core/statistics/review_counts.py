"""Reviews and their time by day, by answer button and by hour, with the groups of Anki's graphs."""

from collections import defaultdict
from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple, assert_never

from studyapp.core.statistics.review_facts import IntervalClass, ReviewKind
from studyapp.core.statistics.review_totals import ReviewKey, ReviewTotal
from studyapp.core.study.rating import Rating

HOURS_PER_DAY = 24


class CardGroup(Enum):
    """What a card was when it was reviewed: in learning, in relearning, or in review with a young or mature interval."""

    LEARNING = "learning"
    YOUNG = "young"
    MATURE = "mature"
    RELEARNING = "relearning"


def card_group(key: ReviewKey) -> CardGroup:
    """Return the group of the reviews with this key."""
    match key.kind:
        case ReviewKind.LEARNING:
            return CardGroup.LEARNING
        case ReviewKind.RELEARNING:
            return CardGroup.RELEARNING
        case ReviewKind.REVIEW:
            is_mature = key.interval is IntervalClass.MATURE
            return CardGroup.MATURE if is_mature else CardGroup.YOUNG
        case _:
            assert_never(key.kind)


def totals_by_day(totals: Mapping[ReviewKey, ReviewTotal]) -> dict[int, dict[CardGroup, ReviewTotal]]:
    """Return the reviews of each study day with any, by group. Groups without reviews are left out."""
    by_day: dict[int, dict[CardGroup, ReviewTotal]] = defaultdict(dict)
    for key, total in totals.items():
        groups = by_day[key.day]
        group = card_group(key)
        groups[group] = add_totals(groups.get(group, ReviewTotal()), total)
    return dict(by_day)


def add_totals(one: ReviewTotal, other: ReviewTotal) -> ReviewTotal:
    """Return the sum of both."""
    return ReviewTotal(one.reviews + other.reviews, one.duration_ms + other.duration_ms)


class ButtonGroup(Enum):
    """The groups for which answer buttons are counted: both kinds of steps are one."""

    LEARNING = "learning"
    YOUNG = "young"
    MATURE = "mature"


def count_buttons(
    totals: Mapping[ReviewKey, ReviewTotal], since_day: int | None = None
) -> dict[ButtonGroup, dict[Rating, int]]:
    """Return how often each button was pressed, from a study day on or ever."""
    counts = {group: dict.fromkeys(Rating, 0) for group in ButtonGroup}
    for key, total in totals.items():
        if since_day is None or key.day >= since_day:
            counts[_button_group(card_group(key))][key.rating] += total.reviews
    return counts


def _button_group(group: CardGroup) -> ButtonGroup:
    match group:
        case CardGroup.LEARNING | CardGroup.RELEARNING:
            return ButtonGroup.LEARNING
        case CardGroup.YOUNG:
            return ButtonGroup.YOUNG
        case CardGroup.MATURE:
            return ButtonGroup.MATURE
        case _:
            assert_never(group)


class RecallCount(NamedTuple):
    """How many reviews there were, and in how many of them the card was recalled."""

    reviews: int = 0
    recalled: int = 0

    @property
    def share(self) -> float | None:
        """The share that was recalled, 0 to 1; None without reviews."""
        return self.recalled / self.reviews if self.reviews else None

    def plus(self, key: ReviewKey, total: ReviewTotal) -> "RecallCount":
        """Return the count with these reviews added."""
        recalled = 0 if key.rating is Rating.AGAIN else total.reviews
        return RecallCount(self.reviews + total.reviews, self.recalled + recalled)


def count_by_hour(
    totals: Mapping[ReviewKey, ReviewTotal], since_day: int | None = None
) -> tuple[RecallCount, ...]:
    """Return the reviews in each of the 24 hours of the learner's clock, from a study day on or ever."""
    counts = [RecallCount()] * HOURS_PER_DAY
    for key, total in totals.items():
        if since_day is None or key.day >= since_day:
            counts[key.hour] = counts[key.hour].plus(key, total)
    return tuple(counts)

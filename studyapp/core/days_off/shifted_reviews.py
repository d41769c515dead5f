"""Reviews that come due on days off, and other days for them."""

from collections.abc import Callable, Mapping, Sequence, Set
from enum import Enum, auto
from itertools import count, islice
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.rescheduling.backlog import spread_over_days
from studyapp.core.study.scheduler import Memory

_MAX_DAYS_BEFORE = 14
"""Reviews are moved forward by so many days at most before the first day off: reviewing much too early teaches little."""


class DaysOffReview(NamedTuple):
    """A review that comes due on a day off: the memory of the card after its last review, and the days of that and of the
    next one."""

    card: CardId
    memory: Memory
    last_day: int
    due_day: int


class ShiftDirection(Enum):
    """When the reviews of days off are done."""

    NOT_MOVED = auto()
    """Nothing is moved: all are due on the first day after."""

    BEFORE = auto()
    AFTER = auto()


def group_days(days: Sequence[int]) -> list[range]:
    """Return runs of consecutive days, in order. `days` are sorted."""
    runs: list[range] = []
    for day in days:
        if runs and runs[-1].stop == day:
            runs[-1] = range(runs[-1].start, day + 1)
        else:
            runs.append(range(day, day + 1))
    return runs


def days_off_around(day: int, days_off: Set[int]) -> range:
    """Return the run of consecutive days off that contains a day off."""
    first = last = day
    while first - 1 in days_off:
        first -= 1
    while last + 1 in days_off:
        last += 1
    return range(first, last + 1)


def target_days(
    direction: ShiftDirection, days_off: range, today: int, other_days_off: Set[int] = frozenset()
) -> Sequence[int]:
    """Return the days on which the reviews are done: before the days off from `today` on, or as many days after them. None of
    them is one of the other days off."""
    days_after = (day for day in count(days_off.stop) if day not in other_days_off)
    match direction:
        case ShiftDirection.NOT_MOVED:
            return list(islice(days_after, 1))
        case ShiftDirection.BEFORE:
            days_before = range(max(today, days_off.start - _MAX_DAYS_BEFORE), days_off.start)
            return [day for day in days_before if day not in other_days_off]
        case ShiftDirection.AFTER:
            return list(islice(days_after, len(days_off)))


def shift_reviews(
    reviews: Sequence[DaysOffReview],
    days: Sequence[int],
    due_counts: Mapping[int, int],
    direction: ShiftDirection,
    recall_of: Callable[[DaysOffReview, int], float],
) -> dict[CardId, int]:
    """Return on which of the days each review is done, so that the days have similar numbers of cards.

    Before the days off, those that are due first come first, so that no review is much too early. After them, those most
    likely to be recalled come first: the others lose less by waiting.
    """
    if direction is ShiftDirection.BEFORE:
        ordered = sorted(reviews, key=lambda review: (review.due_day, review.card))
    else:
        recalls = {review.card: recall_of(review, days[0]) for review in reviews}
        ordered = sorted(reviews, key=lambda review: (-recalls[review.card], review.card))
    cards_by_day = spread_over_days(
        [review.card for review in ordered], [due_counts.get(day, 0) for day in days]
    )
    return {card: day for day, cards in zip(days, cards_by_day, strict=True) for card in cards}


def count_forgotten_more(
    reviews: Sequence[DaysOffReview],
    day_by_card: Mapping[CardId, int],
    recall_of: Callable[[DaysOffReview, int], float],
) -> float:
    """Return how many cards more will probably be forgotten on these days than on the days when they are due. Negative if
    fewer."""
    return sum(
        recall_of(review, review.due_day) - recall_of(review, day_by_card[review.card]) for review in reviews
    )

"""Days off: they don't break a streak, few cards become due on them, and their reviews can be moved."""

from collections.abc import Mapping
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.days_off.shifted_reviews import (
    DaysOffReview,
    ShiftDirection,
    count_forgotten_more,
    group_days,
    shift_reviews,
    target_days,
)
from studyapp.core.study.journal import EntryKind
from studyapp.core.study.study_day import MINUTE_MS
from studyapp.services.journal.journal_writing import CardAction, append_in_transaction
from studyapp.services.options.clock import Clock
from studyapp.store.collection import Collection
from studyapp.store.counts import review_counts
from studyapp.store.parameter_fits import load_scheduler
from studyapp.store.plans import days_off, due_load

_DEFAULT_RATING_MS = 9_000
"""Assumed time per rating in milliseconds, until reviews have been recorded."""


class ReviewShift(NamedTuple):
    """What happens to the reviews of days off: on which day each is done, how many cards more will probably be forgotten,
    and how many minutes are added to each of how many days."""

    day_by_card: Mapping[CardId, int]
    forgotten_more: float
    days: int
    minutes_a_day: float


class DaysOffPreview(NamedTuple):
    """What some days off cost: the number of reviews that come due on them, and the ways to do these."""

    days: range
    reviews: int
    shifts: Mapping[ShiftDirection, ReviewShift]
    """Without `BEFORE` if no day is left before them."""


def set_day_off(collection: Collection, day: int, *, is_off: bool) -> None:
    """Mark a study day as a day off, or as none. Raises StoreError if the collection can't be written."""
    with collection.transaction() as connection:
        days_off.save(connection, day, is_off=is_off)


def list_days_off(collection: Collection, today: int) -> list[range]:
    """Return the days off from `today` on, consecutive ones together."""
    with collection.read_transaction() as connection:
        return group_days(sorted(days_off.load_after(connection, today - 1)))


def preview_days_off(collection: Collection, days: range, clock: Clock) -> DaysOffPreview:
    """Return what it costs not to study on these days. Days before today are left out, and no review is moved to another day
    off."""
    today = clock.today()
    days = range(max(today, days.start), days.stop)
    with collection.read_transaction() as connection:
        scheduler = load_scheduler(connection)
        reviews = due_load.load_reviews_due(connection, days)
        rating_ms = review_counts.average_rating_ms(connection) or _DEFAULT_RATING_MS
        other_days_off = days_off.load_after(connection, today - 1).difference(days)
        days_by_direction = {
            direction: possible_days
            for direction in ShiftDirection
            if (possible_days := target_days(direction, days, today, other_days_off))
        }
        all_days = [day for possible_days in days_by_direction.values() for day in possible_days]
        due_counts = due_load.count_due(connection, range(min(all_days), max(all_days) + 1))

    def recall_of(review: DaysOffReview, day: int) -> float:
        return scheduler.retrievability(review.memory, day - review.last_day)

    shifts = {}
    for direction, possible_days in days_by_direction.items():
        day_by_card = shift_reviews(reviews, possible_days, due_counts, direction, recall_of)
        forgotten = count_forgotten_more(reviews, day_by_card, recall_of)
        minutes = len(reviews) * rating_ms / MINUTE_MS / len(possible_days)
        shifts[direction] = ReviewShift(day_by_card, forgotten, len(possible_days), minutes)
    return DaysOffPreview(days, len(reviews), shifts)


def plan_days_off(
    collection: Collection,
    preview: DaysOffPreview,
    clock: Clock,
    direction: ShiftDirection = ShiftDirection.NOT_MOVED,
) -> None:
    """Mark the days as days off and move their reviews, as one action: undoing it unmarks the days too.

    Raises StoreError if saving fails.
    """
    with collection.transaction() as connection:
        if direction is ShiftDirection.NOT_MOVED or not preview.reviews:
            for day in preview.days:
                days_off.save(connection, day, is_off=True)
            return
        actions = [
            CardAction(card, EntryKind.SET_DUE, due_day=day)
            for card, day in preview.shifts[direction].day_by_card.items()
        ]
        action = append_in_transaction(collection, actions, clock.now(), clock.today())
        days_off.save_with_action(connection, preview.days, action)


def remove_days_off(collection: Collection, days: range) -> int:
    """Mark these days as none off, and return how many of them were. Due dates stay. Raises StoreError if saving fails."""
    with collection.transaction() as connection:
        removed = days_off.load(connection).intersection(days)
        for day in removed:
            days_off.save(connection, day, is_off=False)
    return len(removed)

"""From which study day on other facts about a card give other figures."""

from collections.abc import Callable, Sequence
from itertools import zip_longest

from studyapp.core.statistics.review_facts import ReviewFact


def first_changed_review(before: Sequence[ReviewFact], after: Sequence[ReviewFact]) -> int | None:
    """Return the first study day on which other facts about a card give other reviews; None if there is none."""
    return _first_changed(before, after, lambda fact: (fact.day,), lambda fact: fact[:_REVIEW_FIELDS])


_REVIEW_FIELDS = ReviewFact._fields.index("duration_ms") + 1
"""The day of a review, and what it was."""


def first_changed_waiting(before: Sequence[ReviewFact], after: Sequence[ReviewFact]) -> int | None:
    """Return the first study day on which a card begins or ends to wait otherwise by other facts; None if there is none."""
    return _first_changed(before, after, _waiting_days, _waiting_days)


def _waiting_days(fact: ReviewFact) -> tuple[int, ...]:
    """Return the due day and the day of the next review of a card that waited for it; nothing for others."""
    if fact.due_day is None or fact.next_day is None or fact.next_day <= fact.due_day:
        return ()
    return fact.due_day, fact.next_day


def _first_changed(
    before: Sequence[ReviewFact],
    after: Sequence[ReviewFact],
    days_of: Callable[[ReviewFact], tuple[int, ...]],
    content_of: Callable[[ReviewFact], tuple[object, ...]],
) -> int | None:
    """Return the first of the days of the facts of which others have another content."""
    days: list[int] = []
    for pair in zip_longest(before, after):
        old, new = (None if fact is None else content_of(fact) for fact in pair)
        if old != new:
            days += (day for fact in pair if fact is not None for day in days_of(fact))
    return min(days, default=None)


def first_changed_memory(before: Sequence[ReviewFact], after: Sequence[ReviewFact]) -> int | None:
    """Return the first study day on which other facts about a card give another memory state; None if there is none."""
    days = [
        day for old, new in zip_longest(before, after) if (day := _first_difference(old, new)) is not None
    ]
    return min(days, default=None)


def _first_difference(old: ReviewFact | None, new: ReviewFact | None) -> int | None:
    if old is None or new is None:
        found = old or new
        return None if found is None else found.day
    if (old.day, old.stability) != (new.day, new.stability):
        return min(old.day, new.day)
    if old.next_day == new.next_day:
        return None
    return min(day for day in (old.next_day, new.next_day) if day is not None)

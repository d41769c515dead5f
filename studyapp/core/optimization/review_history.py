"""The reviews of a card from which its memory state follows."""

from collections.abc import Iterable
from typing import NamedTuple

from studyapp.core.statistics.review_facts import StudiedEntry
from studyapp.core.study.journal import Entry, EntryKind
from studyapp.core.study.rating import Rating
from studyapp.core.study.scheduler import Memory, Scheduler


class PastReview(NamedTuple):
    """A review: its rating, the study days since the review before (0 for the first one), and when it was (UTC ms)."""

    rating: Rating
    elapsed_days: int
    at: int


class ReviewHistory(NamedTuple):
    """The reviews of a card since it was new or last reset. `is_scheduled` is whether it has reviews or a due date that
    was set by hand, so that a memory state is stored for it."""

    reviews: tuple[PastReview, ...]
    is_scheduled: bool


def find_review_history(entries_in_effect: Iterable[Entry | StudiedEntry]) -> ReviewHistory:
    """Return the reviews that count for the memory state of a card: the same as in `core.study.schedule.fold`. The
    entries are in journal order."""
    reviews: list[PastReview] = []
    last_day: int | None = None
    for entry in entries_in_effect:
        match entry.kind:
            case EntryKind.REVIEW:
                if entry.rating is None:
                    raise ValueError(f"a review without a rating: {entry}")
                elapsed = 0 if last_day is None else max(0, entry.study_day - last_day)
                reviews.append(PastReview(entry.rating, elapsed if reviews else 0, entry.at))
                last_day = entry.study_day if last_day is None else max(entry.study_day, last_day)
            case EntryKind.SET_DUE:
                last_day = entry.study_day if last_day is None else last_day
            case EntryKind.RESET:
                reviews, last_day = [], None
            case _:
                pass  # it doesn't change the memory state
    return ReviewHistory(tuple(reviews), last_day is not None)


def memory_after_history(history: ReviewHistory, scheduler: Scheduler) -> Memory | None:
    """Return the memory state that `fold` stores for a card with this history; None if it is new."""
    if history.reviews:
        return scheduler.memory_after_reviews([(one.rating, one.elapsed_days) for one in history.reviews])
    return scheduler.memory_after(None, 0, Rating.GOOD) if history.is_scheduled else None

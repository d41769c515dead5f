"""The review log of a card in Anki's format.

Its rows follow Anki's scheduler version 2 with FSRS, as found in Anki's source code and tested with Anki.
"""

from collections.abc import Iterable, Iterator

from studyapp.core.study.journal import Entry, EntryKind, effective_entries
from studyapp.core.study.rating import Rating
from studyapp.core.study.scheduler import Scheduler
from studyapp.core.transfer.anki_review_log import ReviewLogKind, ReviewLogRow

DEFAULT_EASE = 2500
_FORGET_FACTOR = 0
"""The factor of a review log row that resets a card. A row that sets a due date has a nonzero factor."""


def build_review_log(entries: Iterable[Entry], scheduler: Scheduler) -> Iterator[ReviewLogRow]:
    """Yield review log rows for the effective entries that Anki can log, in journal order.

    Difficulties and phases are those of the schedules that `core.study.schedule.fold` passes through.
    """
    effective = effective_entries(entries)
    difficulties = _difficulties_after_reviews(effective, scheduler)
    phase, factor, last_interval = ReviewLogKind.LEARNING, DEFAULT_EASE, 0
    has_memory = False
    for entry in effective:
        if entry.kind is EntryKind.REVIEW:
            rating, interval = _rating(entry), _interval(entry)
            # Anki's FSRS reads a history from a learning row on, so the first rating is always a learning row.
            kind = phase if has_memory else ReviewLogKind.LEARNING
            factor, has_memory = _difficulty_factor(next(difficulties)), True
            yield ReviewLogRow(
                entry.at, int(rating), interval, last_interval, factor, entry.duration_ms, kind
            )
            phase, last_interval = _phase_after(phase, entry), interval
        elif entry.kind is EntryKind.SET_DUE:
            phase, last_interval = _phase_after(phase, entry), _interval(entry)
            yield ReviewLogRow(entry.at, 0, last_interval, last_interval, factor, 0, ReviewLogKind.MANUAL)
        elif entry.kind is EntryKind.RESET:
            phase, factor, last_interval = ReviewLogKind.LEARNING, DEFAULT_EASE, 0
            has_memory = False
            yield ReviewLogRow(entry.at, 0, 0, 0, _FORGET_FACTOR, 0, ReviewLogKind.MANUAL)


def _difficulties_after_reviews(entries: Iterable[Entry], scheduler: Scheduler) -> Iterator[float]:
    """Yield the difficulty after each review among the effective entries."""
    ratings: list[Rating] = []
    for entry in entries:
        if entry.kind is EntryKind.REVIEW:
            ratings.append(_rating(entry))
        elif entry.kind is EntryKind.RESET:
            yield from scheduler.difficulties_after(ratings)
            ratings = []
    yield from scheduler.difficulties_after(ratings)


def _rating(entry: Entry) -> Rating:
    if entry.rating is None:
        raise ValueError(f"a review without a rating: {entry.id}")
    return entry.rating


def _phase_after(phase: ReviewLogKind, entry: Entry) -> ReviewLogKind:
    """Return the phase after a review or a `SET_DUE`; `LEARNING` also stands for a new card."""
    if entry.due_day is not None:
        return ReviewLogKind.REVIEW
    return ReviewLogKind.LEARNING if phase is ReviewLogKind.LEARNING else ReviewLogKind.RELEARNING


def _interval(entry: Entry) -> int:
    """Return the interval in Anki's format: days, or negative seconds."""
    if entry.due_day is not None:
        return entry.due_day - entry.study_day
    return -max(1, round(((entry.due_at or entry.at) - entry.at) / 1000))


def _difficulty_factor(difficulty: float) -> int:
    """Return the difficulty as 100 to 1100, which FSRS in Anki stores in place of the ease factor."""
    return round(((difficulty - 1) / 9 + 0.1) * 1000)

"""Entries of a review log in Anki's format."""

from enum import IntEnum
from typing import NamedTuple


class ReviewLogKind(IntEnum):
    """Anki's `type` of a line in the review log."""

    LEARNING = 0
    REVIEW = 1
    RELEARNING = 2
    FILTERED = 3
    MANUAL = 4
    RESCHEDULED = 5


class ReviewLogRow(NamedTuple):
    """A line of Anki's review log: `at` is UTC ms, an interval days or, below 0, seconds; `took` is ms."""

    at: int
    ease: int
    interval: int
    last_interval: int
    factor: int
    duration_ms: int
    kind: ReviewLogKind

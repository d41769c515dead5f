"""Rows of a review log in Anki's format."""

from enum import IntEnum
from typing import NamedTuple


class ReviewLogKind(IntEnum):
    """The `type` column of Anki's review log."""

    LEARNING = 0
    REVIEW = 1
    RELEARNING = 2
    FILTERED = 3
    MANUAL = 4
    RESCHEDULED = 5


class ReviewLogRow(NamedTuple):
    """A row of Anki's review log. `at` is UTC milliseconds. Intervals are days or, if negative, seconds."""

    at: int
    ease: int
    interval: int
    last_interval: int
    factor: int
    duration_ms: int
    kind: ReviewLogKind

"""Matching of journal entries to rows of Anki's review log."""

from collections.abc import Sequence
from typing import NamedTuple

from studyapp.core.study.journal import Entry, EntryKind
from studyapp.core.transfer.anki_review_log import ReviewLogRow

_TOLERANCE_MS, _MANUAL_TOLERANCE_MS = 50, 600_000
"""The time in ms by which a row may be later than its entry, for reviews and for other rows.

Rows with equal times are moved apart. Many cards may be rescheduled at the same time, but reviews happen one
by one.
"""

_FORGET_DAYS = -1
"""The `days` of a reset."""


class LogKey(NamedTuple):
    """The properties that identify a review log row.

    `at` is UTC ms. `rating` is 0 if the card was reset or its due date was set manually; `days` is then the number of
    days until the card is due.
    """

    at: int
    rating: int
    days: int = 0


def log_key_of_row(row: ReviewLogRow) -> LogKey:
    """Return the key of a row of Anki's review log."""
    if row.ease > 0:
        return LogKey(row.at, row.ease)
    return LogKey(row.at, 0, _FORGET_DAYS if row.factor == 0 else row.interval)


def log_key_of_entry(entry: Entry) -> LogKey:
    """Return the key of a journal entry, which must be a review, a reset or a manual change of the due date."""
    if entry.kind is EntryKind.REVIEW:
        return LogKey(entry.at, int(entry.rating or 0))
    days = (
        _FORGET_DAYS
        if entry.kind is EntryKind.RESET
        else (entry.due_day or entry.study_day) - entry.study_day
    )
    return LogKey(entry.at, 0, days)


class UnmatchedKeys(NamedTuple):
    """The local keys without a match in Anki, and Anki's keys without a local match."""

    local: list[LogKey]
    anki: list[LogKey]


def find_unmatched(local_keys: Sequence[LogKey], anki_keys: Sequence[LogKey]) -> UnmatchedKeys:
    """Match local keys with Anki's.

    Each key matches at most one other key.
    """
    unmatched = sorted(anki_keys)
    missing = []
    for key in sorted(local_keys):
        match = next((candidate for candidate in unmatched if _matches(key, candidate)), None)
        if match is None:
            missing.append(key)
        else:
            unmatched.remove(match)
    return UnmatchedKeys(missing, unmatched)


def _matches(local_key: LogKey, anki_key: LogKey) -> bool:
    tolerance = _TOLERANCE_MS if local_key.rating else _MANUAL_TOLERANCE_MS
    return local_key[1:] == anki_key[1:] and 0 <= anki_key.at - local_key.at < tolerance

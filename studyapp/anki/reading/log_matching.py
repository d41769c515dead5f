"""Which lines of Anki's log are what became of which entries of ours."""

from collections.abc import Sequence
from typing import NamedTuple

from studyapp.core.study.journal import Entry, EntryKind
from studyapp.core.transfer.review_log import ReviewLogRow

_TOLERANCE_MS, _MANUAL_TOLERANCE_MS = 50, 600_000
"""Milliseconds: lines of one moment are moved apart, so that much may lie between an entry and its line. Many cards may
get another day in one moment, but nobody rates two at once."""

_FORGET_DAYS = -1
"""In place of days."""


class LogKey(NamedTuple):
    """What tells a line: its moment (UTC ms), its rating, and without one the days until the card comes."""

    at: int
    rating: int
    days: int = 0


def log_key_of_row(row: ReviewLogRow) -> LogKey:
    """That of a line in Anki."""
    if row.ease > 0:
        return LogKey(row.at, row.ease)
    return LogKey(row.at, 0, _FORGET_DAYS if row.factor == 0 else row.interval)


def log_key_of_entry(entry: Entry) -> LogKey:
    """That of a review, of forgetting, or of choosing a day."""
    if entry.kind is EntryKind.REVIEW:
        return LogKey(entry.at, int(entry.rating or 0))
    days = (
        _FORGET_DAYS
        if entry.kind is EntryKind.RESET
        else (entry.due_day or entry.study_day) - entry.study_day
    )
    return LogKey(entry.at, 0, days)


def find_unmatched(
    local_keys: Sequence[LogKey], anki_keys: Sequence[LogKey]
) -> tuple[list[LogKey], list[LogKey]]:
    """Those of ours of which there is no line, and those of theirs that come from none of ours. One stands for one."""
    left = sorted(anki_keys)
    missing = []
    for mark in sorted(local_keys):
        match = next((one for one in left if _matches(mark, one)), None)
        if match is None:
            missing.append(mark)
        else:
            left.remove(match)
    return missing, left


def _matches(local_key: LogKey, anki_key: LogKey) -> bool:
    most = _TOLERANCE_MS if local_key.rating else _MANUAL_TOLERANCE_MS
    return local_key[1:] == anki_key[1:] and 0 <= anki_key.at - local_key.at < most

"""Which lines of Anki's log are what became of which entries of ours."""

from collections.abc import Sequence
from typing import NamedTuple

from studyapp.core.study.journal import Entry, EntryKind
from studyapp.core.transfer.review_log import LogLine

_APART, _FAR_APART = 50, 600_000
"""Milliseconds: lines of one moment are moved apart, so that much may lie between an entry and its line. Many cards may
get another day in one moment, but nobody rates two at once."""

_FORGET = -1
"""In place of days."""


class Mark(NamedTuple):
    """What tells a line: its moment (UTC ms), its rating, and without one the days until the card comes."""

    at: int
    ease: int
    days: int = 0


def mark_of_line(line: LogLine) -> Mark:
    """That of a line in Anki."""
    if line.ease > 0:
        return Mark(line.at, line.ease)
    return Mark(line.at, 0, _FORGET if line.factor == 0 else line.interval)


def mark_of_entry(entry: Entry) -> Mark:
    """That of a review, of forgetting, or of choosing a day."""
    if entry.kind is EntryKind.REVIEW:
        return Mark(entry.at, int(entry.rating or 0))
    days = _FORGET if entry.kind is EntryKind.FORGET else (entry.due_day or entry.day) - entry.day
    return Mark(entry.at, 0, days)


def unmatched(ours: Sequence[Mark], theirs: Sequence[Mark]) -> tuple[list[Mark], list[Mark]]:
    """Those of ours of which there is no line, and those of theirs that come from none of ours. One stands for one."""
    left = sorted(theirs)
    missing = []
    for mark in sorted(ours):
        match = next((one for one in left if _is_of(mark, one)), None)
        if match is None:
            missing.append(mark)
        else:
            left.remove(match)
    return missing, left


def _is_of(ours: Mark, theirs: Mark) -> bool:
    most = _APART if ours.ease else _FAR_APART
    return ours[1:] == theirs[1:] and 0 <= theirs.at - ours.at < most

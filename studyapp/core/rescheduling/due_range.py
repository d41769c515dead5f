"""The days in which cards are to be due, as written: `0`, `5`, `3-7` or `5!`."""

import re
from collections.abc import Callable
from typing import NamedTuple

from studyapp.core.text.translatable import QT_TRANSLATE_NOOP, TranslatableError

MAX_DAYS = 36_500
_RANGE = re.compile(r"\s*(\d{1,9})\s*(?:[-–]\s*(\d{1,9})\s*)?!?\s*", re.ASCII)

_NOT_A_RANGE = QT_TRANSLATE_NOOP(
    "Problem", "“{text}” is not a number of days. Enter one, such as 0 for today, or a range, such as 3-7."
)
_WRONG_ORDER = QT_TRANSLATE_NOOP(
    "Problem", "The range {first}-{last} starts after its end. Enter {last}-{first} instead."
)
_TOO_LATE = QT_TRANSLATE_NOOP("Problem", "{days} days are too many. Enter at most {limit}.")


class DueRangeError(TranslatableError):
    """A text that is not a range of days. The message says what to enter instead."""


class DueRange(NamedTuple):
    """The first and the last number of days from today."""

    first: int
    last: int


def parse_due_range(text: str) -> DueRange:
    """Return the range of days in a text. Raises DueRangeError if it is not one.

    An exclamation mark at the end, which also sets the interval in Anki, is accepted and has no effect: with FSRS, which
    computes intervals from the memory of a card, it has none in Anki either.
    """
    match = _RANGE.fullmatch(text)
    if match is None:
        raise DueRangeError(_NOT_A_RANGE, text=text.strip())
    first = int(match[1])
    last = int(match[2] or match[1])
    if max(first, last) > MAX_DAYS:
        raise DueRangeError(_TOO_LATE, days=max(first, last), limit=MAX_DAYS)
    if first > last:
        raise DueRangeError(_WRONG_ORDER, first=first, last=last)
    return DueRange(first, last)


def choose_days(days: DueRange, count: int, random_below: Callable[[int], int]) -> list[int]:
    """Return `count` random days of the range. `random_below(n)` returns a random number from 0 to n - 1."""
    span = days.last - days.first + 1
    if span == 1:
        return [days.first] * count
    return [days.first + random_below(span) for _ in range(count)]

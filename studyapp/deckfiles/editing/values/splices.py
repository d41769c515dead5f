"""Splices: replacements of parts of a text."""

from collections.abc import Iterable
from typing import NamedTuple


class Splice(NamedTuple):
    """The replacement of the characters from `start` to `end` by `text`."""

    start: int
    end: int
    text: str


class OverlappingSplicesError(Exception):
    """Raised if two splices replace the same character."""


def apply_splices(text: str, splices: Iterable[Splice]) -> str:
    """Return the text with all splices applied. Insertions at the same position keep their order.

    Raises OverlappingSplicesError.
    """
    pieces: list[str] = []
    copied_to = 0
    for splice in sorted(splices, key=lambda splice: (splice.start, splice.end)):
        if splice.start < copied_to:
            raise OverlappingSplicesError
        pieces += (text[copied_to : splice.start], splice.text)
        copied_to = splice.end
    return "".join((*pieces, text[copied_to:]))

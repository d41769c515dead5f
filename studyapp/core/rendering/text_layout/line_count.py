"""An estimate of how many lines a text takes on a card."""

import unicodedata
from math import ceil

MAX_SHORT_LINES = 3
"""The number of lines up to which a text counts as short."""

UNITS_PER_LINE = 62
"""Width of a line in units: half the width of a Chinese character, about the average width of a Latin letter."""


def estimate_line_count(text: str) -> int:
    """Return about how many lines a text takes in a card of the usual width."""
    return sum(max(1, ceil(_width_in_units(line) / UNITS_PER_LINE)) for line in text.splitlines())


def _width_in_units(line: str) -> int:
    if line.isascii():
        return len(line)
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in line)

"""The built-in note types as which notes from Anki can be written, and the names of their fields in deck files."""

from enum import StrEnum


class Shape(StrEnum):
    """A type of our own that asks the same."""

    BASIC = "basic"
    REVERSED = "reversed"
    TYPED = "typed"
    CLOZE = "cloze"


PARTS = {
    Shape.BASIC: ("front", "back"),
    Shape.REVERSED: ("front", "back"),
    Shape.TYPED: ("front", "answer"),
    Shape.CLOZE: ("text",),
}
"""What the sides of each shape are called in a deck file."""


REASON = "why"
"""What else there is to show is called so."""

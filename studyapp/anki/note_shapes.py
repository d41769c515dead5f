"""The built-in note types as which notes from Anki can be written, and the names of their fields in deck files."""

from enum import StrEnum


class NoteShape(StrEnum):
    """A type of our own that asks the same."""

    BASIC = "basic"
    REVERSED = "reversed"
    TYPED = "typed"
    CLOZE = "cloze"


DECK_FIELDS_BY_SHAPE = {
    NoteShape.BASIC: ("front", "back"),
    NoteShape.REVERSED: ("front", "back"),
    NoteShape.TYPED: ("front", "answer"),
    NoteShape.CLOZE: ("text",),
}
"""What the sides of each shape are called in a deck file."""


WHY_FIELD = "why"
"""What else there is to show is called so."""

"""The built-in note types to which Anki notes can be converted, and their fields in deck files."""

from enum import StrEnum


class NoteShape(StrEnum):
    """A built-in note type that can represent an Anki note."""

    BASIC = "basic"
    REVERSED = "reversed"
    TYPED = "typed"
    CLOZE = "cloze"


DECK_FILE_FIELDS_BY_SHAPE = {
    NoteShape.BASIC: ("front", "back"),
    NoteShape.REVERSED: ("front", "back"),
    NoteShape.TYPED: ("front", "answer"),
    NoteShape.CLOZE: ("text",),
}
"""The deck file fields that hold the sides of each shape."""


WHY_FIELD = "why"
"""The deck file field that holds everything else that the answer shows."""

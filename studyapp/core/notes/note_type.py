"""The registry of note types: their names and their fields in deck files.

To add a note type, add its class to `core/notes/note.py`, its name here and its row in `BUILT_IN_NOTE_TYPES`. mypy
then reports every `match` that must handle it.

FROZEN: deck files and collections contain these names.
"""

from dataclasses import dataclass
from enum import StrEnum


class NoteType(StrEnum):
    """The name of a note type."""

    BASIC = "basic"
    REVERSED = "reversed"
    TERM = "term"
    CLOZE = "cloze"
    MULTIPLE_CHOICE = "choice"
    TYPED_ANSWER = "typed"
    CLAIM = "claim"
    DIAGRAM = "diagram"
    CUSTOM = "templated"
    """Any custom note type."""


@dataclass(frozen=True, slots=True)
class BuiltInNoteType:
    """A note type available in every deck. A note that names no type but has the field `detected_by` is of this
    type."""

    name: NoteType
    fields: tuple[str, ...]
    detected_by: str = ""


BUILT_IN_NOTE_TYPES = (
    BuiltInNoteType(NoteType.BASIC, ("front", "back")),
    BuiltInNoteType(NoteType.REVERSED, ("front", "back")),
    BuiltInNoteType(NoteType.TERM, ("term", "translation", "definition"), detected_by="term"),
    BuiltInNoteType(NoteType.CLOZE, ("text",), detected_by="text"),
    BuiltInNoteType(NoteType.MULTIPLE_CHOICE, ("front", "options"), detected_by="options"),
    BuiltInNoteType(NoteType.TYPED_ANSWER, ("front", "answer"), detected_by="answer"),
    BuiltInNoteType(NoteType.CLAIM, ("claim",), detected_by="claim"),
    BuiltInNoteType(NoteType.DIAGRAM, ("diagram",), detected_by="diagram"),
)

"""The edits of a deck file."""

from collections.abc import Sequence
from dataclasses import dataclass

from studyapp.core.notes.note import Note

FIRST = ""
"""As the note after which others are inserted: at the start of the list."""


@dataclass(frozen=True, slots=True)
class Replace:
    """Change the fields of the note with the same id that differ. A drawing stays as it is."""

    note: Note


@dataclass(frozen=True, slots=True)
class Insert:
    """Add notes after the note with the id `after`, at the start if it is `FIRST`, or at the end if it is None."""

    notes: Sequence[Note]
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Remove:
    """Remove a note with its lines."""

    note_id: str


@dataclass(frozen=True, slots=True)
class ReplaceSource:
    """Replace the lines of a note by others, which must be one note with the same id."""

    note_id: str
    text: str


@dataclass(frozen=True, slots=True)
class InsertSource:
    """Add the lines of one note.

    `gap` is the text between the note before and the lines, as in `NoteSource`; if it is still there, the lines are
    inserted after it.
    """

    text: str
    after: str | None = None
    gap: str = ""


NoteEdit = Replace | Insert | Remove | ReplaceSource | InsertSource

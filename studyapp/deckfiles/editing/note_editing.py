"""Single edits of the notes of a deck file: the content of the file in, the new content out.

Every other byte of the file stays the same. All functions raise DeckEditError if an edit is not possible. `reading`
is the result of reading exactly these bytes, if the caller has it. For several edits of a file, see `edit_deck`.
"""

from collections.abc import Sequence
from pathlib import Path

from studyapp.core.notes.note import Note
from studyapp.deckfiles.editing.deck_editing import edit_deck
from studyapp.deckfiles.editing.note_edits import Insert, InsertSource, Remove, Replace, ReplaceSource
from studyapp.deckfiles.reading.deck_reading import DeckReadResult


def replace_note(data: bytes, path: Path, edited: Note, reading: DeckReadResult | None = None) -> bytes:
    """Change the fields of the note with this id that differ from `edited`."""
    return edit_deck(data, path, [Replace(edited)], reading).data


def insert_notes(
    data: bytes,
    path: Path,
    notes: Sequence[Note],
    after: str | None = None,
    reading: DeckReadResult | None = None,
) -> bytes:
    """Add notes after the note `after`, at the start if it is `FIRST`, or at the end if it is None."""
    return edit_deck(data, path, [Insert(notes, after)], reading).data


def remove_notes(
    data: bytes, path: Path, note_ids: Sequence[str], reading: DeckReadResult | None = None
) -> bytes:
    """Remove notes with their lines."""
    return edit_deck(data, path, [Remove(note_id) for note_id in note_ids], reading).data


def replace_note_source(
    data: bytes, path: Path, note_id: str, text: str, reading: DeckReadResult | None = None
) -> bytes:
    """Replace the lines of a note, as `find_note_source` returns them, by others with the same id."""
    return edit_deck(data, path, [ReplaceSource(note_id, text)], reading).data


def insert_note_source(
    data: bytes,
    path: Path,
    text: str,
    after: str | None = None,
    gap: str = "",
    reading: DeckReadResult | None = None,
) -> bytes:
    """Add the lines of a note, for example those of a removed one with `after` and `gap` of its `NoteSource`."""
    return edit_deck(data, path, [InsertSource(text, after, gap)], reading).data

"""Appending notes to a deck file. The rest of the file stays the same, byte for byte.

Used by imports (`services/transfer/note_writing/imported_note_writing.py`).
"""

import re
from collections.abc import Sequence
from pathlib import Path

from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.notes.deck import Deck
from studyapp.core.notes.note import Diagram, Note
from studyapp.deckfiles.reading.deck_reading import read_deck_bytes
from studyapp.deckfiles.text_decoding import LINE_BREAK
from studyapp.deckfiles.writing.deck_to_yaml import (
    NoteCountCallback,
    WrittenDeck,
    collect_custom_note_types,
    custom_note_type_to_yaml,
    ignore_note_count,
    notes_to_yaml,
)

_NOTE_TYPES_HEADER = re.compile(rb"^note_types:[ \t]*(?:#[^\r\n]*)?\r?\n(?=([ \t]+)[^\s#])", re.MULTILINE)
"""The `note_types` key, up to the first type. Group 1 is the indentation of the types."""

_NOTES_KEY = re.compile(rb"^notes:", re.MULTILINE)


def append_notes(
    data: bytes, path: Path, notes: Sequence[Note], progress: NoteCountCallback = ignore_note_count
) -> WrittenDeck | None:
    """Return the content of the file at `path` with the notes appended.

    Return None if they can't be appended: something follows the notes, the notes are not a block list, or an appended
    note would be another note when it is read again.
    """
    result = read_deck_bytes(data, path, progress)
    if result.deck is None or not result.position_by_note_id:
        return None
    if any(isinstance(note.content, Diagram) for note in notes):
        return None
    last_position = max(result.position_by_note_id.values(), key=lambda position: position.line)
    line = LINE_BREAK.split(data.decode())[last_position.line - 1]
    column = line.find("-")
    if column < 0 or line[:column].strip(" \ufeff"):
        return None
    prepared = _add_note_types(data, result.deck, notes)
    if prepared is None:
        return None
    new_data = prepared + notes_to_yaml(notes, column, progress).encode(errors="replace")
    reading = read_deck_bytes(new_data, path, progress)
    is_same = reading.deck is not None and reading.deck.notes == (*result.deck.notes, *notes)
    return WrittenDeck(new_data, reading) if is_same else None


def _add_note_types(data: bytes, deck: Deck, notes: Sequence[Note]) -> bytes | None:
    """Return the content, ending with a line break, with the note types that the notes need and the deck lacks.

    Return None if there is no place to insert them.
    """
    content = data if data.endswith(b"\n") else data + b"\n"
    missing_types = [
        note_type for note_type in collect_custom_note_types(notes) if note_type not in deck.custom_note_types
    ]
    if not missing_types:
        return content
    match = _NOTE_TYPES_HEADER.search(content)
    if match is not None:
        return (
            content[: match.end()]
            + _note_types_to_yaml(missing_types, len(match[1]))
            + content[match.end() :]
        )
    match = _NOTES_KEY.search(content)
    if match is None:
        return None
    return (
        content[: match.start()]
        + b"note_types:\n"
        + _note_types_to_yaml(missing_types, 2)
        + content[match.start() :]
    )


def _note_types_to_yaml(types: Sequence[CustomNoteType], column: int) -> bytes:
    return "".join(custom_note_type_to_yaml(note_type, column) for note_type in types).encode()

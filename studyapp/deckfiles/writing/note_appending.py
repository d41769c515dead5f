"""Adding notes at the end of a deck file; all else in it stays as it is, byte for byte."""

import re
from collections.abc import Sequence
from pathlib import Path

from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.notes.deck import Deck
from studyapp.core.notes.note import Note
from studyapp.deckfiles.reading.deck_reading import read_deck_bytes
from studyapp.deckfiles.text_decoding import LINE_BREAK
from studyapp.deckfiles.writing.deck_to_yaml import (
    collect_custom_note_types,
    custom_note_type_to_yaml,
    notes_to_yaml,
)

_NOTE_TYPES_HEADER = re.compile(rb"^note_types:[ \t]*(?:#[^\r\n]*)?\r?\n(?=([ \t]+)[^\s#])", re.MULTILINE)
"""Up to the first type, which stands in the column of what follows."""

_NOTES_KEY = re.compile(rb"^notes:", re.MULTILINE)


def append_notes(data: bytes, path: Path, notes: Sequence[Note]) -> bytes | None:
    """The content of the file at `path` with these notes as its last ones; None where that can't be done, because
    something else stands behind its notes, or they are written in another way."""
    reading = read_deck_bytes(data, path)
    if reading.deck is None or not reading.position_by_note_id:
        return None
    last = max(reading.position_by_note_id.values(), key=lambda place: place.line)
    line = LINE_BREAK.split(data.decode())[last.line - 1]
    column = line.find("-")
    if column < 0 or line[:column].strip(" \ufeff"):
        return None
    ended = _add_note_types(data, reading.deck, notes)
    if ended is None:
        return None
    added = ended + notes_to_yaml(notes, column).encode()
    read = read_deck_bytes(added, path).deck
    return added if read is not None and read.notes == (*reading.deck.notes, *notes) else None


def _add_note_types(data: bytes, deck: Deck, notes: Sequence[Note]) -> bytes | None:
    """The content with the note types that these notes need and the deck has not; None where it has no place for them."""
    ended = data if data.endswith(b"\n") else data + b"\n"
    new = [one for one in collect_custom_note_types(notes) if one not in deck.custom_note_types]
    if not new:
        return ended
    found = _NOTE_TYPES_HEADER.search(ended)
    if found is not None:
        return ended[: found.end()] + _note_types_to_yaml(new, len(found[1])) + ended[found.end() :]
    found = _NOTES_KEY.search(ended)
    if found is None:
        return None
    return ended[: found.start()] + b"note_types:\n" + _note_types_to_yaml(new, 2) + ended[found.start() :]


def _note_types_to_yaml(types: Sequence[CustomNoteType], column: int) -> bytes:
    return "".join(custom_note_type_to_yaml(one, column) for one in types).encode()

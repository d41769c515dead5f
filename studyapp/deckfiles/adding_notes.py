"""Adding notes at the end of a deck file; all else in it stays as it is, byte for byte."""

from collections.abc import Sequence
from pathlib import Path

from studyapp.core.note import Note
from studyapp.deckfiles.deck_writing import note_texts
from studyapp.deckfiles.decoding import LINE_BREAK
from studyapp.deckfiles.reading import read_deck_bytes


def with_notes(data: bytes, path: Path, notes: Sequence[Note]) -> bytes | None:
    """The content of the file at `path` with these notes as its last ones; None where that can't be done, because
    something else stands behind its notes, or they are written in another way."""
    reading = read_deck_bytes(data, path)
    if reading.deck is None or not reading.places:
        return None
    last = max(reading.places.values(), key=lambda place: place.line)
    line = LINE_BREAK.split(data.decode())[last.line - 1]
    column = line.find("-")
    if column < 0 or line[:column].strip(" \ufeff"):
        return None
    ended = data if data.endswith(b"\n") else data + b"\n"
    added = ended + note_texts(notes, column).encode()
    read = read_deck_bytes(added, path).deck
    return added if read is not None and read.notes == (*reading.deck.notes, *notes) else None

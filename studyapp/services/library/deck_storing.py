"""Storing a deck, as read from its file, in the collection."""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from studyapp.deckfiles.field_names import DRAWINGS_FOLDER
from studyapp.deckfiles.problems.problem import Severity, encode_problems
from studyapp.services.options.clock import Clock
from studyapp.store import decks, notes
from studyapp.store.collection import Collection
from studyapp.store.decks import DeckFile
from studyapp.store.notes import NoteChanges

if TYPE_CHECKING:
    from studyapp.core.notes.deck import Deck
    from studyapp.deckfiles.reading.deck_reading import DeckReadResult


_READING_VERSION = 2
"""Increase this number when the same file gives different notes, or its notes different cards. All files are then read again."""


def store_deck(
    collection: Collection,
    file: DeckFile,
    deck: "Deck",
    reading: "DeckReadResult",
    clock: Clock,
) -> NoteChanges:
    """Store the notes of a deck, and the state of the file in which they were read. Call it in a transaction."""
    # After an error, a note may be missing because it could not be read, not because it was removed.
    has_errors = any(problem.severity is Severity.ERROR for problem in reading.problems)
    connection = collection.connection
    note_changes = notes.replace_all(
        connection, deck.metadata.id, deck.notes, clock.now() // 1000, keep_missing=has_errors
    )
    decks.save(connection, deck.metadata, file.digest)
    decks.save_file(connection, file)
    return note_changes


def deck_file_as_read(
    path: Path, stamp: str, data: bytes, deck: "Deck", reading: "DeckReadResult"
) -> DeckFile:
    """Return the state of a file from which a deck was read. `stamp` is its `change_stamp` before it was read."""
    digest = hashlib.sha256(data).hexdigest()
    return DeckFile(str(path), stamp, digest, deck.metadata.id, encode_problems(reading.problems))


def change_stamp(path: Path, drawings_stamp: str) -> str:
    """Return a stamp that changes whenever the file or a drawing next to it is written, and with `_READING_VERSION`."""
    try:
        status = path.stat()
    except OSError:
        return "unreadable"
    return f"{status.st_mtime_ns}:{status.st_size}:{status.st_ino}:{_READING_VERSION}{drawings_stamp}"


def make_drawings_stamp(folder: Path) -> str:
    """Return a stamp of all drawings beside the decks of a folder; empty if there are none."""
    file_states = [_file_state(file) for file in sorted((folder / DRAWINGS_FOLDER).glob("*.yaml"))]
    return f" {hashlib.sha256(repr(file_states).encode()).hexdigest()}" if file_states else ""


def _file_state(file: Path) -> tuple[str, int, int, int]:
    try:
        status = file.stat()
    except OSError:
        return ascii(file.name), 0, 0, 0
    return ascii(file.name), status.st_mtime_ns, status.st_size, status.st_ino

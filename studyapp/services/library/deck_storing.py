"""Storing a deck, as read from its file, in the collection."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from studyapp.deckfiles.problems.problem import Severity, encode_problems
from studyapp.services.options.clock import Clock
from studyapp.store import decks, notes
from studyapp.store.collection import Collection
from studyapp.store.decks import DeckFile
from studyapp.store.notes import NoteChanges

if TYPE_CHECKING:
    from studyapp.core.notes.deck import Deck
    from studyapp.deckfiles.reading.deck_reading import DeckReadResult


def store_deck(
    collection: Collection,
    file: DeckFile,
    deck: "Deck",
    reading: "DeckReadResult",
    clock: Clock,
    check_cancelled: Callable[[], None] = lambda: None,
) -> NoteChanges:
    """Store the notes of a deck, and the state of the file in which they were read. Call it in a transaction.

    `check_cancelled` is called often and may raise.
    """
    # After an error, a note may be missing because it could not be read, not because it was removed.
    has_errors = any(problem.severity is Severity.ERROR for problem in reading.problems)
    connection = collection.connection
    note_changes = notes.replace_all(
        connection,
        deck.metadata.id,
        deck.notes,
        clock.now() // 1000,
        keep_missing=has_errors,
        check_cancelled=check_cancelled,
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

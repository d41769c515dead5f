"""The tables of decks and of the files they were read from."""

import sqlite3
from typing import NamedTuple

from studyapp.core.notes.deck import DeckMetadata
from studyapp.core.notes.deck_metadata_codec import decode_deck_metadata, encode_deck_metadata

NO_PROBLEMS_JSON = "[]"
"""The problems of a file that has none."""


class DeckFile(NamedTuple):
    """What is known of a deck file: `stamp` changes whenever it is written, `digest` with its content; the
    deck it holds (the last one read, where it can't be read now) or None; its problems as text."""

    path: str
    modification_stamp: str
    digest: str
    deck_id: str | None
    problems_json: str


def load_metadata(connection: sqlite3.Connection, deck: str) -> DeckMetadata | None:
    """A deck's head; None when it was never read."""
    row = connection.execute("SELECT head FROM deck WHERE id = ?", (deck,)).fetchone()
    return None if row is None else decode_deck_metadata(deck, row[0])


def digest_by_deck(connection: sqlite3.Connection) -> dict[str, str]:
    """For each deck the digest of the file content that its notes were read from."""
    return dict(connection.execute("SELECT id, digest FROM deck"))


def save(connection: sqlite3.Connection, metadata: DeckMetadata, digest: str) -> None:
    """Make this the deck's head, read from content of that digest."""
    connection.execute(
        "INSERT OR REPLACE INTO deck (id, head, digest) VALUES (?, ?, ?)",
        (metadata.id, encode_deck_metadata(metadata), digest),
    )


def file_by_path(connection: sqlite3.Connection) -> dict[str, DeckFile]:
    """The deck files as last read, by path."""
    rows = connection.execute("SELECT path, stamp, digest, deck, problems FROM deck_file")
    return {row[0]: DeckFile(*row) for row in rows}


def save_file(connection: sqlite3.Connection, file: DeckFile) -> None:
    """Remember a file as it was read."""
    connection.execute(
        "INSERT OR REPLACE INTO deck_file (path, stamp, digest, deck, problems) VALUES (?, ?, ?, ?, ?)",
        (file.path, file.modification_stamp, file.digest, file.deck_id, file.problems_json),
    )


def delete_file(connection: sqlite3.Connection, path: str) -> None:
    """The file is gone; its deck's notes and history stay."""
    connection.execute("DELETE FROM deck_file WHERE path = ?", (path,))

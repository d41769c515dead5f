"""The tables of decks and deck files."""

import sqlite3
from pathlib import Path
from typing import NamedTuple

from studyapp.core.notes.deck import DeckMetadata
from studyapp.core.notes.deck_metadata_codec import decode_deck_metadata, encode_deck_metadata

NO_PROBLEMS_JSON = "[]"
"""The JSON of an empty list of problems."""


class DeckFile(NamedTuple):
    """A deck file as last read. `modification_stamp` changes whenever the file is written, `digest` with its content.
    `deck_id` is the deck that it contains (if it can't be read, the last deck read from it), or None. `problems_json`
    is the list of its problems. `replaced_deck_id` is the deck that it contains if another file replaces it, else None;
    then `deck_id` is None."""

    path: str
    modification_stamp: str
    digest: str
    deck_id: str | None
    problems_json: str
    replaced_deck_id: str | None = None


def load_metadata(connection: sqlite3.Connection, deck: str) -> DeckMetadata | None:
    """Return the metadata of a deck; None if it was never read."""
    row = connection.execute("SELECT head FROM deck WHERE id = ?", (deck,)).fetchone()
    return None if row is None else decode_deck_metadata(deck, row[0])


def digest_by_deck(connection: sqlite3.Connection) -> dict[str, str]:
    """Return, for each deck, the digest of the file content from which its notes were read."""
    return dict(connection.execute("SELECT id, digest FROM deck"))


def save(connection: sqlite3.Connection, metadata: DeckMetadata, digest: str) -> None:
    """Store the metadata of a deck and the digest of the content from which it was read."""
    connection.execute(
        "INSERT OR REPLACE INTO deck (id, head, digest) VALUES (?, ?, ?)",
        (metadata.id, encode_deck_metadata(metadata), digest),
    )


def file_by_path(connection: sqlite3.Connection) -> dict[str, DeckFile]:
    """Return the deck files as last read, by path."""
    rows = connection.execute("SELECT path, stamp, digest, deck, problems, replaced_deck FROM deck_file")
    return {row[0]: DeckFile(*row) for row in rows}


def paths_of_deck(connection: sqlite3.Connection, deck: str) -> list[Path]:
    """Return the files from which the deck was read."""
    rows = connection.execute("SELECT path FROM deck_file WHERE deck = ? ORDER BY path", (deck,))
    return [Path(path) for (path,) in rows]


def path_replaced_by(connection: sqlite3.Connection, deck: str) -> Path | None:
    """Return the file whose deck this deck replaces; None if there is none."""
    row = connection.execute("SELECT path FROM deck_file WHERE replaced_deck = ?", (deck,)).fetchone()
    return None if row is None else Path(row[0])


def save_file(connection: sqlite3.Connection, file: DeckFile) -> None:
    """Store a deck file as read."""
    connection.execute(
        "INSERT OR REPLACE INTO deck_file (path, stamp, digest, deck, problems, replaced_deck) VALUES (?, ?, ?, ?, ?, ?)",
        file,
    )


def delete_file(connection: sqlite3.Connection, path: str) -> None:
    """Delete a file that no longer exists. The notes and the history of its deck stay."""
    connection.execute("DELETE FROM deck_file WHERE path = ?", (path,))

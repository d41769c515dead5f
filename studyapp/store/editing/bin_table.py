"""The table of deleted notes and decks, from which they can be restored."""

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple


class BinRow(NamedTuple):
    """A deleted note, or a deleted deck if `note_id` is empty.

    `text` are the lines of the note in the file; `previous_note_id` is the note before it, empty for the first one, and
    `gap` the text between the two. `file` is where the file of a deck is now. `deleted_at` is in UTC milliseconds.
    """

    deck_id: str
    note_id: str = ""
    text: str = ""
    previous_note_id: str = ""
    gap: str = ""
    file: str = ""
    deleted_at: int = 0


def add(connection: sqlite3.Connection, rows: Iterable[BinRow], deleted_at: int) -> None:
    """Store what was deleted at `deleted_at` (UTC ms)."""
    connection.executemany(
        "INSERT OR REPLACE INTO bin (deck, note, text, previous_note, gap, file, deleted_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (row._replace(deleted_at=deleted_at) for row in rows),
    )


def remove(connection: sqlite3.Connection, keys: Iterable[tuple[str, str]]) -> None:
    """Remove these from the bin: pairs of a deck and a note id, which is empty for a deck."""
    connection.executemany("DELETE FROM bin WHERE deck = ? AND note = ?", keys)


def load_all(connection: sqlite3.Connection) -> list[BinRow]:
    """Return what is in the bin, the last deleted first."""
    rows = connection.execute(
        "SELECT deck, note, text, previous_note, gap, file, deleted_at FROM bin ORDER BY deleted_at DESC, deck, note"
    )
    return [BinRow(*row) for row in rows]

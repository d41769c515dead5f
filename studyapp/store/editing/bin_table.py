"""The table of deleted notes and decks, from which they can be restored."""

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple


class BinRow(NamedTuple):
    """A deleted note, or a deleted deck if `note_id` is empty.

    `text` are the lines of the note in the file; `previous_note_id` is the note before it, empty for the first one, and
    `gap` the text between the two. `file` is where the file of a deck is now. `deleted_at` is in UTC milliseconds. `row_id` is given
    when the row is stored.
    """

    deck_id: str
    note_id: str = ""
    text: str = ""
    previous_note_id: str = ""
    gap: str = ""
    file: str = ""
    deleted_at: int = 0
    row_id: int = 0


def add(connection: sqlite3.Connection, rows: Iterable[BinRow], deleted_at: int) -> None:
    """Store what was deleted at `deleted_at` (UTC ms)."""
    connection.executemany(
        "INSERT INTO bin (deck, note, text, previous_note, gap, file, deleted_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (row._replace(deleted_at=deleted_at)[:-1] for row in rows),
    )


def remove(connection: sqlite3.Connection, row_ids: Iterable[int]) -> None:
    """Remove these rows."""
    connection.executemany("DELETE FROM bin WHERE id = ?", ((row_id,) for row_id in row_ids))


def remove_restored(connection: sqlite3.Connection, rows: Iterable[BinRow]) -> None:
    """Remove the row of each of these notes, or of a deck with this file.

    A note may have been deleted several times: it is the row with the same text, or else the newest one.
    """
    connection.executemany(
        "DELETE FROM bin WHERE id = (SELECT id FROM bin WHERE deck = ? AND note = ? AND file = ? "
        "ORDER BY rtrim(text, ?) = rtrim(?, ?) DESC, id DESC LIMIT 1)",
        ((row.deck_id, row.note_id, row.file, "\r\n", row.text, "\r\n") for row in rows),
    )


def load_all(connection: sqlite3.Connection) -> list[BinRow]:
    """Return what is in the bin, the last deleted first."""
    rows = connection.execute(
        "SELECT deck, note, text, previous_note, gap, file, deleted_at, id FROM bin ORDER BY deleted_at DESC, id"
    )
    return [BinRow(*row) for row in rows]

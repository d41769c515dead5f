"""The log of text edits, by which they are undone and redone.

An edit is stored before its files are written, and gets the id of its journal entry in the transaction that records it.
"""

import sqlite3
from enum import StrEnum
from typing import NamedTuple

from studyapp.core.study.journal import EntryId

MAX_EDITS = 1000
MAX_CHARACTERS = 20_000_000
"""What the log may hold. The oldest edits are deleted and can't be undone any more; the newest is always kept."""


class Direction(StrEnum):
    """What is being done with an edit. The values are stored: never change one."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"


class UnfinishedEdit(NamedTuple):
    """An edit whose files are being written, or were when the program ended."""

    edit_id: int
    direction: Direction
    content: str


def add(connection: sqlite3.Connection, content: str) -> int:
    """Store a new edit and return its id."""
    cursor = connection.execute(
        "INSERT INTO text_edit (size, content) VALUES (?, ?)", (len(content), content)
    )
    return int(cursor.lastrowid or 0)


def begin(connection: sqlite3.Connection, edit_id: int, direction: Direction) -> None:
    """Store that the files of an edit are about to be written."""
    connection.execute(
        "INSERT OR REPLACE INTO unfinished_text_edit (edit, direction) VALUES (?, ?)", (edit_id, direction)
    )


def finish(connection: sqlite3.Connection, edit_id: int, entry: EntryId | None = None) -> None:
    """Store that the files of an edit are written. A new edit gets the id of its journal entry."""
    connection.execute("DELETE FROM unfinished_text_edit WHERE edit = ?", (edit_id,))
    if entry is not None:
        connection.execute("UPDATE text_edit SET device = ?, seq = ? WHERE id = ?", (*entry, edit_id))
        _delete_oldest(connection)


def cancel(connection: sqlite3.Connection, edit_id: int) -> None:
    """Store that the files of an edit were not written. A new edit is deleted."""
    connection.execute("DELETE FROM unfinished_text_edit WHERE edit = ?", (edit_id,))
    connection.execute("DELETE FROM text_edit WHERE id = ? AND device IS NULL", (edit_id,))


def load_unfinished(connection: sqlite3.Connection) -> list[UnfinishedEdit]:
    """Return the edits whose files are being written."""
    rows = connection.execute(
        "SELECT edit, direction, content FROM unfinished_text_edit JOIN text_edit ON id = edit ORDER BY edit"
    )
    return [UnfinishedEdit(edit_id, Direction(direction), content) for edit_id, direction, content in rows]


class LoggedEdit(NamedTuple):
    """An edit in the log."""

    edit_id: int
    content: str


def load(connection: sqlite3.Connection, entry: EntryId) -> LoggedEdit | None:
    """Return the edit that has this journal entry; None if it is not in the log any more."""
    row = connection.execute(
        "SELECT id, content FROM text_edit WHERE device = ? AND seq = ?", entry
    ).fetchone()
    return None if row is None else LoggedEdit(*row)


def forget(connection: sqlite3.Connection, content_part: str) -> None:
    """Delete the edits whose content contains a text. Undo skips them."""
    connection.execute(
        "DELETE FROM text_edit WHERE device IS NOT NULL AND instr(content, ?) > 0", (content_part,)
    )


def _delete_oldest(connection: sqlite3.Connection) -> None:
    connection.execute(
        "DELETE FROM text_edit WHERE device IS NOT NULL AND id IN (SELECT id FROM ("
        "SELECT id, row_number() OVER newest_first AS number, sum(size) OVER newest_first AS total "
        "FROM text_edit WINDOW newest_first AS (ORDER BY id DESC)) WHERE number > ? OR (total > ? AND number > 1)"
        ")",
        (MAX_EDITS, MAX_CHARACTERS),
    )

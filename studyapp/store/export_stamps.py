"""The table of what was last exported to Anki."""

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple


class LastExport(NamedTuple):
    """The last export of a note: its digest, and the modification time that was sent with it (unix seconds)."""

    digest: str
    changed_at: int


def load_all(connection: sqlite3.Connection) -> dict[str, LastExport]:
    """Return the last export of each note by note key."""
    return {
        note: LastExport(digest, changed_at)
        for note, digest, changed_at in connection.execute("SELECT note, digest, changed_at FROM exported")
    }


def save(connection: sqlite3.Connection, stamps: Iterable[tuple[str, str, int]]) -> None:
    """Store stamps: note key, digest and modification time (unix seconds) of what was exported."""
    connection.executemany(
        "INSERT OR REPLACE INTO exported (note, digest, changed_at) VALUES (?, ?, ?)", stamps
    )

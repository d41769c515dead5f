"""The table of what was last exported to Anki."""

import sqlite3
from collections.abc import Iterable


def load_all(connection: sqlite3.Connection) -> dict[str, tuple[str, int]]:
    """Return by note key the digest of the last export and the modification time sent with it (unix seconds)."""
    return {
        note: (digest, changed_at)
        for note, digest, changed_at in connection.execute("SELECT note, digest, changed_at FROM exported")
    }


def save(connection: sqlite3.Connection, stamps: Iterable[tuple[str, str, int]]) -> None:
    """Store stamps: note key, digest and modification time (unix seconds) of what was exported."""
    connection.executemany(
        "INSERT OR REPLACE INTO exported (note, digest, changed_at) VALUES (?, ?, ?)", stamps
    )

"""The table of what Anki was last given."""

import sqlite3
from collections.abc import Iterable


def load_all(connection: sqlite3.Connection) -> dict[str, tuple[str, int]]:
    """By note key the digest of what Anki was given and the moment that went with it (unix seconds)."""
    return {
        note: (digest, changed_at)
        for note, digest, changed_at in connection.execute("SELECT note, digest, changed_at FROM exported")
    }


def save(connection: sqlite3.Connection, stamps: Iterable[tuple[str, str, int]]) -> None:
    """Remember note key, digest and moment of what was exported."""
    connection.executemany(
        "INSERT OR REPLACE INTO exported (note, digest, changed_at) VALUES (?, ?, ?)", stamps
    )

"""The table of what was last exported to Anki."""

import sqlite3
from collections.abc import Iterable, Mapping
from typing import NamedTuple

_ABSENT = "absent"
"""FROZEN: stands for the digest of a note that the last export reported as removed from its deck. It differs from all
digests, so a note that returns counts as changed and is updated in Anki."""


class LastExport(NamedTuple):
    """The last export of a note: its digest, and the modification time that was sent with it (Unix seconds).

    `content_in_anki` is the digest of what Anki then had, or empty if that is not known.
    """

    digest: str
    changed_at: int
    content_in_anki: str = ""

    @property
    def is_absent(self) -> bool:
        """Whether the last export reported the note as removed from its deck."""
        return self.digest == _ABSENT


def load_all(connection: sqlite3.Connection) -> dict[str, LastExport]:
    """Return the last export of each note by note key."""
    return {
        note: LastExport(*values)
        for note, *values in connection.execute(
            "SELECT note, digest, changed_at, content_in_anki FROM exported"
        )
    }


def rename_note(connection: sqlite3.Connection, old_key: str, new_key: str) -> None:
    """Keep what is known of a note under another key."""
    connection.execute("UPDATE OR REPLACE exported SET note = ? WHERE note = ?", (new_key, old_key))


def save(connection: sqlite3.Connection, export_by_key: Mapping[str, LastExport]) -> None:
    """Store what was exported, by note key. Where `content_in_anki` is not known, the stored one stays."""
    rows = ((key, *export) for key, export in export_by_key.items())
    connection.executemany(
        """
        INSERT INTO exported (note, digest, changed_at, content_in_anki) VALUES (?, ?, ?, ?)
        ON CONFLICT (note) DO UPDATE SET digest = excluded.digest, changed_at = excluded.changed_at,
            content_in_anki = coalesce(nullif(excluded.content_in_anki, ''), content_in_anki)
        """,
        rows,
    )


def mark_absent(connection: sqlite3.Connection, note_keys: Iterable[str]) -> None:
    """Record that an export reported these notes as removed from their decks. The times of their exports stay."""
    connection.executemany(
        "UPDATE exported SET digest = ? WHERE note = ?", ((_ABSENT, key) for key in note_keys)
    )

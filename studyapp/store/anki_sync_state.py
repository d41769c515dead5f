"""The tables of what a running Anki had when it was last met."""

import sqlite3
from collections.abc import Iterable


def last_sync_time(connection: sqlite3.Connection, collection_created_at: int, deck: str) -> int | None:
    """When (UTC ms) a deck and the collection of Anki that began at `anki` (unix seconds) last had the same; None when
    they never met."""
    row = connection.execute(
        "SELECT at FROM met_anki WHERE anki = ? AND deck = ?", (collection_created_at, deck)
    ).fetchone()
    return None if row is None else int(row[0])


def save_sync_time(
    connection: sqlite3.Connection, collection_created_at: int, decks: Iterable[str], at: int
) -> None:
    """They have the same now."""
    rows = ((collection_created_at, deck, at) for deck in decks)
    connection.executemany("INSERT OR REPLACE INTO met_anki (anki, deck, at) VALUES (?, ?, ?)", rows)


def seen_notes(connection: sqlite3.Connection, collection_created_at: int) -> set[str]:
    """The keys of the notes that were seen there."""
    return {
        row[0]
        for row in connection.execute(
            "SELECT note FROM seen_in_anki WHERE anki = ?", (collection_created_at,)
        )
    }


def save_seen_notes(connection: sqlite3.Connection, collection_created_at: int, notes: Iterable[str]) -> None:
    """These were seen there."""
    rows = ((collection_created_at, note) for note in notes)
    connection.executemany("INSERT OR IGNORE INTO seen_in_anki (anki, note) VALUES (?, ?)", rows)

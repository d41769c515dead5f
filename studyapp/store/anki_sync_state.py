"""The tables of what was in a running Anki at the last sync."""

import sqlite3
from collections.abc import Iterable


def last_sync_time(connection: sqlite3.Connection, collection_created_at: int, deck: str) -> int | None:
    """Return when a deck and an Anki collection were last in sync, in UTC milliseconds; None if never.
    `collection_created_at` (unix seconds) identifies the collection."""
    row = connection.execute(
        "SELECT at FROM met_anki WHERE anki = ? AND deck = ?", (collection_created_at, deck)
    ).fetchone()
    return None if row is None else int(row[0])


def save_sync_time(
    connection: sqlite3.Connection, collection_created_at: int, decks: Iterable[str], at: int
) -> None:
    """Record that these decks and the Anki collection are in sync at `at` (UTC ms)."""
    rows = ((collection_created_at, deck, at) for deck in decks)
    connection.executemany("INSERT OR REPLACE INTO met_anki (anki, deck, at) VALUES (?, ?, ?)", rows)


def seen_notes(connection: sqlite3.Connection, collection_created_at: int) -> set[str]:
    """Return the keys of the notes that were seen in the Anki collection."""
    return {
        row[0]
        for row in connection.execute(
            "SELECT note FROM seen_in_anki WHERE anki = ?", (collection_created_at,)
        )
    }


def save_seen_notes(connection: sqlite3.Connection, collection_created_at: int, notes: Iterable[str]) -> None:
    """Record notes, by key, as seen in the Anki collection."""
    rows = ((collection_created_at, note) for note in notes)
    connection.executemany("INSERT OR IGNORE INTO seen_in_anki (anki, note) VALUES (?, ?)", rows)

"""The tables of what a running Anki had when it was last met."""

import sqlite3
from collections.abc import Iterable


def met_at(connection: sqlite3.Connection, anki: int, deck: str) -> int | None:
    """When (UTC ms) a deck and the collection of Anki that began at `anki` (unix seconds) last had the same; None when
    they never met."""
    row = connection.execute("SELECT at FROM met_anki WHERE anki = ? AND deck = ?", (anki, deck)).fetchone()
    return None if row is None else int(row[0])


def put_met(connection: sqlite3.Connection, anki: int, decks: Iterable[str], at: int) -> None:
    """They have the same now."""
    rows = ((anki, deck, at) for deck in decks)
    connection.executemany("INSERT OR REPLACE INTO met_anki (anki, deck, at) VALUES (?, ?, ?)", rows)


def seen(connection: sqlite3.Connection, anki: int) -> set[str]:
    """The keys of the notes that were seen there."""
    return {row[0] for row in connection.execute("SELECT note FROM seen_in_anki WHERE anki = ?", (anki,))}


def put_seen(connection: sqlite3.Connection, anki: int, notes: Iterable[str]) -> None:
    """These were seen there."""
    rows = ((anki, note) for note in notes)
    connection.executemany("INSERT OR IGNORE INTO seen_in_anki (anki, note) VALUES (?, ?)", rows)

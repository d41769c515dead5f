"""The tables of what was in a running Anki at the last sync."""

import sqlite3
from collections.abc import Iterable, Mapping
from typing import NamedTuple


class StoredAnkiDeck(NamedTuple):
    """The id of a deck in Anki, and the name that StudyApp had for it at the last sync."""

    anki_deck_id: int
    name: str


def last_sync_times(
    connection: sqlite3.Connection, collection_created_at: int, decks: Iterable[str], now: int
) -> dict[str, int | None]:
    """Return when each deck and an Anki collection were last in sync, in UTC milliseconds; None if never, or if that is
    later than `now`, because the clock was wrong then. `collection_created_at` (Unix seconds) identifies the
    collection."""
    rows = connection.execute(
        "SELECT deck, at FROM met_anki WHERE anki = ? AND at <= ?", (collection_created_at, now)
    )
    time_by_deck = dict(rows)
    return {deck: time_by_deck.get(deck) for deck in decks}


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


def rename_note(connection: sqlite3.Connection, old_key: str, new_key: str) -> None:
    """Keep what is known of a note under another key."""
    connection.execute("UPDATE OR REPLACE seen_in_anki SET note = ? WHERE note = ?", (new_key, old_key))


def save_seen_notes(connection: sqlite3.Connection, collection_created_at: int, notes: Iterable[str]) -> None:
    """Record notes, by key, as seen in the Anki collection."""
    rows = ((collection_created_at, note) for note in notes)
    connection.executemany("INSERT OR IGNORE INTO seen_in_anki (anki, note) VALUES (?, ?)", rows)


def anki_deck_by_deck(
    connection: sqlite3.Connection, collection_created_at: int
) -> dict[str, StoredAnkiDeck]:
    """Return the decks of an Anki collection to which decks belong, by deck id."""
    rows = connection.execute(
        "SELECT deck, anki_deck, name FROM anki_deck WHERE anki = ?", (collection_created_at,)
    )
    return {deck: StoredAnkiDeck(*values) for deck, *values in rows}


def save_anki_decks(
    connection: sqlite3.Connection,
    collection_created_at: int,
    anki_deck_by_deck: Mapping[str, StoredAnkiDeck],
) -> None:
    """Record to which decks of an Anki collection these decks, given by id, belong."""
    connection.executemany(
        "INSERT OR REPLACE INTO anki_deck (anki, deck, anki_deck, name) VALUES (?, ?, ?, ?)",
        ((collection_created_at, deck, *stored) for deck, stored in anki_deck_by_deck.items()),
    )


def digests_in_sync(connection: sqlite3.Connection) -> set[tuple[str, bytes]]:
    """Return the keys of the notes that were in sync with a collection of Anki, with the digests of their states then."""
    return set(connection.execute("SELECT note, digest FROM note_in_sync"))


def save_digests_in_sync(
    connection: sqlite3.Connection, collection_created_at: int, digest_by_key: Mapping[str, bytes]
) -> None:
    """Record the digests of notes, by key, that are in sync with the Anki collection."""
    connection.executemany(
        "INSERT OR REPLACE INTO note_in_sync (anki, note, digest) VALUES (?, ?, ?)",
        ((collection_created_at, note, digest) for note, digest in digest_by_key.items()),
    )

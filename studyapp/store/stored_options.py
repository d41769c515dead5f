"""The table of settings: study options of a deck or of all decks, the deck folders, and how decks are arranged."""

import sqlite3

ALL_DECKS = ""
"""Used in place of a deck id for options of all decks."""

HIDDEN = "hidden"
"""The name of the setting that a hidden deck has."""


def load(connection: sqlite3.Connection, deck: str) -> dict[str, str]:
    """Return the stored values of a deck, by name."""
    return dict(connection.execute("SELECT name, value FROM setting WHERE deck = ?", (deck,)))


def load_value(connection: sqlite3.Connection, deck: str, name: str) -> str | None:
    """Return one stored value of a deck; None if there is none."""
    row = connection.execute("SELECT value FROM setting WHERE deck = ? AND name = ?", (deck, name)).fetchone()
    return None if row is None else str(row[0])


def load_of_all_and_one(connection: sqlite3.Connection, deck: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return the stored values for all decks and those of one deck, by name."""
    of_all: dict[str, str] = {}
    of_deck: dict[str, str] = {}
    rows = connection.execute("SELECT deck, name, value FROM setting WHERE deck IN (?, ?)", (ALL_DECKS, deck))
    for found, name, value in rows:
        (of_all if found == ALL_DECKS else of_deck)[name] = value
    return of_all, of_deck


def load_all(connection: sqlite3.Connection) -> dict[str, dict[str, str]]:
    """Return the stored values by name of each deck that has any."""
    found: dict[str, dict[str, str]] = {}
    for deck, name, value in connection.execute("SELECT deck, name, value FROM setting"):
        found.setdefault(deck, {})[name] = value
    return found


def value_by_deck(connection: sqlite3.Connection, name: str) -> dict[str, str]:
    """Return the stored values of this name, by deck id."""
    return dict(connection.execute("SELECT deck, value FROM setting WHERE name = ?", (name,)))


def save(connection: sqlite3.Connection, deck: str, name: str, value: str | None) -> None:
    """Store a value, or delete it if `value` is None."""
    if value is None:
        connection.execute("DELETE FROM setting WHERE deck = ? AND name = ?", (deck, name))
    else:
        connection.execute(
            "INSERT OR REPLACE INTO setting (deck, name, value) VALUES (?, ?, ?)", (deck, name, value)
        )

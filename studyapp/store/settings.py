"""The table of what the learner chose."""

import sqlite3

ALL_DECKS = ""
"""In place of a deck's id: what holds for all."""


def load(connection: sqlite3.Connection, deck: str) -> dict[str, str]:
    """What was chosen for a deck, by name."""
    return dict(connection.execute("SELECT name, value FROM setting WHERE deck = ?", (deck,)))


def value_by_deck(connection: sqlite3.Connection, name: str) -> dict[str, str]:
    """What was chosen under this name, by the deck it was chosen for."""
    return dict(connection.execute("SELECT deck, value FROM setting WHERE name = ?", (name,)))


def save(connection: sqlite3.Connection, deck: str, name: str, value: str | None) -> None:
    """Choose a value, or with None nothing of its own."""
    if value is None:
        connection.execute("DELETE FROM setting WHERE deck = ? AND name = ?", (deck, name))
    else:
        connection.execute(
            "INSERT OR REPLACE INTO setting (deck, name, value) VALUES (?, ?, ?)", (deck, name, value)
        )

"""How many cards are due on a day, counted without reading them."""

import sqlite3

from studyapp.core.cards.card_id import CardId


def count_due(connection: sqlite3.Connection, days: range) -> dict[int, int]:
    """Return the number of unsuspended reviews of all decks that are due on each of these study days. Days without any are
    missing."""
    return dict(
        connection.execute(
            "SELECT due_day, sum(cards) FROM card_count INDEXED BY card_count_due "
            "WHERE phase = 2 AND suspended = 0 AND due_day >= ? AND due_day < ? GROUP BY due_day",
            (days.start, days.stop),
        )
    )


def due_days_of_siblings(connection: sqlite3.Connection, card: CardId) -> frozenset[int]:
    """Return the study days on which other cards of the note are due."""
    rows = connection.execute(
        "SELECT due_day FROM schedule WHERE deck = ? AND note = ? AND ordinal <> ? AND phase = 2", card
    )
    return frozenset(day for (day,) in rows)

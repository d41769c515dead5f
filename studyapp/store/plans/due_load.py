"""How many cards are due on a day, counted without reading them."""

import sqlite3

from studyapp.core.cards.card_id import CardId
from studyapp.core.days_off.shifted_reviews import DaysOffReview
from studyapp.core.study.scheduler import Memory


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


def load_reviews_due(connection: sqlite3.Connection, days: range) -> list[DaysOffReview]:
    """Return the unsuspended reviews that are due on these study days."""
    rows = connection.execute(
        "SELECT deck, note, ordinal, stability, difficulty, last_day, due_day FROM schedule JOIN card USING (deck, note, ordinal) "
        "WHERE present = 1 AND phase = 2 AND suspended = 0 AND due_day >= ? AND due_day < ?",
        (days.start, days.stop),
    )
    return [
        DaysOffReview(CardId(deck, note, ordinal), Memory(stability, difficulty), last_day, due_day)
        for deck, note, ordinal, stability, difficulty, last_day, due_day in rows
        if stability is not None and last_day is not None
    ]

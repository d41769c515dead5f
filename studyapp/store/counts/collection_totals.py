"""Numbers of notes, of cards, and of cards by state."""

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from studyapp.core.text.localized_text import CardLanguages
from studyapp.store.session_card_queries import availability_key


class CollectionTotals(NamedTuple):
    """Numbers of the present notes and cards in some decks."""

    notes: int
    cards: int
    new: int
    learning: int
    due: int
    suspended: int


def count_totals(
    connection: sqlite3.Connection, decks: Sequence[str], day: int, languages: CardLanguages
) -> CollectionTotals:
    """Count the present notes and cards of these decks. A suspended card counts only as suspended, any other as new,
    learning, due (a review due by `day`) or none of these (a review due later)."""
    placeholders = ", ".join("?" * len(decks))
    note_count = connection.execute(
        f"SELECT count(*) FROM note WHERE present = 1 AND deck IN ({placeholders})", tuple(decks)
    ).fetchone()[0]
    row = connection.execute(
        "SELECT total(cards), "
        " total(cards) FILTER (WHERE suspended = 0 AND phase = 0), "
        " total(cards) FILTER (WHERE suspended = 0 AND phase IN (1, 3)), "
        " total(cards) FILTER (WHERE suspended = 0 AND phase = 2 AND due_day <= ?), "
        " total(cards) FILTER (WHERE suspended = 1) "
        f"FROM card_count WHERE instr(asked_in, ?) AND deck IN ({placeholders})",
        (day, availability_key(languages), *decks),
    ).fetchone()
    return CollectionTotals(note_count, *map(int, row))

"""Check and repair of the stored numbers of cards, which triggers keep up to date."""

import sqlite3

_COPIED = "coalesce(phase, 0) <> 0, coalesce(phase, 0), coalesce(due_day, 0), coalesce(suspended, 0)"
"""What the table of cards repeats of a schedule; a card without one is new."""

_COPIES = "started, counted_phase, counted_due_day, counted_suspended"

_COUNTS_OF_CARDS = """
    SELECT deck, asked_in, counted_phase, counted_suspended, counted_due_day, count(*) FROM card WHERE present = 1
    GROUP BY deck, asked_in, counted_phase, counted_suspended, counted_due_day
"""


def are_consistent(connection: sqlite3.Connection) -> bool:
    """Return whether the stored numbers are those of the cards, and the cards repeat what their schedules say."""
    (is_any_wrong,) = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM card LEFT JOIN schedule USING (deck, note, ordinal) "
        f"WHERE ({_COPIES}) <> ({_COPIED})) "
        f"OR EXISTS (SELECT * FROM card_count EXCEPT {_COUNTS_OF_CARDS}) "
        f"OR EXISTS ({_COUNTS_OF_CARDS} EXCEPT SELECT * FROM card_count)"
    ).fetchone()
    return not is_any_wrong


def recount(connection: sqlite3.Connection) -> None:
    """Repeat in the cards what their schedules say, and count all cards."""
    connection.execute(
        f"UPDATE card SET ({_COPIES}) = (SELECT {_COPIED} FROM (SELECT 1) LEFT JOIN schedule "
        "ON (deck, note, ordinal) = (card.deck, card.note, card.ordinal))"
    )
    connection.execute("DELETE FROM card_count")
    connection.execute(
        f"INSERT INTO card_count (deck, asked_in, phase, suspended, due_day, cards) {_COUNTS_OF_CARDS}"
    )

"""Check and repair of the stored numbers of cards, which triggers keep up to date."""

import sqlite3

from studyapp.store.schedules import CARD_COLUMNS, VALUES_OF_CARD_COLUMNS

_COUNTS = {
    "card_count": """
        SELECT deck, asked_in, counted_phase, counted_suspended, counted_due_day, count(*) FROM card WHERE present = 1
        GROUP BY deck, asked_in, counted_phase, counted_suspended, counted_due_day
    """,
    "interval_count": """
        SELECT deck, counted_suspended, counted_interval, count(*) FROM card WHERE present = 1 AND counted_interval > 0
        GROUP BY deck, counted_suspended, counted_interval
    """,
    "added_count": """
        SELECT deck, at / 900, count(*) FROM card JOIN note_added USING (deck, note) WHERE present = 1
        GROUP BY deck, at / 900
    """,
}
"""What each table counts."""


def are_consistent(connection: sqlite3.Connection) -> bool:
    """Return whether the stored numbers are those of the cards, and the cards repeat what their schedules say."""
    are_counts_wrong = " OR ".join(
        f"EXISTS (SELECT * FROM {table} EXCEPT SELECT * FROM ({counts})) "
        f"OR EXISTS (SELECT * FROM ({counts}) EXCEPT SELECT * FROM {table})"
        for table, counts in _COUNTS.items()
    )
    (is_any_wrong,) = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM card LEFT JOIN schedule USING (deck, note, ordinal) "
        f"WHERE ({CARD_COLUMNS}) IS NOT ({VALUES_OF_CARD_COLUMNS})) OR {are_counts_wrong}"
    ).fetchone()
    return not is_any_wrong


def recount(connection: sqlite3.Connection) -> None:
    """Repeat in the cards what their schedules say, and count all cards."""
    connection.execute(
        f"UPDATE card SET ({CARD_COLUMNS}) = (SELECT {VALUES_OF_CARD_COLUMNS} FROM (SELECT 1) LEFT JOIN schedule "
        "ON (deck, note, ordinal) = (card.deck, card.note, card.ordinal))"
    )
    for table, counts in _COUNTS.items():
        connection.execute(f"DELETE FROM {table}")
        connection.execute(f"INSERT INTO {table} {counts}")

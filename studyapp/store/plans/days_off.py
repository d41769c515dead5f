"""The study days that the user marked as days off."""

import sqlite3


def load(connection: sqlite3.Connection) -> frozenset[int]:
    """Return the days off."""
    return frozenset(day for (day,) in connection.execute("SELECT day FROM day_off"))


def save(connection: sqlite3.Connection, day: int, *, is_off: bool) -> None:
    """Mark a study day as a day off, or as none."""
    if is_off:
        connection.execute("INSERT OR IGNORE INTO day_off (day) VALUES (?)", (day,))
    else:
        connection.execute("DELETE FROM day_off WHERE day = ?", (day,))


def load_after(connection: sqlite3.Connection, day: int) -> frozenset[int]:
    """Return the days off after a study day."""
    return frozenset(
        found for (found,) in connection.execute("SELECT day FROM day_off WHERE day > ?", (day,))
    )

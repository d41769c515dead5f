"""The totals of the past for all decks, kept as columns of numbers: reading thousands of rows would take most of the time of
the figures of reviews."""

import sqlite3
import sys
from array import array
from collections.abc import Sequence
from typing import NamedTuple

from studyapp.store.statistics.columns import load_columns
from studyapp.store.statistics.totals import EVER
from studyapp.store.stored_options import ALL_DECKS

_NEWEST_DAYS = 60
"""Totals of the last days change often, so they are read as rows."""

_MAX_ROWS = 500
"""Up to this number of older rows aren't worth keeping them."""


class PastTotals(NamedTuple):
    """Totals that are kept: their stored name, and the query for the rows of all decks, which begin with the day."""

    name: str
    query: str

    @property
    def ordered_query(self) -> str:
        """The query for the rows from one study day up to another, in ascending order."""
        return f"{self.query} AND day >= ? AND day < ? ORDER BY day"


REVIEWS = PastTotals(
    "reviews",
    "SELECT day, kind, interval, again + hard + good + easy AS reviews, again, duration_ms FROM day_total "
    f"WHERE deck = '{ALL_DECKS}' AND reviews > 0",
)
WAITING = PastTotals("waiting", f"SELECT day, change FROM waiting_total WHERE deck = '{ALL_DECKS}'")
_FIRST, _LAST = EVER + 1, -EVER


def load_past_totals(connection: sqlite3.Connection, totals: PastTotals) -> list[Sequence[int]]:
    """Return the columns of all rows, in ascending order of days."""
    until_day, past = _load_kept(connection, totals)
    newer = load_columns(connection.execute(totals.ordered_query, (until_day, _LAST)))
    if not past:
        return [*newer]
    return [_column_of(past, place, len(newer)) + array("q", column) for place, column in enumerate(newer)]


def keep_past_totals(
    connection: sqlite3.Connection, totals: PastTotals, first_changed_day: int | None
) -> None:
    """Forget what is kept if it has changed, and keep rows if there are many more by now. Call it in a transaction, after each
    change of the totals."""
    if first_changed_day is not None:
        connection.execute(
            "DELETE FROM past_total WHERE name = ? AND until_day > ?", (totals.name, first_changed_day)
        )
    (kept_until,) = connection.execute(
        "SELECT coalesce(max(until_day), ?) FROM past_total WHERE name = ?", (_FIRST, totals.name)
    ).fetchone()
    newest = connection.execute(f"{totals.query} ORDER BY day DESC LIMIT 1").fetchone()
    until_day = 0 if newest is None else newest[0] - _NEWEST_DAYS
    (count,) = connection.execute(
        f"SELECT count(*) FROM ({totals.ordered_query})", (kept_until, until_day)
    ).fetchone()
    if count > _MAX_ROWS:
        connection.execute(
            "INSERT OR REPLACE INTO past_total (name, until_day, columns) VALUES (?, ?, ?)",
            (totals.name, until_day, _encode(connection, totals, until_day)),
        )


def are_past_totals_consistent(connection: sqlite3.Connection) -> bool:
    """Return whether what is kept are the totals."""
    return all(
        _encode(connection, totals, until_day) == columns
        for totals in (REVIEWS, WAITING)
        for until_day, columns in connection.execute(
            "SELECT until_day, columns FROM past_total WHERE name = ?", (totals.name,)
        )
    )


def _load_kept(connection: sqlite3.Connection, totals: PastTotals) -> "tuple[int, array[int]]":
    """Return the columns that are kept, one after the other, and the study day before which they end."""
    row = connection.execute(
        "SELECT until_day, columns FROM past_total WHERE name = ?", (totals.name,)
    ).fetchone()
    if row is None:
        return _FIRST, array("q")
    values = array("q")
    values.frombytes(row[1])
    _swap_bytes_if_needed(values)
    return row[0], values


def _encode(connection: sqlite3.Connection, totals: PastTotals, until_day: int) -> bytes:
    columns = load_columns(connection.execute(totals.ordered_query, (_FIRST, until_day)))
    values = array("q", (value for column in columns for value in column))
    _swap_bytes_if_needed(values)
    return values.tobytes()


def _swap_bytes_if_needed(values: "array[int]") -> None:
    """Convert between numbers and their stored form, which begins with the lowest byte on every machine."""
    if sys.byteorder == "big":
        values.byteswap()


def _column_of(values: "array[int]", place: int, column_count: int) -> "array[int]":
    length = len(values) // column_count
    return values[place * length : (place + 1) * length]

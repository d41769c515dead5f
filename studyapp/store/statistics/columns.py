"""Reading many rows by column."""

import sqlite3
from itertools import chain
from typing import Any


def load_columns(rows: sqlite3.Cursor) -> list[list[Any]]:
    """Return a list for each column. No row is kept as a tuple: thousands of them would make Python search for cycles."""
    values = list(chain.from_iterable(rows))
    count = len(rows.description)
    return [values[place::count] for place in range(count)]

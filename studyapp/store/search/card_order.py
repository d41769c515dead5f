"""The order of the cards that a search finds."""

from typing import NamedTuple

from studyapp.store.search.sql_condition import Table


class CardOrder(NamedTuple):
    """The terms of an `ORDER BY`, and the tables that they need besides `card`."""

    sql: str
    tables: frozenset[Table] = frozenset()

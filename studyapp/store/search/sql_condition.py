"""Conditions of a query as SQL."""

import json
from collections.abc import Iterable
from enum import StrEnum
from typing import Any, NamedTuple


class Table(StrEnum):
    """A table that a condition needs besides `card`. The values are the names in SQL."""

    SCHEDULE = "schedule"
    """Its columns are null for cards without entries in the journal."""

    NOTE = "note"
    INDEXED_NOTE = "search_note"


class Condition(NamedTuple):
    """An SQL expression that is 0 or 1, never null, its parameters and the tables that it needs.

    `selective` is a table that has few of the rows for which the condition is true, or no row for any other card, so that
    reading this table first saves time.
    """

    sql: str
    parameters: tuple[Any, ...] = ()
    tables: frozenset[Table] = frozenset()
    selective: Table | None = None

    def negated(self) -> "Condition":
        """Return the opposite."""
        return self._replace(sql=f"NOT ({self.sql})", selective=None)


ALWAYS = Condition("1")
NEVER = Condition("0")


def all_of(conditions: Iterable[Condition]) -> Condition:
    """Return a condition that is true if all of these are."""
    parts = list(conditions)
    selective = {part.selective for part in parts}
    best = (table for table in (Table.INDEXED_NOTE, Table.SCHEDULE) if table in selective)
    return _join(parts, " AND ", ALWAYS)._replace(selective=next(best, None))


def any_of(conditions: Iterable[Condition]) -> Condition:
    """Return a condition that is true if one of these is."""
    parts = list(conditions)
    selective = {part.selective for part in parts}
    return _join(parts, " OR ", NEVER)._replace(selective=selective.pop() if len(selective) == 1 else None)


def _join(conditions: list[Condition], operator: str, empty: Condition) -> Condition:
    if not conditions:
        return empty
    return Condition(
        f"({operator.join(condition.sql for condition in conditions)})",
        tuple(value for condition in conditions for value in condition.parameters),
        frozenset[Table]().union(*(condition.tables for condition in conditions)),
    )


def is_one_of(expression: str, values: Iterable[str], *tables: Table) -> Condition:
    """Return whether an expression has one of these values."""
    chosen = list(values)
    if not chosen:
        return NEVER
    return Condition(
        f"{expression} IN (SELECT value FROM json_each(?))", (json.dumps(chosen),), frozenset(tables)
    )


def on_schedule(sql: str, *parameters: object) -> Condition:
    """Return a condition on a card's schedule that is false for cards without one."""
    return Condition(f"ifnull({sql}, 0)", parameters, frozenset({Table.SCHEDULE}), Table.SCHEDULE)


def on_indexed_note(sql: str, *parameters: object) -> Condition:
    """Return a condition on the indexed note."""
    return Condition(sql, parameters, frozenset({Table.INDEXED_NOTE}))

"""The totals of reviews by deck and study day: how they follow from the facts, and their updates (ADR 37)."""

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from studyapp.core.statistics.review_totals import BIN_COUNT, MILLION
from studyapp.core.statistics.selection import FoundCards, Selection
from studyapp.core.study.rating import Rating
from studyapp.store.statistics.selected_cards import Condition, decks_of_totals, is_selected
from studyapp.store.stored_options import ALL_DECKS

EVER = -(2**62)
"""The day of the rows that add up all days."""


class TotalsTable(NamedTuple):
    """A table of totals and how it follows from facts: the expressions of its keys and amounts by their columns, the rows,
    and the condition for those that count."""

    name: str
    keys: dict[str, str]
    amounts: dict[str, str]
    condition: str = "1"
    rows: str = "review_fact"

    @property
    def columns(self) -> str:
        """The names of all columns, separated by commas: first the keys, then the amounts."""
        return ", ".join((*self.keys, *self.amounts))

    @property
    def is_counted(self) -> str:
        """The condition for rows with an amount."""
        return " OR ".join(f"{amount} <> 0" for amount in self.amounts)

    def select_from_facts(self, condition: str, group: "TotalsGroup", sign: str = "") -> str:
        """Return the query for the deck, the keys and the amounts of the facts that meet the condition, each amount with the
        sign."""
        keys = self.keys if group.by_day else {**self.keys, "day": str(EVER)}
        grouped = [group.deck, *(key for name, key in self.keys.items() if group.by_day or name != "day")]
        amounts = [sign + amount for amount in self.amounts.values()]
        return (
            f"SELECT {', '.join((group.deck, *keys.values(), *amounts))} "
            f"FROM {self.rows} JOIN reviewed_card ON reviewed_card.id = card "
            f"WHERE {self.condition} AND {condition} GROUP BY {', '.join(grouped)}"
        )

    def insert(self, select: str) -> str:
        """Return the statement that adds the rows of a query for the deck, the keys and the amounts."""
        return f"INSERT INTO {self.name} (deck, {self.columns}) {select}"


class TotalsGroup(NamedTuple):
    """Which totals: those of each deck or of all, by day or ever. `deck` is an expression."""

    deck: str
    by_day: bool


_GROUPS = tuple(TotalsGroup(deck, by_day) for deck in ("deck", f"'{ALL_DECKS}'") for by_day in (True, False))

_RECALLED = f"sum(rating > {int(Rating.AGAIN)})"

_COUNTS = {"reviews": "count(*)", "recalled": _RECALLED}

DAYS = TotalsTable(
    "day_total",
    {"day": "day", "kind": "kind", "interval": "interval"},
    {
        **{rating.name.lower(): f"sum(rating = {int(rating)})" for rating in Rating},
        "duration_ms": "sum(duration_ms)",
    },
)
HOURS = TotalsTable("hour_total", {"day": "day", "hour": "hour"}, _COUNTS)
CONFIDENCES = TotalsTable(
    "confidence_total",
    {"day": "day", "confidence": "confidence"},
    _COUNTS,
    "confidence IS NOT NULL",
)
PREDICTIONS = TotalsTable(
    "prediction_total",
    {"day": "day", "bin": f"min({BIN_COUNT - 1}, CAST(predicted * {BIN_COUNT} AS INTEGER))"},
    {
        **_COUNTS,
        "predicted": f"sum(CAST(predicted * {MILLION} + 0.5 AS INTEGER))",
        "log_loss": "sum(log_loss)",
    },
    "predicted IS NOT NULL",
)
WAITING = TotalsTable(
    "waiting_total",
    {"day": "CASE change WHEN 1 THEN due_day ELSE next_day END"},
    {"change": "sum(change)"},
    "next_day > due_day",
    "review_fact JOIN (SELECT 1 AS change UNION ALL SELECT -1)",
)
TABLES = (DAYS, HOURS, CONFIDENCES, PREDICTIONS, WAITING)

_IS_CHANGED = "card IN (SELECT id FROM temp.changed_card)"


def choose_changed_cards(connection: sqlite3.Connection, numbers: Iterable[int]) -> None:
    """Put the numbers of the cards whose facts change into a temporary table, on which `subtract` and `add` rely."""
    connection.execute("CREATE TEMPORARY TABLE IF NOT EXISTS changed_card (id INTEGER NOT NULL PRIMARY KEY)")
    connection.execute("DELETE FROM temp.changed_card")
    connection.executemany("INSERT INTO temp.changed_card VALUES (?)", ((number,) for number in numbers))


def subtract(connection: sqlite3.Connection) -> None:
    """Take the facts of the changed cards from the totals. Call it in a transaction."""
    _change(connection, "-")


def add(connection: sqlite3.Connection) -> None:
    """Add the facts of the changed cards to the totals. Call it in a transaction."""
    _change(connection, "")


def _change(connection: sqlite3.Connection, sign: str) -> None:
    for table in TABLES:
        changes = ", ".join(f"{amount} = {amount} + excluded.{amount}" for amount in table.amounts)
        for group in _GROUPS:
            select = table.select_from_facts(_IS_CHANGED, group, sign)
            connection.execute(f"{table.insert(select)} ON CONFLICT DO UPDATE SET {changes}")


def compute(connection: sqlite3.Connection, table: TotalsTable) -> None:
    """Compute the totals of a table by deck and day from all facts, and put them into a temporary table, on which
    `store_computed` relies. It needs no write transaction."""
    select = table.select_from_facts("1", TotalsGroup("deck", by_day=True))
    connection.execute("DROP TABLE IF EXISTS temp.computed_total")
    connection.execute(f"CREATE TEMPORARY TABLE computed_total AS {select}")


def store_computed(connection: sqlite3.Connection, table: TotalsTable) -> None:
    """Replace the totals of a table by the computed ones. Call it in a transaction."""
    connection.execute(f"DELETE FROM {table.name}")
    connection.execute(table.insert("SELECT * FROM temp.computed_total"))
    connection.execute("DROP TABLE temp.computed_total")
    keys, amounts = ", ".join(table.keys), ", ".join(f"sum({amount})" for amount in table.amounts)
    connection.execute(
        table.insert(f"SELECT '{ALL_DECKS}', {keys}, {amounts} FROM {table.name} GROUP BY {keys}")
    )
    others = ", ".join(("deck", *(key for key in table.keys if key != "day")))
    connection.execute(
        f"INSERT INTO {table.name} (day, {others}, {', '.join(table.amounts)}) "
        f"SELECT {EVER}, {others}, {amounts} FROM {table.name} GROUP BY {others}"
    )


def are_consistent(connection: sqlite3.Connection) -> bool:
    """Return whether the totals are those of the facts."""
    return all(_is_consistent(connection, table) for table in TABLES)


def _is_consistent(connection: sqlite3.Connection, table: TotalsTable) -> bool:
    found = " UNION ALL ".join(table.select_from_facts("1", group) for group in _GROUPS)
    (is_any_wrong,) = connection.execute(
        f"WITH stored AS (SELECT deck, {table.columns} FROM {table.name} WHERE {table.is_counted}), "
        f"found (deck, {table.columns}) AS ({found}), "
        f"computed AS (SELECT * FROM found WHERE {table.is_counted}) "
        "SELECT EXISTS (SELECT * FROM stored EXCEPT SELECT * FROM computed) "
        "OR EXISTS (SELECT * FROM computed EXCEPT SELECT * FROM stored)"
    ).fetchone()
    return not is_any_wrong


def rows_by_day(table: TotalsTable, selection: Selection) -> Condition:
    """Return what to name after FROM for the amounts of each study day that are about these cards, with the columns of the
    table. Keys occur once for each deck, and amounts may be 0. Call `choose_cards` before the query."""
    if isinstance(selection, FoundCards):
        return _rows_from_facts(table, selection)
    condition = decks_of_totals(selection)
    return Condition(
        f"(SELECT {table.columns} FROM {table.name} WHERE {condition.sql} AND day > {EVER})",
        condition.parameters,
    )


def rows_since(table: TotalsTable, selection: Selection, since_day: int | None) -> Condition:
    """Return what to name after FROM for rows that add up to the amounts since a study day, or to those ever, with the columns
    of the table except the day. Call `choose_cards` before the query."""
    if isinstance(selection, FoundCards):
        rows = _rows_from_facts(table, selection)
        return Condition(
            f"(SELECT * FROM {rows.sql} WHERE day >= ?)",
            (*rows.parameters, EVER if since_day is None else since_day),
        )
    condition = decks_of_totals(selection)
    comparison, day = ("=", EVER) if since_day is None else (">=", since_day)
    return Condition(
        f"(SELECT {table.columns} FROM {table.name} WHERE {condition.sql} AND day {comparison} ?)",
        (*condition.parameters, day),
    )


def _rows_from_facts(table: TotalsTable, selection: FoundCards) -> Condition:
    condition = is_selected(selection, "reviewed_card")
    columns = ", ".join(
        f"{expression} AS {column}" for column, expression in (table.keys | table.amounts).items()
    )
    return Condition(
        f"(SELECT {columns} FROM {table.rows} JOIN reviewed_card ON reviewed_card.id = card "
        f"WHERE {table.condition} AND {condition.sql} GROUP BY {', '.join(table.keys.values())})",
        condition.parameters,
    )

"""The cards of some decks in an order, as a temporary table, so that each of many searches need not sort again.

The table is in memory and belongs to a connection. It has the ids of the rows to join and the schedules, because reading
these by the key of a card takes most of the time of a search otherwise.
"""

import json
import sqlite3
from array import array

from studyapp.core.search.query import Query
from studyapp.core.search.search_context import SearchContext
from studyapp.store import schedules
from studyapp.store.search.card_list import CardColumns, CardList
from studyapp.store.search.card_order import CardOrder
from studyapp.store.search.query_conditions import ConditionBuilder
from studyapp.store.search.search_functions import register_search_functions
from studyapp.store.search.sql_condition import Condition, Table

_TABLE = "temp.listed_card"
_CARDS_READ_AT_ONCE = 500

_JOIN_BY_TABLE = {
    Table.INDEXED_NOTE: "CROSS JOIN search_note ON search_note.id = card.indexed_note",
    Table.NOTE: "CROSS JOIN note ON note.rowid = card.note_row",
    Table.SCHEDULE: f"CROSS JOIN {_TABLE} AS schedule ON schedule.rank = card.rank",
}


class ListedCards:
    """The cards in the table. It has to be created again after every change of the collection."""

    def __init__(self, connection: sqlite3.Connection, context: SearchContext, order: CardOrder) -> None:
        """Create the table. The notes must be indexed."""
        self._connection = connection
        connection.execute(f"DROP TABLE IF EXISTS {_TABLE}")
        connection.execute(
            "CREATE TEMP TABLE listed_card (rank INTEGER PRIMARY KEY, deck TEXT, note TEXT, ordinal INTEGER, "
            f"indexed_note INTEGER, note_row INTEGER, {schedules.COLUMNS})"
        )
        connection.execute(
            f"INSERT INTO {_TABLE} (deck, note, ordinal, indexed_note, note_row, {schedules.COLUMNS}) "
            f"SELECT card.deck, card.note, card.ordinal, search_note.id, note.rowid, {schedules.COLUMNS} FROM card "
            "CROSS JOIN search_note ON search_note.deck = card.deck AND search_note.note = card.note "
            "CROSS JOIN note ON note.deck = card.deck AND note.id = card.note "
            "LEFT JOIN schedule ON schedule.deck = card.deck AND schedule.note = card.note "
            "AND schedule.ordinal = card.ordinal "
            "WHERE card.present = 1 AND card.deck IN (SELECT value FROM json_each(?)) "
            f"ORDER BY {order.sql}",
            (json.dumps(list(context.decks)),),
        )
        connection.execute("CREATE INDEX temp.listed_card_of_note ON listed_card (indexed_note)")
        self._columns = self._load_columns()

    def _load_columns(self) -> CardColumns:
        """Return the ids of the cards in their order. They are read as JSON in parts, so that other threads can run."""
        columns = CardColumns([], [], array("q"), array("q"))
        deck_by_name: dict[str, str] = {}
        for decks, notes, ordinals, note_numbers in self._connection.execute(
            "SELECT json_group_array(deck), json_group_array(note), json_group_array(ordinal), "
            f"json_group_array(indexed_note) FROM {_TABLE} GROUP BY (rank - 1) / {_CARDS_READ_AT_ONCE}"
        ):
            columns.decks.extend(deck_by_name.setdefault(deck, deck) for deck in json.loads(decks))
            columns.notes.extend(json.loads(notes))
            columns.ordinals.extend(json.loads(ordinals))
            columns.note_numbers.extend(json.loads(note_numbers))
        return columns

    def select(self, query: Query, context: SearchContext, limit: int | None = None) -> CardList:
        """Return the cards that match, in the order of the table."""
        builder = ConditionBuilder(self._connection, context)
        condition = builder.build(query)
        register_search_functions(self._connection, builder.facts.custom_types)
        # One value for all cards: a row for each would let other threads of Python wait for each other.
        (ranks,) = self._connection.execute(
            f"SELECT json_group_array(rank - 1) FROM (SELECT card.rank AS rank {_from_and_where(condition)} "
            "ORDER BY card.rank LIMIT ?)",
            (*condition.parameters, -1 if limit is None else limit),
        ).fetchone()
        return CardList(self._columns, json.loads(ranks))


def _from_and_where(condition: Condition) -> str:
    joined, remaining = f"{_TABLE} AS card", set(condition.tables)
    if condition.selective is Table.INDEXED_NOTE:
        joined = f"search_note CROSS JOIN {_TABLE} AS card ON card.indexed_note = search_note.id"
        remaining.discard(Table.INDEXED_NOTE)
    joins = " ".join(join for table, join in _JOIN_BY_TABLE.items() if table in remaining)
    return f"FROM {joined} {joins} WHERE {condition.sql}"

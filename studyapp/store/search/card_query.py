"""The statement of a search.

The cards are in `card`. Further tables are joined only if the query or the order needs them, under the names in `Table`.
"""

import json
import sqlite3
from functools import partial

from studyapp.core.cards.card_id import CardId
from studyapp.core.search.query import Query
from studyapp.core.search.search_context import SearchContext
from studyapp.store.search.card_order import CardOrder
from studyapp.store.search.query_conditions import ConditionBuilder
from studyapp.store.search.search_functions import register_search_functions
from studyapp.store.search.sql_condition import Condition, Table

_JOIN_CARDS = "CROSS JOIN card ON card.deck = {0}.deck AND card.note = {0}.note"
_JOIN_BY_TABLE = {
    Table.INDEXED_NOTE: "CROSS JOIN search_note ON search_note.deck = card.deck AND search_note.note = card.note",
    Table.NOTE: "CROSS JOIN note ON note.deck = card.deck AND note.id = card.note",
    Table.SCHEDULE: (
        "LEFT JOIN schedule ON schedule.deck = card.deck AND schedule.note = card.note "
        "AND schedule.ordinal = card.ordinal"
    ),
}


def select_cards(
    connection: sqlite3.Connection,
    query: Query,
    context: SearchContext,
    order: CardOrder | None = None,
    limit: int | None = None,
) -> list[CardId]:
    """Return the present cards of the decks in the context that match, whether or not their decks are hidden.

    The notes must be indexed. Without an order, cards of a note are together.
    """
    builder = ConditionBuilder(connection, context)
    condition = builder.build(query)
    register_search_functions(connection, builder.facts.custom_types)
    rows = connection.execute(
        f"SELECT card.deck, card.note, card.ordinal {_from_and_where(condition, order)}"
        f"{f' ORDER BY {order.sql}' if order else ''} LIMIT ?",
        (json.dumps(list(context.decks)), *condition.parameters, -1 if limit is None else limit),
    )
    return list(map(partial(tuple.__new__, CardId), rows))  # in C, unlike CardId._make


def _from_and_where(condition: Condition, order: CardOrder | None) -> str:
    tables = condition.tables | (order.tables if order else frozenset())
    first = condition.selective or (Table.INDEXED_NOTE if Table.INDEXED_NOTE in tables else None)
    joined = "card"
    if first is not None:  # SQLite keeps the order of a CROSS JOIN
        joined = f"{first} {_JOIN_CARDS.format(first)}"
        joined += " AND card.ordinal = schedule.ordinal" if first is Table.SCHEDULE else ""
    joins = " ".join(join for table, join in _JOIN_BY_TABLE.items() if table in tables and table is not first)
    return (
        f"FROM {joined} {joins} WHERE card.present = 1 AND card.deck IN (SELECT value FROM json_each(?)) "
        f"AND {condition.sql}"
    )

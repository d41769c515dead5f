"""The statement of a search.

The cards are in `card`. Further tables are joined only if the query or the order needs them, under the names in `Table`.
"""

import json
import sqlite3

from studyapp.core.cards.card_id import CardId
from studyapp.core.search.query import Query
from studyapp.core.search.search_context import SearchContext
from studyapp.store.search.card_order import CardOrder
from studyapp.store.search.query_conditions import ConditionBuilder
from studyapp.store.search.search_functions import register_search_functions
from studyapp.store.search.sql_condition import Condition, Table

_NOTE_JOIN = "CROSS JOIN note ON note.deck = card.deck AND note.id = card.note"
_SCHEDULE_JOIN = "LEFT JOIN schedule ON schedule.deck = card.deck AND schedule.note = card.note AND schedule.ordinal = card.ordinal"
_CARDS_OF_NOTES = (
    # In this order: the conditions on notes leave fewer of them than there are cards.
    "search_note CROSS JOIN card ON card.deck = search_note.deck AND card.note = search_note.note"
)


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
    return list(map(CardId._make, rows))


def _from_and_where(condition: Condition, order: CardOrder | None) -> str:
    tables = condition.tables | (order.tables if order else frozenset())
    joined = [_CARDS_OF_NOTES if Table.INDEXED_NOTE in tables else "card"]
    if Table.NOTE in tables:
        joined.append(_NOTE_JOIN)
    if Table.SCHEDULE in tables:
        joined.append(_SCHEDULE_JOIN)
    return (
        f"FROM {' '.join(joined)} WHERE card.present = 1 AND card.deck IN (SELECT value FROM json_each(?)) "
        f"AND {condition.sql}"
    )

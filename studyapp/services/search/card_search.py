"""Searching for cards."""

from collections.abc import Callable

from studyapp.core.cards.card_id import CardId
from studyapp.core.search.query import Query
from studyapp.core.search.query_parsing import parse_query
from studyapp.core.search.search_context import SearchContext
from studyapp.store.collection import Collection
from studyapp.store.search import search_index
from studyapp.store.search.card_order import CardOrder
from studyapp.store.search.card_query import select_cards
from studyapp.store.search.search_values import custom_field_names

_NOTES_PER_TRANSACTION = 250
"""Few enough for a rating in another connection to wait only for a moment."""


def read_query(collection: Collection, text: str) -> Query:
    """Return the tree of a query, in which fields of the collection's custom note types may be named.

    Raises QueryError for a mistake in the query, and StoreError if the collection can't be read.
    """
    with collection.read_transaction() as connection:
        field_names = custom_field_names(connection)
    return parse_query(text, field_names)


def find_cards(
    collection: Collection,
    query: Query,
    context: SearchContext,
    order: CardOrder | None = None,
    limit: int | None = None,
) -> list[CardId]:
    """Return the present cards of the decks in the context that match, those of hidden decks too.

    Notes that have changed are indexed first. Without an order, cards of a note are together, but in no particular
    order otherwise. Raises StoreError if the collection can't be read or written.
    """
    update_search_index(collection)
    with collection.read_transaction() as connection:
        return select_cards(connection, query, context, order, limit)


def is_search_index_up_to_date(collection: Collection) -> bool:
    """Return whether no note has changed since it was indexed. Raises StoreError if the collection can't be read."""
    with collection.read_transaction() as connection:
        return search_index.is_up_to_date(connection)


def update_search_index(collection: Collection, progress: Callable[[int, int], None] | None = None) -> None:
    """Index the notes that have changed since the last time. A search does this too, but takes longer then.

    `progress` is called with the numbers of notes that are done and of all, and may raise to stop; what is done stays.
    Raises StoreError if the collection can't be read or written.
    """
    if is_search_index_up_to_date(collection):
        return
    with collection.transaction() as connection:
        search_index.start_over_if_outdated(connection)
        total = search_index.count_queued(connection)
    done = 0
    while True:
        with collection.transaction() as connection:
            indexed = search_index.index_queued_notes(connection, _NOTES_PER_TRANSACTION)
        if not indexed:
            return
        done += indexed
        if progress is not None:
            progress(done, max(done, total))

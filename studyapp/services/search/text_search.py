"""Searching by the text of a query."""

from studyapp.core.cards.card_id import CardId
from studyapp.services.library.deck_library import Library
from studyapp.services.options.clock import Clock
from studyapp.services.search.card_search import find_cards, read_query
from studyapp.services.search.search_context import load_search_context
from studyapp.store.collection import Collection


def find_cards_by_text(
    collection: Collection, library: Library, clock: Clock, query: str
) -> frozenset[CardId]:
    """Return the cards of these decks that match a query now.

    Raises QueryError for a mistake in the query, and StoreError if the collection can't be read or written.
    """
    parsed = read_query(collection, query)
    return frozenset(find_cards(collection, parsed, load_search_context(collection, library, clock)))

"""Finding the cards of the browse page: what the window asks in the background."""

from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.search.query import All
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.browse.browse_rows import first_cards_of_notes
from studyapp.services.library.deck_library import Library
from studyapp.services.options.clock import Clock
from studyapp.services.search.card_search import find_cards, read_query, update_search_index
from studyapp.services.search.search_context import load_search_context
from studyapp.store.collection import Collection
from studyapp.store.search.card_order import CardColumn, order_by
from studyapp.store.search.card_query import select_cards


class CardSearch(NamedTuple):
    """What to find, in which order; without a column, in that of decks and files. With `of_notes`, the result has one
    card of each note. `limit` is None for all cards."""

    text: str
    column: CardColumn | None = None
    is_descending: bool = False
    of_notes: bool = False
    limit: int | None = None


class FoundCards(NamedTuple):
    """The cards that match, or the first of them."""

    cards: list[CardId]
    is_complete: bool


def find_for_browsing(
    collection: Collection,
    search: CardSearch,
    library: Library,
    clock: Clock,
    languages: CardLanguages,
    progress: ProgressCallback,
) -> FoundCards:
    """Return the cards that match.

    `progress` is called with numbers of notes while changed notes are indexed. All cards are found without the index.
    Raises QueryError for a mistake in the text, and StoreError if the collection can't be read or written.
    """
    query = read_query(collection, search.text)
    context = load_search_context(collection, library, clock)
    order = order_by(
        search.column or CardColumn.DECK,
        is_descending=search.is_descending and search.column is not None,
        day=context.day,
        deck_ids=library.deck_ids,
        languages=languages,
    )
    if isinstance(query, All):
        with collection.read_transaction() as connection:
            found = select_cards(connection, query, context, order, search.limit)
    else:
        update_search_index(collection, progress)
        found = find_cards(collection, query, context, order, search.limit)
    is_complete = search.limit is None or len(found) < search.limit
    return FoundCards(first_cards_of_notes(found) if search.of_notes else found, is_complete)

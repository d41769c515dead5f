"""Finding the cards of the browse page: what the window asks in the background."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.search.query import All, Query
from studyapp.core.search.search_context import SearchContext
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.browse.browse_rows import first_cards_of_notes
from studyapp.services.library.deck_library import Library
from studyapp.services.options.clock import Clock
from studyapp.services.search.background_collection import BackgroundCollection
from studyapp.services.search.card_search import (
    find_cards,
    is_search_index_up_to_date,
    read_query,
    update_search_index,
)
from studyapp.services.search.search_context import load_search_context
from studyapp.store.collection import Collection
from studyapp.store.search.card_list import CardList
from studyapp.store.search.card_order import CardColumn, CardOrder, order_by
from studyapp.store.search.card_query import select_cards
from studyapp.store.search.listed_cards import ListedCards


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

    cards: Sequence[CardId]
    is_complete: bool


_ListState = tuple[CardOrder, tuple[str, ...], int]
"""What a list of cards depends on: its order, the decks, and the version of the collection."""


class CardFinder:
    """Finds cards again and again, in a collection that stays open. `prepare` lists all cards in the order of the last
    search, which makes further searches fast until the collection changes.

    Several threads may call it, also at once. Each method calls `progress` regularly, which may raise to stop it, and
    raises StoreError if the collection can't be read or written.
    """

    def __init__(self, open_collection: Callable[[], Collection]) -> None:
        """`open_collection` opens a collection that may change threads."""
        self._background = BackgroundCollection(open_collection, self._forget)
        self._last: tuple[SearchContext, CardOrder] | None = None
        self._list_state: _ListState | None = None
        self._listed: ListedCards | None = None

    def find(
        self,
        search: CardSearch,
        library: Library,
        make_clock: Callable[[Collection], Clock],
        languages: CardLanguages,
        progress: ProgressCallback,
    ) -> FoundCards:
        """Return the cards that match.

        `progress` is called with numbers of notes while changed notes are indexed. Raises QueryError for a mistake in
        the text.
        """
        with self._background.use(progress) as collection:
            query = read_query(collection, search.text)
            context = load_search_context(collection, library, make_clock(collection))
            order = _order_of(search, context, library, languages)
            self._last = context, order
            if search.limit is None and not _needs_no_index(query, collection):
                self._list_cards(collection, progress)
            found: Sequence[CardId] | None = self._find_listed(
                collection, query, context, order, search.limit
            )
            if found is None:
                found = _find_unlisted(collection, query, context, order, search.limit, progress)
        is_complete = search.limit is None or len(found) < search.limit
        return FoundCards(_first_of_notes(found) if search.of_notes else found, is_complete)

    def prepare(self, progress: ProgressCallback) -> None:
        """Index the notes that have changed, and list the cards in the order of the last search, so that the next one
        is fast."""
        with self._background.use(progress) as collection:
            self._list_cards(collection, progress)

    def close(self) -> None:
        """Close the collection. The next search opens it again."""
        self._background.close()

    def _forget(self) -> None:
        self._list_state = self._listed = None

    def _list_cards(self, collection: Collection, progress: ProgressCallback) -> None:
        """Index the notes and list the cards, unless that has been done."""
        update_search_index(collection, progress)
        if self._last is None:
            return
        context, order = self._last
        with collection.read_transaction() as connection:
            state = _state_of(collection, context, order)
            if state != self._list_state:
                self._list_state = self._listed = None
                self._listed = ListedCards(connection, context, order)
                self._list_state = state

    def _find_listed(
        self,
        collection: Collection,
        query: Query,
        context: SearchContext,
        order: CardOrder,
        limit: int | None,
    ) -> CardList | None:
        """Return the cards of the list that match; None if the list is of another order or no longer true."""
        if self._listed is None:
            return None
        with collection.read_transaction():
            if _state_of(collection, context, order) != self._list_state:
                return None
            return self._listed.select(query, context, limit)


def _needs_no_index(query: Query, collection: Collection) -> bool:
    """Return whether all cards are wanted before their notes are indexed, which may take a while."""
    return isinstance(query, All) and not is_search_index_up_to_date(collection)


def _first_of_notes(cards: Sequence[CardId]) -> Sequence[CardId]:
    return cards.first_of_notes() if isinstance(cards, CardList) else first_cards_of_notes(cards)


def _state_of(collection: Collection, context: SearchContext, order: CardOrder) -> _ListState:
    return order, tuple(context.decks), collection.external_write_version()


def _order_of(
    search: CardSearch, context: SearchContext, library: Library, languages: CardLanguages
) -> CardOrder:
    return order_by(
        search.column or CardColumn.DECK,
        is_descending=search.is_descending and search.column is not None,
        day=context.day,
        deck_ids=library.deck_ids,
        languages=languages,
    )


def _find_unlisted(
    collection: Collection,
    query: Query,
    context: SearchContext,
    order: CardOrder,
    limit: int | None,
    progress: ProgressCallback,
) -> list[CardId]:
    if _needs_no_index(query, collection):
        with collection.read_transaction() as connection:
            return select_cards(connection, query, context, order, limit)
    update_search_index(collection, progress)
    return find_cards(collection, query, context, order, limit)

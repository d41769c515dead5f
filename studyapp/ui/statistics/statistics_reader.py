"""What the statistics page reads from the collection, in the background."""

from collections.abc import Callable, Hashable, Mapping
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.search.completion import CompletionValues
from studyapp.core.statistics.report import CardFigures, MemoryFigures, ReviewFigures
from studyapp.core.statistics.selection import AllCards, CardsOfDecks, FoundCards, Selection
from studyapp.services.browse.browse_rows import load_rows
from studyapp.services.options.clock import Clock
from studyapp.services.options.option_storage import make_study_clock
from studyapp.services.search.card_search import find_cards, read_query, update_search_index
from studyapp.services.search.completion_values import load_completion_values
from studyapp.services.search.search_context import load_search_context
from studyapp.services.statistics.days_off import set_day_off
from studyapp.services.statistics.fact_updating import update_facts
from studyapp.services.statistics.kept_figures import KeptFigures
from studyapp.services.statistics.statistics_loading import (
    Scope,
    load_card_figures,
    load_memory_figures,
    load_review_figures,
)
from studyapp.store.collection import Collection
from studyapp.ui.kit.app_context import AppContext, CurrentLibrary
from studyapp.ui.page_loading.page_reader import PageReader
from studyapp.ui.statistics.statistics_filter import StatisticsFilter


class LoadedMemory(NamedTuple):
    """What is remembered, and the questions of the cards that were forgotten often."""

    figures: MemoryFigures
    question_by_card: Mapping[CardId, str]


class StatisticsReader(PageReader):
    """Figures are kept until they change.

    The methods with `progress` run in the background. All raise StoreError if the collection can't be read or written.
    """

    def __init__(self, context: AppContext, current_library: CurrentLibrary) -> None:
        super().__init__(context, current_library)
        self._kept = KeptFigures(context.open_collection)

    def find_scope(self, wanted: StatisticsFilter, progress: ProgressCallback) -> Scope:
        """Return which cards figures are about. Raises QueryError for a mistake in the query."""
        library, languages = self._current_library()
        decks = library.decks_under(wanted.node_key, languages)
        if not wanted.query.strip():
            selection: Selection = CardsOfDecks(decks) if wanted.node_key else AllCards()
            return Scope(selection, decks, wanted.period)

        def find(collection: Collection, _progress: ProgressCallback) -> list[CardId]:
            query = read_query(collection, wanted.query)
            update_search_index(collection, progress)
            context = load_search_context(collection, library, self._clock(collection))
            return find_cards(collection, query, context)

        found = self._kept.use_collection(find, progress)
        cards = tuple(card for card in found if not wanted.node_key or card.deck_id in decks)
        found_decks = tuple(sorted({card.deck_id for card in cards}))
        return Scope(FoundCards(cards), found_decks, wanted.period)

    def load_cards(self, scope: Scope, progress: ProgressCallback) -> CardFigures:
        """Return the cards as they are now."""

        def load(collection: Collection, _progress: ProgressCallback) -> CardFigures:
            return load_card_figures(collection, scope, self._clock(collection))

        return self._kept.load(self._find_key("cards", scope), load, progress)

    def load_reviews(self, scope: Scope, progress: ProgressCallback) -> ReviewFigures:
        """Bring the facts about reviews up to date, and return what was studied."""

        def load(collection: Collection, report: ProgressCallback) -> ReviewFigures:
            clock = self._clock(collection)
            update_facts(collection, clock, report)
            return load_review_figures(collection, scope, clock)

        return self._kept.load(self._find_key("reviews", scope), load, progress)

    def load_memory(self, scope: Scope, progress: ProgressCallback) -> LoadedMemory:
        """Return what is remembered. Call `load_reviews` before."""
        languages = self.languages

        def load(collection: Collection, report: ProgressCallback) -> LoadedMemory:
            clock = self._clock(collection)
            update_search_index(collection, report)
            figures = load_memory_figures(collection, scope, clock)
            cards = [one.card for one in figures.forgotten]
            rows = load_rows(collection, cards, clock.study_day(), languages)
            return LoadedMemory(figures, {card: row.question for card, row in rows.items()})

        return self._kept.load(self._find_key("memory", scope, languages), load, progress)

    def _clock(self, collection: Collection) -> Clock:
        return make_study_clock(collection, self._context.clock)

    def _find_key(self, *parts: Hashable) -> Callable[[Collection], Hashable]:
        """Return the function that adds the study day, whose bounds also depend on the time zone."""
        return lambda collection: (*parts, self._clock(collection).study_day())

    def close(self) -> None:
        """Close the collection that stays open between loads. No load may be running."""
        self._kept.close()

    def load_completion_values(self, progress: ProgressCallback) -> CompletionValues:
        """Return the values that completion offers."""
        library = self.library

        def load(collection: Collection, _progress: ProgressCallback) -> CompletionValues:
            return load_completion_values(collection, library)

        return self._use_collection(load, progress)

    def set_day_off(self, day: int, *, is_off: bool) -> None:
        """Mark a study day as a day off, or as none."""
        set_day_off(self._context.collection, day, is_off=is_off)

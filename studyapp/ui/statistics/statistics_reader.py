"""What the statistics page reads from the collection, in the background."""

from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeVar

from studyapp.core.cards.card_id import CardId
from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.search.completion import CompletionValues
from studyapp.core.statistics.report import CardFigures, MemoryFigures, ReviewFigures
from studyapp.core.statistics.selection import AllCards, CardsOfDecks, FoundCards, Selection
from studyapp.core.study.scheduler import Scheduler
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.browse.browse_rows import load_rows
from studyapp.services.library.deck_library import Library
from studyapp.services.options.option_storage import make_study_clock
from studyapp.services.search.card_search import find_cards, read_query, update_search_index
from studyapp.services.search.completion_values import load_completion_values
from studyapp.services.search.search_context import load_search_context
from studyapp.services.statistics.days_off import set_day_off
from studyapp.services.statistics.fact_updating import update_facts
from studyapp.services.statistics.statistics_loading import (
    Scope,
    load_card_figures,
    load_memory_figures,
    load_review_figures,
)
from studyapp.store.collection import Collection
from studyapp.ui.kit.app_context import AppContext
from studyapp.ui.statistics.statistics_filter import StatisticsFilter

Result = TypeVar("Result")


class LoadedMemory(NamedTuple):
    """What is remembered, and the questions of the cards that were forgotten often."""

    figures: MemoryFigures
    question_by_card: Mapping[CardId, str]


class StatisticsReader:
    """Reads for the current decks and languages, which `current_library` returns.

    The methods with `progress` run in the background. All raise StoreError if the collection can't be read or written.
    """

    def __init__(
        self, context: AppContext, current_library: Callable[[], tuple[Library, CardLanguages]]
    ) -> None:
        self._context, self._current_library = context, current_library

    @property
    def library(self) -> Library:
        """The current decks."""
        return self._current_library()[0]

    @property
    def languages(self) -> CardLanguages:
        """The languages of the cards."""
        return self._current_library()[1]

    @property
    def today(self) -> int:
        """The current study day."""
        return self._context.clock.today()

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
            clock = make_study_clock(collection, self._context.clock)
            return find_cards(collection, query, load_search_context(collection, library, clock))

        found = self._use_collection(find, progress)
        cards = tuple(card for card in found if not wanted.node_key or card.deck_id in decks)
        found_decks = tuple(sorted({card.deck_id for card in cards}))
        return Scope(FoundCards(cards), found_decks, wanted.period)

    def load_cards(self, scope: Scope, progress: ProgressCallback) -> CardFigures:
        """Return the cards as they are now."""

        def load(collection: Collection, _progress: ProgressCallback) -> CardFigures:
            clock = make_study_clock(collection, self._context.clock)
            return load_card_figures(collection, scope, clock, Scheduler())

        return self._use_collection(load, progress)

    def load_reviews(self, scope: Scope, progress: ProgressCallback) -> ReviewFigures:
        """Bring the facts about reviews up to date, and return what was studied."""

        def load(collection: Collection, report: ProgressCallback) -> ReviewFigures:
            clock = make_study_clock(collection, self._context.clock)
            update_facts(collection, Scheduler(), clock, report)
            return load_review_figures(collection, scope, clock)

        return self._use_collection(load, progress)

    def load_memory(self, scope: Scope, progress: ProgressCallback) -> LoadedMemory:
        """Return what is remembered. Call `load_reviews` before."""
        languages = self.languages

        def load(collection: Collection, report: ProgressCallback) -> LoadedMemory:
            clock = make_study_clock(collection, self._context.clock)
            update_search_index(collection, report)
            figures = load_memory_figures(collection, scope, clock, Scheduler())
            cards = [one.card for one in figures.forgotten]
            rows = load_rows(collection, cards, clock.study_day(), languages)
            return LoadedMemory(figures, {card: row.question for card, row in rows.items()})

        return self._use_collection(load, progress)

    def load_completion_values(self, progress: ProgressCallback) -> CompletionValues:
        """Return the values that completion offers."""
        library = self.library

        def load(collection: Collection, _progress: ProgressCallback) -> CompletionValues:
            return load_completion_values(collection, library)

        return self._use_collection(load, progress)

    def set_day_off(self, day: int, *, is_off: bool) -> None:
        """Mark a study day as a day off, or as none."""
        set_day_off(self._context.collection, day, is_off=is_off)

    def _use_collection(
        self, load: Callable[[Collection, ProgressCallback], Result], progress: ProgressCallback
    ) -> Result:
        result: Result = self._context.use_collection(load, progress)
        return result

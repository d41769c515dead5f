"""What the browse page reads from the collection, in the window's thread and in the background."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.search.completion import CompletionValues
from studyapp.services.browse.browse_rows import BrowseRow, cards_of_notes, load_rows
from studyapp.services.browse.card_finding import CardFinder, CardSearch, FoundCards
from studyapp.services.browse.card_preview import load_preview
from studyapp.services.browse.filters import BrowseFilters, load_browse_filters
from studyapp.services.options.option_storage import make_study_clock
from studyapp.services.search.completion_values import load_completion_values
from studyapp.services.search.saved_searches import (
    SavedSearch,
    delete_saved_search,
    load_saved_searches,
    save_search,
)
from studyapp.services.study.card_info import CardInfo, load_card_info
from studyapp.services.study.session_outcome import Prompt
from studyapp.store.collection import Collection
from studyapp.ui.browse.browse_settings import BrowseSettings
from studyapp.ui.browse.rows.column_texts import CellFormatter
from studyapp.ui.kit.app_context import AppContext, CurrentLibrary
from studyapp.ui.page_loading.page_reader import PageReader


class LoadedFilters(NamedTuple):
    """What is read of all notes: the filters, and the values that completion offers."""

    filters: BrowseFilters
    values: CompletionValues


class BrowseReader(PageReader):
    """All methods raise StoreError if the collection can't be read. Those with `progress` run in the background."""

    def __init__(
        self, context: AppContext, current_library: CurrentLibrary, settings: BrowseSettings
    ) -> None:
        super().__init__(context, current_library)
        self._settings = settings
        self._finder = CardFinder(context.open_collection)

    def find(self, search: CardSearch, progress: ProgressCallback) -> FoundCards:
        """Return the cards that match. Raises QueryError for a mistake in the query."""
        library, languages = self._current_library()
        system_clock = self._context.clock
        return self._finder.find(
            search,
            library,
            lambda collection: make_study_clock(collection, system_clock),
            languages,
            progress,
        )

    def prepare_next_search(self, progress: ProgressCallback) -> None:
        """Index the notes that have changed and list the cards, so that the next search is fast."""
        self._finder.prepare(progress)

    def end_searches(self) -> None:
        """Free resources kept between searches. No search may be running."""
        self._finder.close()

    def load_filters(self, progress: ProgressCallback) -> LoadedFilters:
        """Return the decks and tags, and the values that completion offers."""
        library, languages = self._current_library()

        def load(collection: Collection, _progress: ProgressCallback) -> LoadedFilters:
            filters = load_browse_filters(collection, library, languages)
            return LoadedFilters(filters, load_completion_values(collection, library))

        return self._use_collection(load, progress)

    def load_searches(self) -> tuple[SavedSearch, ...]:
        """Return the saved searches."""
        return load_saved_searches(self._context.collection)

    def save_search(self, name: str, query: str) -> None:
        """Save a query under a name."""
        save_search(self._context.collection, name, query)

    def delete_search(self, name: str) -> None:
        """Delete a saved search."""
        delete_saved_search(self._context.collection, name)

    def load_rows(self, cards: Sequence[CardId]) -> dict[CardId, BrowseRow]:
        """Return the rows of cards, or of their notes if the table shows notes."""
        return load_rows(
            self._context.collection,
            cards,
            self._context.clock.study_day(),
            self.languages,
            of_notes=self._settings.shows_notes,
        )

    def cards_of_rows(self, cards: Sequence[CardId]) -> Sequence[CardId]:
        """Return the cards of rows: themselves, or all cards of their notes if the table shows notes."""
        return cards_of_notes(self._context.collection, cards) if self._settings.shows_notes else cards

    def load_preview(self, card: CardId) -> Prompt | None:
        """Return a card as the review page shows it; None if it is no longer there."""
        return load_preview(self._context.collection, card, self.languages)

    def load_card_info(self, card: CardId) -> CardInfo:
        """Return the schedule and the history of a card."""
        return load_card_info(self._context.collection, card, self._context.clock.study_day())

    def find_media_folder(self, deck: str) -> Path | None:
        """Return the folder with the media files of a deck."""
        return self.library.folder_by_deck.get(deck)

    def make_formatter(self) -> CellFormatter:
        """Return what formats the cells of the table."""
        return CellFormatter(self.languages, self.title_by_deck(), self.today)

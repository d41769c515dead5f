"""The base of what reads for a page."""

from collections.abc import Callable
from typing import TypeVar

from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.library.deck_library import Library
from studyapp.store.collection import Collection
from studyapp.ui.kit.app_context import AppContext, CurrentLibrary

Result = TypeVar("Result")


class PageReader:
    """Reads for the current decks and languages."""

    def __init__(self, context: AppContext, current_library: CurrentLibrary) -> None:
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

    def title_by_deck(self) -> dict[str, str]:
        """Return the titles of the decks by id, in their order."""
        library, languages = self._current_library()
        return library.title_by_deck(languages)

    def _use_collection(
        self, load: Callable[[Collection, ProgressCallback], Result], progress: ProgressCallback
    ) -> Result:
        """Return what `load` returns, in the background."""
        result: Result = self._context.use_collection(load, progress)
        return result

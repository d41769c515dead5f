"""The dependencies of the note editor."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.library.deck_library import Library, LibraryDeck
from studyapp.store.collection import Collection
from studyapp.ui.kit.app_settings import AppSettings

if TYPE_CHECKING:
    from studyapp.services.editing.steps.edit_environment import EditEnvironment

EditOperation = Callable[["EditEnvironment"], Any]
"""An operation that changes deck files."""


class EditorContext(NamedTuple):
    """`collection` is only read. `run_edit` runs an operation in the background, with a collection of its own."""

    collection: Collection
    library: Callable[[], Library]
    card_languages: Callable[[], CardLanguages]
    run_edit: Callable[[EditOperation, ProgressCallback], Any]
    app_settings: AppSettings
    resources_folder: Path
    user_decks_folder: Path
    bundled_decks_folder: Path

    def find_deck(self, deck_id: str) -> LibraryDeck | None:
        """Return a deck of the library."""
        return next((deck for deck in self.library().decks if deck.metadata.id == deck_id), None)

    def is_bundled(self, deck: LibraryDeck) -> bool:
        """Return whether a deck came with the program, so that the first edit copies it."""
        return deck.path.parent == self.bundled_decks_folder

    def folder_of_edited(self, deck: LibraryDeck) -> Path:
        """Return the folder in which the deck file is once it was edited."""
        return self.user_decks_folder if self.is_bundled(deck) else deck.path.parent

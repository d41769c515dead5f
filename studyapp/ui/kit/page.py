"""The interface between the main window and its pages."""

from enum import Enum, auto

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from studyapp.core.text.localized_text import CardLanguages
from studyapp.store.stored_options import ALL_DECKS


class PageId(Enum):
    """The pages of the main window."""

    DECKS = auto()
    REVIEW = auto()
    BROWSE = auto()
    MAP = auto()
    STATISTICS = auto()


class Page(QWidget):
    """A page of the main window.

    The window calls these methods on the current page, and a page overrides those that it needs. By default a page has
    nothing to undo and ignores changes. A new page also needs a `PageId`, an item in `ui/window/sidebar.py` and a
    command in `ui/window/main_window.py` that shows it.
    """

    editRequested = Signal(str)
    splitRequested = Signal(str)
    """Both carry the key of a note."""

    similarCardsRequested = Signal(object)
    """Carries a card, to be compared with similar ones."""

    plansRequested = Signal()
    """Exams and days off are to be shown."""

    page_id: PageId
    shows_own_progress = False
    """Whether the page shows today's progress itself, so that the sidebar doesn't have to."""

    @property
    def current_deck_id(self) -> str:
        """The deck that commands on a deck apply to; `ALL_DECKS` if none is current."""
        return ALL_DECKS

    def undo(self) -> bool:
        """Undo the last operation. Return False if there is nothing to undo."""
        return False

    def redo(self) -> bool:
        """Redo the operation that was undone last. Return False if there is nothing to redo."""
        return False

    def on_library_changed(self) -> None:
        """Update the page after deck files were added, changed or removed."""

    def on_options_changed(self) -> None:
        """Update the page after study options have changed."""

    def on_languages_changed(self, languages: CardLanguages, title_by_deck: dict[str, str]) -> None:
        """Show cards in these languages. `title_by_deck` contains the deck titles by deck id."""

    def apply_theme(self) -> None:
        """Apply the current theme."""

    def release(self) -> None:
        """Free what the page keeps while it is hidden. The window calls this for all pages when it closes."""

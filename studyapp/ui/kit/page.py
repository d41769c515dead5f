"""What the main window asks of each of its pages."""

from enum import Enum, auto

from PySide6.QtWidgets import QWidget

from studyapp.core.text.localized_text import CardLanguages
from studyapp.store.settings import ALL_DECKS


class PageId(Enum):
    """The pages, as the sidebar lists them."""

    DECKS = auto()
    REVIEW = auto()


class Page(QWidget):
    """A page of the main window. The window calls these methods on the page that is shown, so a new page overrides what it
    needs and the window needs no change. By default a page has nothing to undo and ignores changes elsewhere."""

    page_id: PageId
    shows_own_progress = False
    """Whether the page shows today's progress itself, so that the sidebar need not."""

    @property
    def current_deck(self) -> str:
        """The deck that commands on a deck apply to; `ALL_DECKS` if none is current."""
        return ALL_DECKS

    def undo(self) -> bool:
        """Undo the last operation. False if there is nothing to undo."""
        return False

    def redo(self) -> bool:
        """Redo the operation that was undone last. False if there is nothing to redo."""
        return False

    def library_changed(self) -> None:
        """Deck files were added, changed or removed."""

    def options_changed(self) -> None:
        """Study options have changed."""

    def languages_changed(self, languages: CardLanguages, title_by_deck: dict[str, str]) -> None:
        """Cards are now shown in these languages; `titles` holds the deck titles by deck id."""

    def restyle(self) -> None:
        """The theme has changed."""

"""What the dialog of similar cards reads and changes."""

from collections.abc import Sequence
from pathlib import Path

from studyapp.core.cards.card_id import CardId
from studyapp.core.progress_callback import ProgressCallback
from studyapp.services.browse.browse_rows import BrowseRow, load_rows
from studyapp.services.browse.bulk_card_actions import toggle_suspended
from studyapp.services.browse.card_preview import load_preview
from studyapp.services.browse.similar_cards import find_similar_cards
from studyapp.services.study.session_outcome import Prompt
from studyapp.ui.page_loading.page_reader import PageReader


class SimilarCardsReader(PageReader):
    """All methods raise StoreError if the collection can't be read or written."""

    def find(self, card: CardId, progress: ProgressCallback) -> list[CardId]:
        """Return the cards that are similar to a card. Runs in the background."""
        library, languages = self._current_library()
        return self._use_collection(
            lambda collection, step: find_similar_cards(collection, card, library, languages, step), progress
        )

    def load_rows(self, cards: Sequence[CardId]) -> dict[CardId, BrowseRow]:
        """Return the texts and states of cards. Those that are no longer there are left out."""
        return load_rows(self._context.collection, cards, self._context.clock.study_day(), self.languages)

    def load_preview(self, card: CardId) -> Prompt | None:
        """Return a card as the review page shows it; None if it is no longer there."""
        return load_preview(self._context.collection, card, self.languages)

    def find_media_folder(self, deck: str) -> Path | None:
        """Return the folder with the media files of a deck."""
        return self.library.folder_by_deck.get(deck)

    def title_of_deck(self, deck: str) -> str:
        """Return the title of a deck."""
        return self.title_by_deck().get(deck, deck)

    def toggle_suspended(self, card: CardId) -> None:
        """Suspend a card, or restore it if it is suspended. One step that can be undone."""
        toggle_suspended(self._context.collection, [card], self._context.clock)

"""The dialogs about one deck or all: options, a session of one's own, cards put away, export."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from studyapp.core.cards.card import Card
from studyapp.core.study.study_options import StudyOptions
from studyapp.core.text.localized_text import LanguageChoice
from studyapp.services.library.deck_library import Library
from studyapp.services.options import study_options
from studyapp.services.study.backlog import backlog, spread_backlog
from studyapp.services.study.custom_study import labels_of
from studyapp.services.study.suspended_and_buried import PutAway, bring_back, put_away
from studyapp.services.transfer.export_request import ExportScope
from studyapp.store.errors import StoreError
from studyapp.store.settings import ALL_DECKS
from studyapp.ui.decks.backlog_dialog import BacklogDialog
from studyapp.ui.decks.custom_study_dialog import CustomDialog
from studyapp.ui.decks.options_dialog import OptionsDialog
from studyapp.ui.decks.suspended_and_buried_dialog import PutAwayDialog
from studyapp.ui.kit import formatting, modal_dialogs
from studyapp.ui.kit.app_context import Workplace
from studyapp.ui.transfer.export_dialog import ExportDialog


class DeckDialogs(QObject):
    """Goes between the store and the dialogs. `shown` gives the library and the languages shown now. A deck is
    named by its id, all of them by `ALL_DECKS`."""

    changed = Signal()
    """What the decks ask may be otherwise now."""

    selected = Signal(str, object)
    """A session was chosen: of which deck, and the `Selection`."""

    def __init__(
        self, place: Workplace, shown: Callable[[], tuple[Library, LanguageChoice]], window: QWidget
    ) -> None:
        super().__init__(window)
        self._place, self._shown, self._window = place, shown, window

    def options(self, deck: str) -> None:
        """How to study it."""
        store = self._place.collection

        def choose(name: str, text: str | None) -> bool:
            kept = self._tried(lambda: study_options.choose(store, deck, name, text))
            if kept:
                self.changed.emit()
            return kept

        def open_dialog() -> None:
            otherwise = study_options.study_options(store) if deck else StudyOptions()
            already = study_options.chosen_for(store, deck)
            OptionsDialog(
                self._title(deck), otherwise, already, choose, self._window, of_one_deck=bool(deck)
            ).show()

        self._tried(open_dialog)

    def custom(self, deck: str) -> None:
        """Which cards a session of one's own shall ask."""

        def open_dialog() -> None:
            labels = labels_of(self._place.collection, self._decks(deck))
            CustomDialog(
                self._title(deck), labels, lambda chosen: self.selected.emit(deck, chosen), self._window
            ).open()

        self._tried(open_dialog)

    def put_away(self, deck: str) -> None:
        """Which of its cards were suspended or buried."""
        place, decks = self._place, self._decks(deck)

        def bring(cards: Sequence[Card]) -> Sequence[PutAway]:
            if self._tried(lambda: bring_back(place.collection, cards, place.clock)):
                self.changed.emit()
            return put_away(place.collection, decks, place.clock)

        def open_dialog() -> None:
            found = put_away(place.collection, decks, place.clock)
            PutAwayDialog(found, self._shown()[1], bring, self._window).show()

        self._tried(open_dialog)

    def spread_backlog(self) -> None:
        """Over how many days what is overdue in all decks shall come."""
        place = self._place
        library, choice = self._shown()

        def open_dialog() -> None:
            found = backlog(place.collection, library.deck_ids, place.clock, choice)

            def spread(days: int) -> None:
                if self._tried(lambda: spread_backlog(place.collection, found, days, place.clock)):
                    self.changed.emit()

            BacklogDialog(found, spread, self._window).open()

        self._tried(open_dialog)

    def export(self) -> None:
        """To Anki."""
        dialog = ExportDialog(
            *self._shown(), Path.home(), self._place.export, self._place.preview, self._window
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.exchangeWanted.connect(self.exchange)
        dialog.open()

    def exchange(self, scope: ExportScope) -> None:
        """With a running Anki."""
        from studyapp.ui.transfer.anki_sync_dialog import ExchangeDialog  # few sessions exchange

        place = self._place
        dialog = ExchangeDialog(
            place.remembered.anki_key,
            lambda key, progress: place.exchange(scope, key, progress),
            self._window,
        )
        dialog.keyAccepted.connect(lambda key: setattr(place.remembered, "anki_key", key))
        dialog.changed.connect(self.changed)
        dialog.open()

    def _tried(self, deed: Callable[[], None]) -> bool:
        """Do it; False, once it was told, when the store failed."""
        try:
            deed()
        except StoreError as error:
            modal_dialogs.tell(self._window, formatting.store_error(error))
            return False
        return True

    def _decks(self, deck: str) -> Sequence[str]:
        library, choice = self._shown()
        return library.decks_at(deck, choice)

    def _title(self, deck: str) -> str:
        library, choice = self._shown()
        names = {place.key: place.name for place in library.places(choice)} | library.titles(choice)
        return self.tr("All decks") if deck == ALL_DECKS else names.get(deck, deck)

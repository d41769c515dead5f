"""The dialogs about one deck or all: options, a session of one's own, cards put away, export."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from studyapp.core.cards.card import Card
from studyapp.core.study.study_options import StudyOptions
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.library.deck_library import Library
from studyapp.services.options import study_options
from studyapp.services.study.backlog import load_backlog, spread_backlog
from studyapp.services.study.custom_study import load_card_filters
from studyapp.services.study.suspended_and_buried import InactiveCard, load_inactive_cards, restore_cards
from studyapp.services.transfer.export_request import ExportScope
from studyapp.store.errors import StoreError
from studyapp.store.settings import ALL_DECKS
from studyapp.ui.decks.backlog_dialog import BacklogDialog
from studyapp.ui.decks.custom_study_dialog import CustomStudyDialog
from studyapp.ui.decks.options_dialog import OptionsDialog
from studyapp.ui.decks.suspended_and_buried_dialog import SuspendedAndBuriedDialog
from studyapp.ui.kit import formatting, modal_dialogs
from studyapp.ui.kit.app_context import AppContext
from studyapp.ui.transfer.export_dialog import ExportDialog


class DeckDialogs(QObject):
    """Goes between the store and the dialogs. `shown` gives the library and the languages shown now. A deck is
    named by its id, all of them by `ALL_DECKS`."""

    dueCardsChanged = Signal()
    """What the decks ask may be otherwise now."""

    customStudyChosen = Signal(str, object)
    """A session was chosen: of which deck, and the `Selection`."""

    def __init__(
        self,
        context: AppContext,
        library_and_languages: Callable[[], tuple[Library, CardLanguages]],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._context, self._library_and_languages, self._window = context, library_and_languages, window

    def show_options(self, deck: str) -> None:
        """How to study it."""
        store = self._context.collection

        def choose(name: str, text: str | None) -> bool:
            kept = self._try_or_show_error(lambda: study_options.set_option(store, deck, name, text))
            if kept:
                self.dueCardsChanged.emit()
            return kept

        def open_dialog() -> None:
            otherwise = study_options.load_study_options(store) if deck else StudyOptions()
            already = study_options.load_option_overrides(store, deck)
            OptionsDialog(
                self._title(deck), otherwise, already, choose, self._window, is_for_one_deck=bool(deck)
            ).show()

        self._try_or_show_error(open_dialog)

    def show_custom_study(self, node_key: str) -> None:
        """Which cards a session of one's own shall ask."""

        def open_dialog() -> None:
            labels = load_card_filters(self._context.collection, self._decks_under(node_key))
            CustomStudyDialog(
                self._title(node_key),
                labels,
                lambda chosen: self.customStudyChosen.emit(node_key, chosen),
                self._window,
            ).open()

        self._try_or_show_error(open_dialog)

    def show_suspended_and_buried(self, node_key: str) -> None:
        """Which of its cards were suspended or buried."""
        place, decks = self._context, self._decks_under(node_key)

        def bring(cards: Sequence[Card]) -> Sequence[InactiveCard]:
            if self._try_or_show_error(lambda: restore_cards(place.collection, cards, place.clock)):
                self.dueCardsChanged.emit()
            return load_inactive_cards(place.collection, decks, place.clock)

        def open_dialog() -> None:
            found = load_inactive_cards(place.collection, decks, place.clock)
            SuspendedAndBuriedDialog(found, self._library_and_languages()[1], bring, self._window).show()

        self._try_or_show_error(open_dialog)

    def show_backlog(self) -> None:
        """Over how many days what is overdue in all decks shall come."""
        place = self._context
        library, choice = self._library_and_languages()

        def open_dialog() -> None:
            found = load_backlog(place.collection, library.deck_ids, place.clock, choice)

            def spread(days: int) -> None:
                if self._try_or_show_error(
                    lambda: spread_backlog(place.collection, found, days, place.clock)
                ):
                    self.dueCardsChanged.emit()

            BacklogDialog(found, spread, self._window).open()

        self._try_or_show_error(open_dialog)

    def show_export(self) -> None:
        """To Anki."""
        dialog = ExportDialog(
            *self._library_and_languages(),
            Path.home(),
            self._context.export_decks,
            self._context.preview_export,
            self._window,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.ankiSyncRequested.connect(self.show_anki_sync)
        dialog.open()

    def show_anki_sync(self, scope: ExportScope) -> None:
        """With a running Anki."""
        from studyapp.ui.transfer.anki_sync_dialog import AnkiSyncDialog  # few sessions exchange

        place = self._context
        dialog = AnkiSyncDialog(
            place.window_settings.ankiconnect_api_key,
            lambda key, progress: place.sync_with_anki(scope, key, progress),
            self._window,
        )
        dialog.apiKeyAccepted.connect(lambda key: setattr(place.window_settings, "ankiconnect_api_key", key))
        dialog.reviewsChanged.connect(self.dueCardsChanged)
        dialog.open()

    def _try_or_show_error(self, operation: Callable[[], None]) -> bool:
        """Do it; False, once it was told, when the store failed."""
        try:
            operation()
        except StoreError as error:
            modal_dialogs.show_error(self._window, formatting.format_error(error))
            return False
        return True

    def _decks_under(self, node_key: str) -> Sequence[str]:
        library, choice = self._library_and_languages()
        return library.decks_under(node_key, choice)

    def _title(self, node_key: str) -> str:
        library, choice = self._library_and_languages()
        names = {place.key: place.name for place in library.deck_tree(choice)} | library.title_by_deck(choice)
        return self.tr("All decks") if node_key == ALL_DECKS else names.get(node_key, node_key)

"""Opens the dialogs about one deck or all decks: options, custom study, inactive cards, backlog, export, sync.

It also hides and moves decks."""

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from studyapp.core.cards.card import Card
from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.deck_tree import order_after_move
from studyapp.core.options.study_options import StudyOptions
from studyapp.services.library.deck_arrangement import save_deck_order, set_hidden
from studyapp.services.library.deck_library import Library
from studyapp.services.options import option_storage
from studyapp.services.study.custom.custom_study import load_card_filters
from studyapp.services.study.suspended_and_buried import InactiveCard, load_inactive_cards, restore_cards
from studyapp.services.transfer.export_request import ExportScope
from studyapp.store.errors import StoreError
from studyapp.store.stored_options import ALL_DECKS
from studyapp.ui.decks.custom_study_dialog import CustomStudyDialog
from studyapp.ui.decks.study_options_dialog import OptionsDialog
from studyapp.ui.decks.suspended_and_buried_dialog import SuspendedAndBuriedDialog
from studyapp.ui.dialogs import modal_dialogs
from studyapp.ui.kit import formatting
from studyapp.ui.kit.app_context import AppContext, CurrentLibrary
from studyapp.ui.transfer.export_dialog import ExportDialog

if TYPE_CHECKING:
    from studyapp.services.journal.time_correction import WrongTimes
    from studyapp.ui.backlog.backlog_dialogs import BacklogDialogs
    from studyapp.ui.plans.plan_dialogs import PlanDialogs
    from studyapp.ui.plans.plans_dialog import PlansDialog


class DeckDialogs(QObject):
    """Connects the dialogs with the collection.

    `library_and_languages` returns the current library and card languages. A deck is given by its id or by the key of
    its tree row; `ALL_DECKS` stands for all.
    """

    dueCardsChanged = Signal()
    """The due cards, their options, or which decks are shown may have changed."""

    customStudyChosen = Signal(str, object)
    """Carries the key of the tree row and the `CustomStudySelection`."""

    def __init__(self, context: AppContext, library_and_languages: CurrentLibrary, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._library_and_languages, self._window = context, library_and_languages, window

    def show_options(self, deck: str, plans: "PlansDialog | None" = None) -> None:
        """Show the options of a deck, or the global options for `ALL_DECKS`, above the window or the plans that depend on them."""

        def open_dialog() -> None:
            dialog = self._open_options(deck, plans or self._window)
            dialog.plansRequested.connect(self.show_plans if plans is None else dialog.close)
            if plans is not None:
                dialog.finished.connect(plans.reload)

        self._try_or_show_error(open_dialog)

    def _open_options(self, deck: str, parent: QWidget) -> OptionsDialog:
        store = self._context.collection

        def set_option(name: str, text: str | None) -> bool:
            is_saved = self._try_or_show_error(lambda: option_storage.set_option(store, deck, name, text))
            if is_saved:
                self.dueCardsChanged.emit()
            return is_saved

        dialog = OptionsDialog(
            self._title(deck),
            option_storage.load_study_options(store) if deck else StudyOptions(),
            option_storage.load_option_overrides(store, deck),
            set_option,
            parent,
            is_for_one_deck=bool(deck),
            compare_retentions=None if deck else self._compare_retentions,
            create_parameter_panel=self._create_parameter_panel,
        )
        dialog.show()
        return dialog

    def _compare_retentions(self, dialog: OptionsDialog) -> None:
        from studyapp.ui.workload.retention_dialog import RetentionDialog  # loaded on use, with plots
        from studyapp.ui.workload.retention_reading import read_retentions

        library, languages = self._library_and_languages()
        compare = partial(read_retentions, self._context, library.visible_deck_ids, languages)
        RetentionDialog(compare, dialog.set_retention, dialog).open()

    def _create_parameter_panel(self, dialog: QDialog) -> QWidget:
        from studyapp.ui.optimization.panel_creation import create_parameter_panel  # loaded on use

        panel = create_parameter_panel(self._context, dialog)
        panel.schedulesChanged.connect(self.dueCardsChanged)
        return panel

    def show_custom_study(self, node_key: str) -> None:
        """Show the custom study dialog for the decks under a tree row."""

        def open_dialog() -> None:
            filters = load_card_filters(self._context.collection, self._decks_under(node_key))
            CustomStudyDialog(
                self._title(node_key),
                filters,
                self._find_cards,
                lambda selection: self.customStudyChosen.emit(node_key, selection),
                self._window,
            ).open()

        self._try_or_show_error(open_dialog)

    def _find_cards(self, query: str) -> frozenset[CardId]:
        """Return the cards that match a query, none if the store fails. Raises QueryError."""
        from studyapp.services.search.text_search import find_cards_by_text  # loaded on use

        context, library = self._context, self._library_and_languages()[0]
        found: frozenset[CardId] = frozenset()

        def find() -> None:
            nonlocal found
            found = find_cards_by_text(context.collection, library, context.clock, query)

        self._try_or_show_error(find)
        return found

    def show_suspended_and_buried(self, node_key: str) -> None:
        """Show the suspended and buried cards of the decks under a tree row."""
        context, decks = self._context, self._decks_under(node_key)

        def restore(cards: Sequence[Card]) -> Sequence[InactiveCard]:
            if self._try_or_show_error(lambda: restore_cards(context.collection, cards, context.clock)):
                self.dueCardsChanged.emit()
            return load_inactive_cards(context.collection, decks, context.clock)

        def open_dialog() -> None:
            inactive_cards = load_inactive_cards(context.collection, decks, context.clock)
            SuspendedAndBuriedDialog(
                inactive_cards, self._library_and_languages()[1], restore, self._window
            ).show()

        self._try_or_show_error(open_dialog)

    def show_about(self, deck: str, open_file: Callable[[], object]) -> None:
        """Show what a deck is about. `open_file` is called to open its file."""
        from studyapp.services.overview.statistics import load_deck_totals
        from studyapp.ui.decks.about_deck_dialog import AboutDeckDialog  # loaded on use, with Markdown

        context = self._context
        library, languages = self._library_and_languages()
        library_deck = next(
            library_deck for library_deck in library.decks if library_deck.metadata.id == deck
        )

        def open_dialog() -> None:
            totals = load_deck_totals(context.collection, deck, context.clock, languages)
            AboutDeckDialog(*library_deck, totals, languages, open_file, self._window).open()

        self._try_or_show_error(open_dialog)

    @cached_property
    def plan_dialogs(self) -> "PlanDialogs":
        """The dialogs for exams and days off, created on first use."""
        from studyapp.ui.plans.plan_dialogs import PlanDialogs

        dialogs = PlanDialogs(self._context, self._library_and_languages, self._window)
        dialogs.changed.connect(self.dueCardsChanged)
        dialogs.optionsRequested.connect(partial(self.show_options, ALL_DECKS))
        return dialogs

    def show_plans(self) -> None:
        """Show exams and days off."""
        self.plan_dialogs.show_plans()

    def hide_decks(self, node_key: str) -> None:
        """Hide the decks under a tree row."""
        self._arrange(
            lambda: set_hidden(self._context.collection, self._decks_under(node_key), is_hidden=True)
        )

    def unhide_decks(self, deck_ids: Sequence[str]) -> None:
        """Show hidden decks again."""
        self._arrange(lambda: set_hidden(self._context.collection, deck_ids, is_hidden=False))

    def move_decks(self, node_key: str, step: int) -> None:
        """Move a tree row up (`step` is -1) or down (1) among its siblings, if it can be moved."""
        library, languages = self._library_and_languages()
        order = order_after_move(library.deck_tree(languages), node_key, step)
        if order is not None:
            self._arrange(lambda: save_deck_order(self._context.collection, library.deck_ids, order))

    def _arrange(self, operation: Callable[[], None]) -> None:
        if self._try_or_show_error(operation):
            self.dueCardsChanged.emit()

    @cached_property
    def backlog_dialogs(self) -> "BacklogDialogs":
        """What concerns overdue cards."""
        from studyapp.ui.backlog.backlog_dialogs import BacklogDialogs  # loaded on use, with FSRS

        dialogs = BacklogDialogs(self._context, self._library_and_languages, self._window)
        dialogs.changed.connect(self.dueCardsChanged)
        return dialogs

    def correct_times(self) -> None:
        """Correct the times of what was recorded while the clock was wrong, if the user confirms."""
        from studyapp.services.journal.time_correction import correct_times, find_wrong_times

        collection, clock = self._context.collection, self._context.clock

        def ask_and_correct() -> None:
            wrong_times = find_wrong_times(collection, clock)
            if wrong_times is None:
                modal_dialogs.show_information(self._window, self.tr("No wrong times found."))
            elif modal_dialogs.confirm_time_correction(
                self._window, self._describe_wrong_times(wrong_times, clock.now())
            ):
                correct_times(collection, clock)
            self.dueCardsChanged.emit()

        self._try_or_show_error(ask_and_correct)

    def _describe_wrong_times(self, wrong_times: "WrongTimes", now: int) -> str:
        count = self.tr(
            "%n review(s) or other action(s) recorded while the clock was wrong",
            None,
            wrong_times.entry_count,
        )
        dates = {
            name: formatting.format_long_date(at)
            for name, at in zip(
                ("first", "last", "corrected_first", "corrected_last", "now"),
                (*wrong_times.span, *wrong_times.corrected_span, now),
                strict=True,
            )
        }
        recorded = self.tr("Dated: {first} to {last}")
        corrected = self.tr("Corrected: {corrected_first} to {corrected_last}")
        advice = self.tr("The clock now says {now}. If that is wrong, choose Cancel and set the clock first.")
        effect = self.tr("Due dates move with the times. You can undo this.")
        return f"{count}\n\n" + f"{recorded}\n{corrected}\n\n{advice}\n\n{effect}".format(**dates)

    def show_export(self, cards: Sequence[CardId] | None = None) -> None:
        """Show the export dialog, for all decks or for the notes of these cards."""
        library, languages = self._library_and_languages()
        note_keys = None
        if cards is not None:
            note_keys = frozenset(card.note_key for card in cards)
            deck_ids = {card.deck_id for card in cards}
            library = Library(tuple(deck for deck in library.decks if deck.metadata.id in deck_ids))
        dialog = ExportDialog(
            library,
            languages,
            Path.home(),
            self._context.export_decks,
            self._context.preview_export,
            self._window,
            note_keys,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.ankiSyncRequested.connect(self.show_anki_sync)
        dialog.open()

    def show_anki_sync(self, scope: ExportScope) -> None:
        """Show the dialog that syncs with a running Anki."""
        from studyapp.services.exchange.sync_decisions import SyncSettings
        from studyapp.ui.transfer.anki_sync_dialog import AnkiSyncDialog, SyncOperations  # few sessions sync

        context, settings = self._context, self._context.app_settings
        dialog = AnkiSyncDialog(
            SyncSettings(settings.ankiconnect_api_key, settings.syncs_with_ankiweb),
            SyncOperations(
                lambda sync_settings, progress: context.compare_with_anki(scope, sync_settings, progress),
                lambda *arguments: context.sync_with_anki(scope, *arguments),
            ),
            self._window,
        )
        dialog.settingsAccepted.connect(settings.save_sync_settings)
        dialog.reviewsChanged.connect(self.dueCardsChanged)
        dialog.open()

    def _try_or_show_error(self, operation: Callable[[], None]) -> bool:
        """Run `operation`. If the store fails, show the error and return False."""
        try:
            operation()
        except StoreError as error:
            modal_dialogs.show_error(self._window, formatting.format_error(error))
            return False
        return True

    def _decks_under(self, node_key: str) -> Sequence[str]:
        library, languages = self._library_and_languages()
        return library.decks_under(node_key, languages)

    def _title(self, node_key: str) -> str:
        library, languages = self._library_and_languages()
        names = {node.key: node.name for node in library.deck_tree(languages)} | library.title_by_deck(
            languages
        )
        return self.tr("All decks") if node_key == ALL_DECKS else names.get(node_key, node_key)

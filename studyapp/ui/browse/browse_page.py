"""The browse page: what can be done with the cards that a query finds."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from studyapp.core.cards.card_id import CardId
from studyapp.core.search.query import NoteAttribute
from studyapp.store.errors import StoreError
from studyapp.store.stored_options import ALL_DECKS
from studyapp.ui.browse.actions.action_runner import ActionRunner
from studyapp.ui.browse.actions.bulk_edit_actions import BulkEditActions
from studyapp.ui.browse.actions.card_actions import CardActions
from studyapp.ui.browse.actions.note_actions import NoteActions
from studyapp.ui.browse.search_page import SearchPage
from studyapp.ui.kit.app_context import AppContext, CurrentLibrary


class BrowsePage(SearchPage):
    """The search page with actions on the selected cards and notes."""

    studyRequested = Signal(object)
    """Carries the cards to study."""

    exportRequested = Signal(object)
    """Carries cards, whose notes are to be exported."""

    binRequested = Signal()
    """Emitted when the user opens the bin."""

    deckFilesChanged = Signal()
    """Deck files were written."""

    def __init__(self, context: AppContext, current_library: CurrentLibrary, parent: QWidget) -> None:
        super().__init__(context, current_library, parent)
        self._build_actions(context, current_library)
        self.table.doubleClicked.connect(lambda _: self.request_edit())

    def _build_actions(self, context: AppContext, current_library: CurrentLibrary) -> None:
        runner = ActionRunner(context, self)
        runner.failed.connect(lambda text: self.show_message(text, is_info=False))
        self.card_actions = CardActions(runner, self.chosen_cards, self)
        self.note_actions = NoteActions(context.collection, runner, self.chosen_notes, self)
        self.bulk_edits = BulkEditActions(
            context,
            self._found_notes,
            self.chosen_notes,
            current_library,
            self.note_actions.delete_notes,
            self,
        )
        self.bulk_edits.editRequested.connect(self.editRequested)
        self.card_actions.done.connect(self._report_card_action)
        self.note_actions.done.connect(self._report_edit)
        self.bulk_edits.done.connect(self._report_edit)
        for actions in (self.card_actions, self.note_actions):
            actions.refused.connect(lambda text: self.show_message(text, is_info=True))

    def chosen_cards(self) -> Sequence[CardId]:
        """Return the selected cards, or all cards of the selected notes."""
        return self._reader.cards_of_rows(self.table.selected_cards())

    def chosen_notes(self) -> Sequence[str]:
        """Return the keys of the notes of the selected rows."""
        return list(dict.fromkeys(card.note_key for card in self.table.selected_cards()))

    def _found_notes(self) -> Sequence[str]:
        return list(dict.fromkeys(card.note_key for card in self._found_rows()))

    def _several_rows(self) -> Sequence[CardId]:
        """Return the cards of the selected rows, or of all that are found if only one is selected."""
        selected = self.table.selected_cards()
        return selected if len(selected) > 1 else self._found_rows()

    def _found_rows(self) -> Sequence[CardId]:
        """Return the cards of all rows. If there are none, say why."""
        if not self._is_all_found:
            self.show_message(self.tr("The search is still running. Try again in a moment."), is_info=True)
            return ()
        if not self.model.cards:
            self.show_message(self.tr("No cards found."), is_info=True)
        return self.model.cards

    def request_edit(self) -> None:
        """Ask to edit the note of the current card."""
        card = self.table.current_card
        if card is not None:
            self.editRequested.emit(card.note_key)

    @property
    def current_deck_id(self) -> str:
        """The deck of the current card."""
        card = self.table.current_card
        return card.deck_id if card is not None else ALL_DECKS

    def request_study(self) -> None:
        """Ask to study the selected cards, or all that are found if only one is selected."""
        cards = self._reader.cards_of_rows(self._several_rows())
        if cards:
            self.studyRequested.emit(tuple(cards))

    def request_export(self) -> None:
        """Ask to export the selected notes, or all that are found if only one is selected."""
        cards = self._several_rows()
        if cards:
            self.exportRequested.emit(tuple(cards))

    def show_card_info(self) -> None:
        """Show the schedule and the history of the current card."""
        card = self.table.current_card
        if card is None:
            return
        from studyapp.ui.card.card_info_dialog import CardInfoDialog

        try:
            info = self._reader.load_card_info(card)
        except StoreError as error:
            self.show_error(error)
            return
        dialog = CardInfoDialog(info, self)
        dialog.editRequested.connect(self.editRequested)
        dialog.splitRequested.connect(self.splitRequested)
        dialog.similarCardsRequested.connect(self.similarCardsRequested)
        dialog.show()

    def show_similar_cards(self) -> None:
        """Ask to compare the current card with similar ones."""
        card = self.table.current_card
        if card is not None:
            self.similarCardsRequested.emit(card)

    def add_tags(self) -> None:
        """Ask for tags, and add them to the selected notes."""
        self.note_actions.add_tags(self._values.by_attribute.get(NoteAttribute.TAG, ()))

    def move_notes(self) -> None:
        """Ask for a deck, and move the selected notes there."""
        self.note_actions.move(self._reader.title_by_deck())

    def set_due_date(self) -> None:
        """Ask when the selected cards are due, and set it."""
        self.card_actions.ask_due_date(self._reader.today)

    def undo(self) -> bool:
        """Undo the last step."""
        self.note_actions.undo()
        return True

    def redo(self) -> bool:
        """Redo the step that was undone last."""
        self.note_actions.redo()
        return True

    def _report_card_action(self, text: str) -> None:
        self.reread_rows()
        self.show_message(text, is_info=True)

    def _report_edit(self, text: str) -> None:
        self.on_library_changed()
        self.deckFilesChanged.emit()
        self.show_message(text, is_info=True)

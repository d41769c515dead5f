"""The commands that create, rename, delete and restore decks, and undo of edits from the decks page."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from studyapp.core.notes.deck import DeckMetadata
from studyapp.core.progress_callback import ignore_progress
from studyapp.services.editing.decks import create_deck, delete_deck, rename_deck
from studyapp.services.editing.edit_undo import UndoneStep, is_action_on_one_card_next, redo_last, undo_last
from studyapp.services.editing.note_deletion import BinItem, empty_bin, list_bin, restore_from_bin
from studyapp.services.editing.steps.edit_environment import EditEnvironment
from studyapp.store.editing.text_edits import Direction
from studyapp.ui.actions.shortcuts import format_shortcut
from studyapp.ui.card.undone_step_formatting import format_undone_step
from studyapp.ui.deck_edits.bin_dialog import BinDialog
from studyapp.ui.deck_edits.rename_deck_dialog import RenameDeckDialog
from studyapp.ui.decks.attention_panel import AttentionNotice, AttentionPanel, AttentionTopic
from studyapp.ui.dialogs import modal_dialogs
from studyapp.ui.kit.app_context import AppContext, CurrentLibrary
from studyapp.ui.kit.edit_runner import EditRunner


class DeckEdits(QObject):
    """Runs the commands in the background, because they write deck files."""

    addNoteRequested = Signal(str)
    """Carries the id of a new deck."""

    changed = Signal()
    """The library has to be read again."""

    def __init__(
        self,
        context: AppContext,
        library_and_languages: CurrentLibrary,
        attention_panel: AttentionPanel,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._library_and_languages, self._attention_panel = library_and_languages, attention_panel
        self._runner = EditRunner(context.run_edit, self)
        self._runner.failed.connect(lambda text: modal_dialogs.show_error(window, text))

    def create(self) -> None:
        """Ask for a title and create a deck without notes. A notice offers to add some."""
        title = modal_dialogs.ask_deck_title(self._window)
        if not title:
            return
        text = self.tr("The deck “{title}” is ready for its first note.").format(title=title)

        def report(deck_id: str) -> None:
            add_note = partial(self.addNoteRequested.emit, deck_id)
            self._finish(AttentionNotice(text, self.tr("Add note"), add_note))

        self._runner.run(lambda environment: create_deck(environment, title), report)

    def rename(self, deck_id: str) -> None:
        """Ask for a new title of a deck."""
        metadata = self._metadata(deck_id)
        dialog = RenameDeckDialog(metadata.title, self._window)

        def save_title() -> None:
            title = dialog.title
            if title != metadata.title:
                self._runner.run(
                    lambda environment: rename_deck(environment, deck_id, title), lambda _: self._finish()
                )

        dialog.accepted.connect(save_title)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def delete(self, deck_id: str) -> None:
        """Move a deck to the bin. A notice offers to undo it."""
        _, languages = self._library_and_languages()
        versions = self._metadata(deck_id).title.versions_for(languages)
        text = self.tr("The deck “{title}” is in the bin now.").format(
            title=" · ".join(version for _, version in versions)
        )
        notice = AttentionNotice(text, self.tr("Undo"), lambda: self.undo(self._refuse_undo))
        self._runner.run(
            lambda environment: delete_deck(environment, deck_id), lambda _: self._finish(notice)
        )

    def undo(self, otherwise: Callable[[], object]) -> None:
        """Undo the last step if it is an edit or an action on several cards. Call `otherwise` if it is an action on one card,
        or there is none."""
        self._undo_or_redo(Direction.UNDO, undo_last, self.tr("Undid: {action}"), otherwise)

    def redo(self, otherwise: Callable[[], object]) -> None:
        """Redo the step that was undone last if it is an edit or an action on several cards. Call `otherwise` if not."""
        self._undo_or_redo(Direction.REDO, redo_last, self.tr("Redid: {action}"), otherwise)

    def _undo_or_redo(
        self,
        direction: Direction,
        operation: Callable[[EditEnvironment], UndoneStep | None],
        text: str,
        otherwise: Callable[[], object],
    ) -> None:
        """Run an operation. If an edit is running, only its end decides which step is next."""

        def shows_card(environment: EditEnvironment) -> bool:
            return is_action_on_one_card_next(environment, direction)

        def run_without_card(environment: EditEnvironment) -> UndoneStep | None:
            return None if shows_card(environment) else operation(environment)

        def report(step: UndoneStep | None) -> None:
            if step is None:
                otherwise()
            else:
                self._finish(AttentionNotice(text.format(action=format_undone_step(step))))

        if self._runner.is_busy or not self._run_now(shows_card):
            self._runner.run(run_without_card, report)
        else:
            otherwise()

    def _refuse_undo(self) -> None:
        text = self.tr("Something else was done since. Undo it first: {key}")
        self._finish(AttentionNotice(text.format(key=format_shortcut("undo"))))

    def show_bin(self) -> None:
        """Show the deleted notes and decks."""

        def list_items() -> Sequence[BinItem]:
            items: Sequence[BinItem] = self._run_now(list_bin)
            return items

        def restore(item: BinItem) -> None:
            self._run_now(lambda environment: restore_from_bin(environment, item))

        def empty() -> None:
            self._run_now(empty_bin)

        dialog = BinDialog(list_items, restore, empty, self._library_and_languages()[1], self._window)
        dialog.restored.connect(lambda: self._finish())
        dialog.open()

    def _metadata(self, deck_id: str) -> DeckMetadata:
        library, _ = self._library_and_languages()
        return next(deck.metadata for deck in library.decks if deck.metadata.id == deck_id)

    def _run_now(self, operation: Callable[[EditEnvironment], Any]) -> Any:
        """Run an operation that is quick enough to wait for."""
        return self._context.run_edit(operation, ignore_progress)

    def _finish(self, notice: AttentionNotice | None = None) -> None:
        self._attention_panel.set_notice(AttentionTopic.EDIT, notice)
        self.changed.emit()

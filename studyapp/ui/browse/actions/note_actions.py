"""Actions on the texts of the selected notes, and undo, with a message about what was done."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from studyapp.services.browse.note_tags import tags_of_notes
from studyapp.services.editing.bulk_edits import SavedTexts, change_tags
from studyapp.services.editing.decks import create_deck
from studyapp.services.editing.edit_undo import UndoneStep, redo_last, undo_last
from studyapp.services.editing.note_adding import duplicate_note
from studyapp.services.editing.note_deletion import delete_notes
from studyapp.services.editing.note_moving import MovedNotes, move_notes
from studyapp.services.editing.steps.edit_environment import EditEnvironment
from studyapp.store.collection import Collection
from studyapp.ui.actions.shortcuts import format_shortcut
from studyapp.ui.browse.actions.action_runner import ActionRunner
from studyapp.ui.card.undone_step_formatting import format_undone_step
from studyapp.ui.kit.formatting import join_sentences


class NoteActions(QObject):
    """Runs the actions in the background, because they read and write deck files. `select_notes` returns the keys of the
    notes to act on."""

    done = Signal(str)
    """Notes have changed. Carries what was done."""

    refused = Signal(str)
    """Nothing was changed. Carries why."""

    def __init__(
        self,
        collection: Collection,
        runner: ActionRunner,
        select_notes: Callable[[], Sequence[str]],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._collection = collection
        self._runner, self._select_notes, self._window = runner, select_notes, window
        self._deleting: set[str] = set()
        runner.failed.connect(self._deleting.clear)

    def add_tags(self, known_tags: Sequence[str]) -> None:
        """Ask for tags, and add them to the selected notes."""
        if not self._has_notes():
            return
        from studyapp.ui.browse.actions.tag_dialogs import AddTagsDialog

        dialog = AddTagsDialog(known_tags, self._window)
        dialog.accepted.connect(lambda: self._change_tags(dialog.tags, ()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def remove_tags(self) -> None:
        """Ask which tags of the selected notes are removed, and remove them."""
        notes = self._select_notes()
        if not self._has_notes():
            return
        tags = tags_of_notes(self._collection, notes)
        if not tags:
            self.refused.emit(self.tr("The selected notes have no tags."))
            return
        from studyapp.ui.browse.actions.tag_dialogs import RemoveTagsDialog

        dialog = RemoveTagsDialog(tags, self._window)
        dialog.accepted.connect(lambda: self._change_tags((), dialog.tags))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def move(self, title_by_deck: Mapping[str, str]) -> None:
        """Ask for one of these decks or a new one, and move the selected notes there with their history."""
        if not self._has_notes():
            return
        from studyapp.ui.browse.actions.deck_chooser_dialog import DeckChooserDialog

        notes = list(self._select_notes())
        dialog = DeckChooserDialog(
            self.tr("Move to another deck"), self.tr("Move"), title_by_deck, self._window
        )

        def move(environment: EditEnvironment, deck_id: str, new_title: str) -> MovedNotes:
            return move_notes(environment, notes, deck_id or create_deck(environment, new_title))

        dialog.accepted.connect(
            lambda: self._runner.run_edit(
                partial(move, deck_id=dialog.deck_id, new_title=dialog.new_title),
                partial(self._report_move, dialog.new_title or title_by_deck[dialog.deck_id]),
            )
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _report_move(self, deck_title: str, moved: MovedNotes) -> None:
        if not moved.new_key_by_old_key:
            self.refused.emit(self.tr("The notes are in this deck already."))
            return
        text = self.tr("%n note(s) moved to {deck}.", None, len(moved.new_key_by_old_key))
        text = text.format(deck=deck_title)
        if moved.outdated_keys:
            outdated = self.tr(
                "Prerequisites of %n bundled note(s) still name the old deck.", None, len(moved.outdated_keys)
            )
            text = f"{text} {outdated}"
        self._confirm(text)

    def delete(self) -> None:
        """Delete the selected notes to the bin."""
        if self._has_notes():
            self.delete_notes(list(self._select_notes()))

    def delete_notes(self, notes: Sequence[str]) -> None:
        """Delete these notes to the bin. A message says how to undo it. Notes that are being deleted are left out."""
        wanted = [key for key in notes if key not in self._deleting]
        if not wanted:  # the key was pressed twice
            return
        self._deleting.update(wanted)

        def report(_: None) -> None:
            self._deleting.difference_update(wanted)
            self._confirm(self.tr("%n note(s) deleted.", None, len(wanted)))

        self._runner.run_edit(lambda environment: delete_notes(environment, wanted), report)

    def duplicate(self) -> None:
        """Add a copy of the first selected note after it."""
        if self._has_notes():
            note = self._select_notes()[0]
            self._runner.run_edit(
                lambda environment: duplicate_note(environment, note),
                lambda _: self._confirm(self.tr("Note duplicated.")),
            )

    def undo(self) -> None:
        """Undo the last step, of whatever kind."""
        self._runner.run_edit(
            undo_last,
            lambda step: self._report_step(step, self.tr("Undid: {action}"), self.tr("Nothing to undo.")),
        )

    def redo(self) -> None:
        """Redo the step that was undone last."""
        self._runner.run_edit(
            redo_last,
            lambda step: self._report_step(step, self.tr("Redid: {action}"), self.tr("Nothing to redo.")),
        )

    def _has_notes(self) -> bool:
        if self._select_notes():
            return True
        self.refused.emit(self.tr("Select cards first."))
        return False

    def _change_tags(self, added: Sequence[str], removed: Sequence[str]) -> None:
        notes = list(self._select_notes())
        self._runner.run_edit(
            lambda environment: change_tags(environment, notes, added, removed), self._report_changed_tags
        )

    def _report_changed_tags(self, result: SavedTexts) -> None:
        text = self.tr("Tags of %n note(s) changed.", None, len(result.saved))
        if result.conflicts:
            text += " " + self.tr(
                "%n note(s) were changed by another program and left alone.", None, len(result.conflicts)
            )
        self._confirm(text)

    def _report_step(self, step: UndoneStep | None, text: str, text_if_none: str) -> None:
        if step is None:
            self.refused.emit(text_if_none)
        else:
            self.done.emit(text.format(action=format_undone_step(step)))

    def _confirm(self, text: str) -> None:
        undo = self.tr("Undo: {key}").format(key=format_shortcut("undo"))
        self.done.emit(join_sentences(text, undo))

"""The part of the note editor that saves a draft, and shows what came of it."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from studyapp.core.cards.card import cards_of
from studyapp.core.note_editing.note_merge import merge_notes
from studyapp.core.notes.note import Note
from studyapp.core.rendering.face import card_title
from studyapp.services.editing.drafts.draft_merging import take_changes, take_fields
from studyapp.services.editing.drafts.note_draft import (
    NoteDraft,
    draft_for_next_note,
    draft_of_note,
    have_same_content,
    have_same_texts,
)
from studyapp.services.editing.note_saving import Conflict
from studyapp.services.editing.steps.schedule_change import ScheduleChange
from studyapp.services.library.deck_library import LibraryDeck
from studyapp.store.errors import StoreError
from studyapp.ui.dialogs import modal_dialogs
from studyapp.ui.editor.choosers import fill_deck_box, fill_schedule_box
from studyapp.ui.editor.conflict_dialog import ConflictDialog
from studyapp.ui.editor.draft_window import DraftWindow
from studyapp.ui.editor.editor_context import EditorContext
from studyapp.ui.editor.fields.field_labels import field_label
from studyapp.ui.editor.note_saver import NoteSaver
from studyapp.ui.kit import formatting


class SavingWindow(DraftWindow):
    """Edits one note, or adds notes. `EditorWindow` decides which, and asks about unsaved changes."""

    noteSaved = Signal(str)
    """Carries the key of a note that was added, changed or removed again."""

    def __init__(self, context: EditorContext, parent: QWidget | None) -> None:
        super().__init__(context, parent)
        self._base: Note | None = None
        """The note that is edited, as it was when editing began; None while notes are added."""

        self._saving_draft = self._clean_draft
        """What the form showed when saving began. The user may go on writing meanwhile."""

        self._after_saving: Callable[[], object] | None = None
        self._after_adding: Callable[[], object] | None = None
        """What follows once a note was added, unless something else waits for that."""

        self._checker.checked.connect(self._update_schedule_box)
        self.saver = NoteSaver(context, self)
        self._connect_saver()
        fill_schedule_box(self.schedule_box)
        self.save_button.clicked.connect(self.save)

    @property
    def is_adding(self) -> bool:
        """Whether new notes are added."""
        return self._base is None

    @property
    def has_changes(self) -> bool:
        """Whether something is written that is not saved."""
        if self._deck is None:
            return False
        draft, clean_draft = self.form.draft(), self._clean_draft
        if self.is_adding:  # another type or deck alone is nothing to save
            clean_draft = replace(clean_draft, type_name=draft.type_name, deck_id=draft.deck_id)
        return not have_same_content(draft, clean_draft)

    def _open(self, draft: NoteDraft, deck: LibraryDeck, base: Note | None) -> bool:
        """Show the draft of a note, or of a new note if `base` is None. Return False if the deck can't be read."""
        try:
            self._use_deck(deck)
        except StoreError as error:
            modal_dialogs.show_error(self.parentWidget(), formatting.format_error(error))
            return False
        self._base, self._after_adding = base, None
        self.setWindowTitle(self.tr("Add notes") if base is None else self.tr("Edit note"))
        self.save_button.setText(self.tr("Add") if base is None else self.tr("Save"))
        self.notice.clear()
        self.schedule_box.setCurrentIndex(0)
        self.schedule_row.setHidden(self.is_adding)
        fill_deck_box(self.deck_box, self._context, deck.metadata.id)
        self.deck_box.setEnabled(self.is_adding)
        self._load(draft)
        self._bring_to_front()
        QTimer.singleShot(0, self.form, self.form.focus_first)
        return True

    def _bring_to_front(self) -> None:
        self.show()
        self.raise_()
        self.activateWindow()

    def save(self) -> None:
        """Save the note or add it. If it has errors, show them and focus the first one."""
        if self._deck is None or self.saver.is_busy:
            return
        self._saving_draft = self.form.draft()
        note = self._checker.check_for_saving()
        if note is None:
            self._after_saving = None
        elif self._base is None:
            self.saver.add(self._deck.metadata.id, note)
        else:
            self.saver.save(self._base, note, self._schedule_change())

    def _connect_saver(self) -> None:
        self.saver.started.connect(lambda: self.save_button.setEnabled(False))
        self.saver.added.connect(self._finish_adding)
        self.saver.saved.connect(self._finish_saving)
        self.saver.conflicted.connect(self._show_conflict)
        self.saver.noteGone.connect(self._offer_adding)
        self.saver.addingUndone.connect(self._restore_undone_note)
        self.saver.undoRefused.connect(
            lambda: self._show_failure(
                self.tr("Something else was done since. Undo it in the main window first.")
            )
        )
        self.saver.failed.connect(self._show_failure)

    def _schedule_change(self) -> ScheduleChange:
        change = self.schedule_box.currentData()
        return ScheduleChange(change) if self.schedule_box.isEnabled() else ScheduleChange.KEEP

    def _update_schedule_box(self) -> None:
        """Offer a choice only if the texts were changed."""
        is_changed = self._base is not None and not have_same_texts(
            self.form.draft(), draft_of_note(self._base)
        )
        self.schedule_box.setEnabled(is_changed)

    def _end_operation(self) -> None:
        self.save_button.setEnabled(True)

    def _finish_adding(self, note: Note) -> None:
        self._end_operation()
        self._show_saved(draft_for_next_note(self._saving_draft, self.form.pinned_fields))
        text = self.tr("Added: {note}").format(note=_title_of(note, self._context))
        self.notice.show_message(
            text, is_info=True, offer=self.tr("Undo"), handler=lambda: self.saver.undo_adding(note)
        )
        self.noteSaved.emit(note.key)
        self._continue(self._after_adding)

    def _finish_saving(self, note: Note, changed_fields: Sequence[str]) -> None:
        self._end_operation()
        self._base = note
        self.schedule_box.setCurrentIndex(0)
        self._show_saved(draft_of_note(note))
        self.noteSaved.emit(note.key)
        if changed_fields:
            names = ", ".join(map(field_label, changed_fields))
            text = self.tr("Saved. The file was changed meanwhile as well, which is kept: {fields}.")
            self.notice.show_message(text.format(fields=names), is_info=True)
        elif self.has_changes:
            text = self.tr("Saved, without what you wrote since. Save again to keep that, too.")
            self.notice.show_message(text, is_info=True)
        self._continue(None if changed_fields or self.has_changes else self.close)

    def _show_saved(self, draft: NoteDraft) -> None:
        """Show a draft that counts as saved, with what the user wrote while saving was running."""
        shown = self.form.draft()
        if have_same_content(shown, self._saving_draft):
            self._load(draft)
            self.form.focus_first()
        else:
            self.form.change(take_changes(draft, self._saving_draft, shown))
            self._clean_draft = draft

    def _continue(self, default: Callable[[], object] | None) -> None:
        """Do what waited for the note to be saved."""
        then, self._after_saving = self._after_saving or default, None
        if then is not None:
            then()

    def _show_conflict(self, conflict: Conflict) -> None:
        self._end_operation()
        theirs = draft_of_note(conflict.theirs)
        dialog = ConflictDialog(draft_of_note(conflict.mine), theirs, conflict.fields, self)

        def resolve(fields_of_file: list[str]) -> None:
            merge = merge_notes(conflict.base, conflict.mine, conflict.theirs)
            self._base = conflict.theirs
            merged_fields = [name for name in merge.changed if name not in conflict.fields]
            draft = take_fields(self.form.draft(), draft_of_note(merge.note), merged_fields)
            self.form.change(take_fields(draft, theirs, fields_of_file))
            self.save()

        dialog.resolved.connect(resolve)
        dialog.open()

    def _offer_adding(self, _note: Note) -> None:
        """Offer to add the text of a note that is no longer in its file."""
        self._end_operation()
        self._after_saving = None
        self.notice.show_message(
            self.tr("The note is no longer in its deck file, so it can't be saved there."),
            is_info=False,
            offer=self.tr("Add as a new note"),
            handler=self._add_edited_note,
        )

    def _add_edited_note(self) -> None:
        draft = replace(self.form.draft(), note_id="", anki_guid="")
        if self._deck is not None:
            self._open(draft, self._deck, None)
            self.save()

    def _restore_undone_note(self, note: Note) -> None:
        self._end_operation()
        if not self.has_changes:
            self._load(replace(draft_of_note(note), note_id=""))
            self._clean_draft = NoteDraft(note.deck_id, "basic")
        self.notice.show_message(self.tr("The note was removed again."), is_info=True)
        self.noteSaved.emit(note.key)
        self._continue(None)

    def _show_failure(self, text: str) -> None:
        self._end_operation()
        self._after_saving = None
        self.notice.show_message(text, is_info=False)


def _title_of(note: Note, context: EditorContext) -> str:
    cards = cards_of(note)
    return card_title(cards[0], context.card_languages()) if cards else note.id

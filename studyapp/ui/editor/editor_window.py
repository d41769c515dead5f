"""The note editor: adding notes, and editing one."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from studyapp.core.notes.note import Note
from studyapp.services.editing.drafts.draft_decks import load_note
from studyapp.services.editing.drafts.note_draft import NoteDraft, draft_of_note
from studyapp.services.library.deck_library import LibraryDeck
from studyapp.store.errors import StoreError
from studyapp.ui.dialogs import modal_dialogs
from studyapp.ui.dialogs.modal_dialogs import UnsavedChoice
from studyapp.ui.editor.editor_context import EditorContext
from studyapp.ui.editor.saving_window import SavingWindow
from studyapp.ui.kit import formatting


class EditorState(NamedTuple):
    """What an editor shows: the note as it was when editing began (None for a new note), its deck, the path at which the
    deck file will be saved, what is written, what counts as saved, the pinned fields and the choice of the schedule."""

    base: Note | None
    deck: LibraryDeck
    path: Path
    draft: NoteDraft
    clean_draft: NoteDraft
    pinned_fields: frozenset[str]
    schedule_index: int


class _FoundNote(NamedTuple):
    note: Note
    deck: LibraryDeck


class EditorWindow(SavingWindow):
    """A window of its own. `edit` shows a note, `add` a form for new notes, `split` both, one after the other. Each asks about
    unsaved changes first."""

    def __init__(self, context: EditorContext, parent: QWidget | None) -> None:
        super().__init__(context, parent)
        self.close_button.clicked.connect(self.close)
        self.restoreGeometry(context.app_settings.editor_geometry)

    def edit(self, note_key: str) -> bool:
        """Edit a note. Return False if there are unsaved changes and the user does not discard them, or if the note
        can't be read."""
        if not self._may_discard(lambda: self.edit(note_key)):
            return False
        found = self._find(note_key)
        return found is not None and self._open(draft_of_note(found.note), found.deck, found.note)

    def split(self, note_key: str) -> bool:
        """Add a note that begins as a copy of a note, then edit that one, so that each keeps a part.

        Return False as `edit` does.
        """
        if not self._may_discard(lambda: self.split(note_key)):
            return False
        found = self._find(note_key)
        if found is None:
            return False
        copy = replace(draft_of_note(found.note), note_id="", anki_guid="")
        if not self._open(copy, found.deck, None):
            return False
        self._after_adding = lambda: self._edit_rest(note_key)
        text = self.tr("This is a copy. Keep one part here and add it. Then you edit the original note.")
        self.notice.show_message(text, is_info=True)
        return True

    def _edit_rest(self, note_key: str) -> None:
        """Edit a note of which a part is a note of its own now."""
        if self.edit(note_key):
            text = self.tr("The new note was added. Keep the other part in this one and save it.")
            self.notice.show_message(text, is_info=True)

    def _find(self, note_key: str) -> _FoundNote | None:
        """Return a note and its deck, or show why it can't be edited."""
        try:
            note = load_note(self._context.collection, note_key)
        except StoreError as error:
            modal_dialogs.show_error(self.parentWidget(), formatting.format_error(error))
            return None
        deck = self._context.find_deck(note.deck_id) if note is not None else None
        if note is None or deck is None:
            modal_dialogs.show_error(self.parentWidget(), self.tr("The note is no longer in its deck file."))
            return None
        return _FoundNote(note, deck)

    def add(self, deck_id: str) -> bool:
        """Add notes to a deck, or to another one if the library does not have it. A note that was begun stays.

        Return False if there are unsaved changes and the user does not discard them, or if there is no deck.
        """
        if self.is_adding and self._deck is not None:
            self._bring_to_front()
            return True
        if not self._may_discard(lambda: self.add(deck_id)):
            return False
        decks = self._context.library().decks
        own_deck = next((one for one in decks if not self._context.is_bundled(one)), None)
        deck = self._context.find_deck(deck_id) or own_deck or next(iter(decks), None)
        if deck is None:
            text = self.tr("There is no deck yet.\nCreate a deck first, then add notes to it.")
            modal_dialogs.show_information(self.parentWidget(), text)
            return False
        return self._open(NoteDraft(deck.metadata.id, "basic"), deck, None)

    def close_and_then(self, go_on: Callable[[], object]) -> bool:
        """Close the window. Return False if that has to wait because the note is saved first, after which `go_on` is
        called, or if the user goes on editing."""

        def close_after_saving() -> None:
            if self.close():
                go_on()

        if not self._may_discard(close_after_saving):
            return False
        self._deck = None  # otherwise closing would ask again about what is discarded
        return self.close()

    def call_after_saving(self, go_on: Callable[[], object]) -> bool:
        """If the note is being saved, call `go_on` afterwards and return True."""
        if self.saver.is_busy:
            self._after_saving = go_on
        return self.saver.is_busy

    def hand_over(self) -> EditorState | None:
        """Close the window without asking, and return what is written for another one. Return None if it is closed."""
        if self._deck is None:
            return None
        state = EditorState(
            self._base,
            self._deck,
            self._draft_deck.path,
            self.form.draft(),
            self._clean_draft,
            frozenset(self.form.pinned_fields),
            self.schedule_box.currentIndex(),
        )
        self._deck = None  # otherwise closing would ask about unsaved changes
        self.close()
        return state

    def resume(self, state: EditorState) -> None:
        """Go on with what was written in another window."""
        self.form.pinned_fields = set(state.pinned_fields)
        if self._open(state.draft, state.deck, state.base):
            self._use_deck_file(state.path)
            self._clean_draft = state.clean_draft
            self._update_schedule_box()
            self.schedule_box.setCurrentIndex(state.schedule_index)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved changes, and store the geometry."""
        if not self._may_discard(self.close):
            event.ignore()
            return
        self._context.app_settings.editor_geometry = self.saveGeometry()
        self._checker.stop()
        self._deck = None
        super().closeEvent(event)

    def _may_discard(self, after_saving: Callable[[], object]) -> bool:
        """Return whether there are no unsaved changes, or the user discards them. If they are saved instead, or are
        being saved, `after_saving` is called later."""
        if self.call_after_saving(after_saving):
            return False
        if not self.has_changes:
            return True
        self._bring_to_front()
        choice = modal_dialogs.ask_unsaved_changes(self)
        if choice is UnsavedChoice.SAVE:
            self._after_saving = after_saving
            self.save()
        return choice is UnsavedChoice.DISCARD

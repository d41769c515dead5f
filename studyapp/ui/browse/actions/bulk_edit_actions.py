"""Find and replace in the selected notes, and the search for duplicates."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from studyapp.core.progress_callback import ProgressCallback
from studyapp.services.editing.bulk_edits import SavedTexts, save_texts
from studyapp.services.editing.find_and_replace import (
    EditedNote,
    ReplacementPreview,
    ReplaceRequest,
    list_field_names,
    preview_replacement,
)
from studyapp.services.library.duplicate_notes import SimilarNotes, find_duplicate_notes
from studyapp.ui.actions.shortcuts import format_shortcut
from studyapp.ui.kit.app_context import AppContext, CurrentLibrary
from studyapp.ui.kit.formatting import join_sentences


class BulkEditActions(QObject):
    """Opens the dialogs, which run their work in the background. `find_notes` returns the keys of the found notes, or says
    why there are none, `select_notes` those of the selected ones, and `current_library` the decks and the languages of
    the cards."""

    done = Signal(str)
    """Notes have changed. Carries what was done."""

    editRequested = Signal(str)
    """Carries the key of a note."""

    def __init__(
        self,
        context: AppContext,
        find_notes: Callable[[], Sequence[str]],
        select_notes: Callable[[], Sequence[str]],
        current_library: CurrentLibrary,
        delete_notes: Callable[[Sequence[str]], None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._find_notes, self._select_notes = find_notes, select_notes
        self._current_library = current_library
        self._delete_notes = delete_notes

    def find_and_replace(self) -> None:
        """Find and replace in the texts of the found notes, or of the selected ones if there are several."""
        found, selected = list(self._find_notes()), list(self._select_notes())
        if not found:
            return
        from studyapp.ui.bulk_edit.find_replace_dialog import FindReplaceDialog

        context = self._context

        def preview(
            notes: Sequence[str], request: ReplaceRequest, progress: ProgressCallback
        ) -> ReplacementPreview:
            changes: ReplacementPreview = context.use_collection(
                lambda collection, step: preview_replacement(collection, notes, request, step), progress
            )
            return changes

        def save(edited_notes: Sequence[EditedNote], progress: ProgressCallback) -> SavedTexts:
            saved: SavedTexts = context.run_edit(
                lambda environment: save_texts(environment, edited_notes), progress
            )
            return saved

        fields = list_field_names(context.collection, found)
        several_selected = selected if len(selected) > 1 else []
        dialog = FindReplaceDialog(preview, save, fields, found, several_selected, self._window)
        dialog.replaced.connect(self._report_replacement)
        dialog.show()

    def find_duplicates(self) -> None:
        """Compare the notes of all decks, to edit or delete those that ask nearly the same."""
        from studyapp.ui.bulk_edit.duplicates_dialog import DuplicatesDialog

        library, languages = self._current_library()
        context = self._context

        def find(min_similarity: float, progress: ProgressCallback) -> list[SimilarNotes]:
            found: list[SimilarNotes] = context.use_collection(
                lambda collection, step: find_duplicate_notes(
                    collection, library.deck_ids, languages, min_similarity, lambda done: step(done, 0)
                ),
                progress,
            )
            return found

        def delete(key: str) -> None:
            self._delete_notes([key])
            dialog.remove_note(key)

        dialog = DuplicatesDialog(find, self._window)
        dialog.editRequested.connect(self.editRequested)
        dialog.deleteRequested.connect(delete)
        dialog.show()

    def _report_replacement(self, result: SavedTexts) -> None:
        undo = self.tr("Undo: {key}").format(key=format_shortcut("undo"))
        parts = [self.tr("%n note(s) changed.", None, len(result.saved)), undo]
        skipped_count = len(result.conflicts) + len(result.missing)
        if skipped_count:
            parts.insert(
                1,
                self.tr("%n note(s) were changed by another program and left alone.", None, skipped_count),
            )
        self.done.emit(join_sentences(*parts))

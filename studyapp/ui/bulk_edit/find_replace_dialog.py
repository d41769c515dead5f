"""The dialog for find and replace."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from studyapp.core.note_editing.find_and_replace import InvalidReplacement
from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.text.translatable import TranslatableError
from studyapp.services.editing.bulk_edits import SavedTexts
from studyapp.services.editing.find_and_replace import (
    EditedNote,
    ReplacementPreview,
    ReplaceRequest,
    make_changes,
)
from studyapp.ui.bulk_edit.change_list import ChangeList
from studyapp.ui.dialogs.background_task_dialog import BackgroundTaskDialog
from studyapp.ui.dialogs.button_row_layout import ButtonRowLayout
from studyapp.ui.dialogs.field_error import FieldError
from studyapp.ui.dialogs.message_banner import MessageBanner
from studyapp.ui.dialogs.wrapping_buttons import WrappingCheckBox
from studyapp.ui.editor.fields.field_labels import field_label
from studyapp.ui.kit import formatting, theme
from studyapp.ui.kit.combo_box import ComboBox
from studyapp.ui.kit.widgets import create_button, create_label

PreviewChanges = Callable[[Sequence[str], ReplaceRequest, ProgressCallback], ReplacementPreview]
SaveChanges = Callable[[Sequence[EditedNote], ProgressCallback], SavedTexts]

_MAX_EMPTIED_LISTED = 5


class FindReplaceDialog(BackgroundTaskDialog):
    """Lists every change, and makes those that stay checked, as one step that can be undone.

    Both functions run in the background. `found_notes` are the keys of the notes to search, and `selected_notes` of those
    that the user has selected among them, which are offered as a choice if there are any. `fields` are the names of the
    fields of the found notes.
    """

    replaced = Signal(object)
    """The changes were made. Carries the `SavedTexts`."""

    def __init__(
        self,
        preview_changes: PreviewChanges,
        save_changes: SaveChanges,
        fields: Sequence[str],
        found_notes: Sequence[str],
        selected_notes: Sequence[str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, width=640, min_height=520)
        self.setWindowTitle(self.tr("Find and replace"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._preview_changes, self._save_changes = preview_changes, save_changes
        self._is_preview_pending = self._is_preview_discarded = False
        self.column.addWidget(create_label(self.windowTitle(), "dialogTitle", self, has_word_wrap=True))
        self._found_notes, self._selected_notes = found_notes, selected_notes
        self.scope_label = create_label("", "furniture", self, has_word_wrap=True)
        self.column.addWidget(self.scope_label)
        self.column.addLayout(self._build_fields(fields))
        self.column.addLayout(self._build_choices())
        self.field_error = FieldError(self)
        self.message_banner = MessageBanner(self)
        self.change_list = ChangeList(self)
        self.change_list.setAccessibleName(self.tr("Changes"))
        self.change_list.setMinimumHeight(theme.scale_pixels(120))
        self.change_list.checkedChanged.connect(self._update_replace_button)
        self.count_label = create_label("", "furniture", self, has_word_wrap=True)
        for widget in (self.field_error, self.progress_bar, self.message_banner, self.count_label):
            self.column.addWidget(widget)
        self.column.addWidget(self.change_list, 1)
        self.add_button(self.tr("Close")).clicked.connect(self.close)
        self.replace_button = self.add_button("", "primary")
        self.replace_button.clicked.connect(self._replace)
        self._update_replace_button()
        self._update_scope()
        self.find_field.setFocus()

    def _build_fields(self, fields: Sequence[str]) -> QVBoxLayout:
        self.find_field, self.replacement_field = QLineEdit(self), QLineEdit(self)
        self.field_box = ComboBox(self)
        self.field_box.addItem(self.tr("All fields"), "")
        for field in fields:
            self.field_box.addItem(field_label(field), field)
        column = QVBoxLayout()
        column.setSpacing(4)
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Find"), self.find_field),
            (self.tr("Replace with"), self.replacement_field),
            (self.tr("In"), self.field_box),
        )
        for text, field_widget in rows:
            label = create_label(text, "furniture", self)
            label.setBuddy(field_widget)
            field_widget.setAccessibleName(text)
            column.addWidget(label)
            column.addWidget(field_widget)
        for line_edit in (self.find_field, self.replacement_field):
            line_edit.textEdited.connect(self._discard_preview)
            line_edit.returnPressed.connect(self._start_preview)
        self.field_box.activated.connect(self._discard_preview)
        return column

    def _build_choices(self) -> QVBoxLayout:
        self.case_box = WrappingCheckBox(self.tr("Match case"), self)
        self.regex_box = WrappingCheckBox(self.tr("Regular expression"), self)
        self.selected_box = WrappingCheckBox(self.tr("Selected notes only"), self)
        self.selected_box.setChecked(bool(self._selected_notes))
        self.selected_box.setVisible(bool(self._selected_notes))
        self.selected_box.toggled.connect(self._update_scope)
        self.preview_button = create_button(self.tr("Show changes"), "secondary", self)
        self.preview_button.setAutoDefault(False)
        self.preview_button.clicked.connect(self._start_preview)
        column = QVBoxLayout()
        for box in (self.selected_box, self.case_box, self.regex_box):
            box.toggled.connect(self._discard_preview)
            column.addWidget(box)
        row = ButtonRowLayout()
        row.add_button(self.preview_button, is_leading=True)
        column.addLayout(row)
        return column

    @property
    def _notes(self) -> Sequence[str]:
        """The notes to search."""
        return self._selected_notes if self.selected_box.isChecked() else self._found_notes

    def _update_scope(self) -> None:
        text = (
            self.tr("In %n selected note(s)", None, len(self._notes))
            if self.selected_box.isChecked()
            else self.tr("In %n found note(s)", None, len(self._notes))
        )
        self.scope_label.setText(text)

    def _start_preview(self) -> None:
        """Show the changes. A preview that is running is stopped first."""
        self._discard_preview()
        self._is_preview_pending = self.is_busy
        if self.is_busy:
            return
        self._is_preview_discarded = False
        request = ReplaceRequest(
            self.find_field.text(),
            self.replacement_field.text(),
            self.regex_box.isChecked(),
            self.case_box.isChecked(),
            self.field_box.currentData(),
        )
        notes = self._notes
        self.preview_button.setEnabled(False)
        self.run_task(
            lambda progress: self._preview_changes(notes, request, progress),
            lambda preview: self._end_preview(lambda: self._show_preview(preview)),
            lambda error: self._end_preview(lambda: self._show_failure(error)),
            lambda: self._end_preview(lambda: None),
        )

    def _show_preview(self, preview: ReplacementPreview) -> None:
        self.change_list.change_model.show_changes(preview.changes)
        notes = {change.note.key for change in preview.changes}
        if preview.changes:
            changes_text = self.tr("%n change(s)", None, len(preview.changes))
            self.count_label.setText(
                self.tr("{changes} in {notes}").format(
                    changes=changes_text, notes=self.tr("%n note(s)", "in notes", len(notes))
                )
            )
        else:
            self.count_label.setText(self.tr("Nothing to change."))
        if preview.emptied_fields:
            listed = [
                f"{emptied.note.key} ({field_label(emptied.field)})" for emptied in preview.emptied_fields
            ]
            text = self.tr("These fields would become empty and are left as they are: {fields}")
            more = ["…"] if len(listed) > _MAX_EMPTIED_LISTED else []
            fields = ", ".join([*listed[:_MAX_EMPTIED_LISTED], *more])
            self.message_banner.show_text(text.format(fields=fields), is_info=True)
        if preview.changes:
            self.change_list.setFocus()
            self.change_list.setCurrentIndex(self.change_list.change_model.index(0))
        self.fit_content()

    def _end_preview(self, show: Callable[[], None]) -> None:
        """Show what came of a preview, or start the next one if another was requested meanwhile."""
        self.preview_button.setEnabled(True)
        if self._is_preview_pending:
            self._start_preview()
        elif not self._is_preview_discarded:  # it may have ended before it was stopped
            show()

    def _show_failure(self, error: Exception) -> None:
        if isinstance(error, InvalidReplacement):
            field = self.replacement_field if error.concerns_replacement else self.find_field
            self.field_error.show_error(field, formatting.format_error(error))
        elif isinstance(error, TranslatableError | OSError):
            self.message_banner.show_text(formatting.format_error(error), is_info=False)
        else:
            raise error
        self.fit_content()

    def _replace(self) -> None:
        edited_notes = make_changes(self.change_list.change_model.checked_changes)
        if self.is_busy or not edited_notes:
            return
        self.replace_button.setEnabled(False)
        self.run_task(
            lambda progress: self._save_changes(edited_notes, progress),
            self._finish,
            self._show_failure,
            self._update_replace_button,
            can_cancel=False,
        )

    def _finish(self, result: SavedTexts) -> None:
        self.replaced.emit(result)
        self.close()

    def _discard_preview(self) -> None:
        """Remove the changes, which are no longer those that were requested, and stop a preview that is running."""
        self._clear_changes()
        self._is_preview_discarded = True
        if self.is_busy:
            self.reject()

    def _clear_changes(self) -> None:
        self.field_error.clear_error()
        self.message_banner.hide()
        self.count_label.setText("")
        self.change_list.change_model.show_changes(())

    def _update_replace_button(self) -> None:
        count = len(self.change_list.change_model.checked_changes)
        self.replace_button.setEnabled(count > 0)
        self.replace_button.setText(
            self.tr("Make %n change(s)", None, count) if count else self.tr("Replace")
        )

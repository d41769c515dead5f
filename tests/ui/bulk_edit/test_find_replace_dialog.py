"""The dialog for find and replace."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from studyapp.core.note_editing.find_and_replace import FieldChange
from studyapp.core.notes.note import Basic, Note
from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.text.localized_text import LocalizedText
from studyapp.services.editing.bulk_edits import SavedTexts
from studyapp.services.editing.find_and_replace import (
    EditedNote,
    ReplacementPreview,
    ReplaceRequest,
    preview_replacement,
)
from studyapp.store.collection import Collection
from studyapp.system_dependencies import new_device_id
from studyapp.ui.bulk_edit.find_replace_dialog import FindReplaceDialog
from tests.ui.app_driver import AppDriver, basic_note

pytestmark = pytest.mark.qt_log_ignore("plugin does not support propagateSizeHints")


class Dialog:
    """The dialog over the notes of one deck, which remembers what it saves."""

    def __init__(self, app: AppDriver, *notes: dict[str, object], selected: Sequence[str] = ()) -> None:
        app.write_deck(*notes)
        self.app = app
        self.saved: list[EditedNote] = []
        self.error: Exception | None = None
        self.replaced_counts: list[int] = []
        keys = [f"d/{note['id']}" for note in notes]

        def preview(
            notes: Sequence[str], request: ReplaceRequest, progress: ProgressCallback
        ) -> ReplacementPreview:
            with Collection(app.collection_file, new_device_id, must_exist=True) as collection:
                return preview_replacement(collection, notes, request, progress)

        def save(edited_notes: Sequence[EditedNote], progress: ProgressCallback) -> SavedTexts:
            if self.error is not None:
                raise self.error
            self.saved = list(edited_notes)
            return SavedTexts(tuple(edited.edited for edited in edited_notes), (), ())

        fields = "front", "back"
        self.dialog = FindReplaceDialog(preview, save, fields, keys, selected, app.open_window())
        self.dialog.replaced.connect(lambda result: self.replaced_counts.append(len(result.saved)))
        self.dialog.show()

    def preview(self, find: str, replacement: str) -> list[FieldChange]:
        self.dialog.find_field.setText(find)
        self.dialog.replacement_field.setText(replacement)
        self.dialog.preview_button.click()
        self.app.wait_until(lambda: not self.dialog.is_busy)
        return [proposed.change for proposed in self.dialog.change_list.change_model.checked_changes]

    def replace(self) -> None:
        self.dialog.replace_button.click()
        # The dialog is deleted once the changes were made.
        self.app.wait_until(lambda: bool(self.replaced_counts) or self.dialog.message_banner.isVisible())


def note(note_id: str, front: str) -> dict[str, object]:
    return {**basic_note(note_id), "front": front}


def test_every_change_is_listed_before_it_is_made(app: AppDriver) -> None:
    shown = Dialog(app, note("a", "old one"), note("b", "other"), note("c", "one Old, two old"))
    assert shown.preview("old", "new") == [
        FieldChange("front", "", "old one", "new one"),
        FieldChange("front", "", "one Old, two old", "one new, two new"),
    ]
    assert shown.dialog.count_label.text() == "2 changes in 2 notes"
    assert shown.dialog.replace_button.text() == "Make 2 changes"
    assert shown.saved == []


def test_only_checked_changes_are_made(app: AppDriver) -> None:
    shown = Dialog(app, note("a", "old"), note("b", "old too"))
    shown.preview("old", "new")
    model = shown.dialog.change_list.change_model
    assert model.setData(model.index(0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert shown.dialog.replace_button.text() == "Make 1 change"
    shown.replace()
    edited = Note(
        "d",
        "b",
        Basic(LocalizedText.language_neutral("new too"), LocalizedText.language_neutral("Answer b.")),
    )
    assert [(each.base.key, each.edited) for each in shown.saved] == [("d/b", edited)]
    assert shown.replaced_counts == [1]
    app.wait_until(lambda: not app.window.findChildren(FindReplaceDialog))


def test_selected_notes_or_all_found_ones_are_searched(app: AppDriver) -> None:
    notes = (note("a", "old"), note("b", "old too"), note("c", "old three"))
    shown = Dialog(app, *notes, selected=["d/a", "d/c"])
    assert shown.dialog.scope_label.text() == "In 2 selected notes"
    assert [change.before for change in shown.preview("old", "new")] == ["old", "old three"]
    shown.dialog.selected_box.click()
    assert shown.dialog.scope_label.text() == "In 3 found notes"
    assert shown.dialog.change_list.change_model.rowCount() == 0
    assert len(shown.preview("old", "new")) == 3


def test_without_selected_notes_there_is_no_choice(app: AppDriver) -> None:
    shown = Dialog(app, note("a", "old"))
    assert not shown.dialog.selected_box.isVisible()
    assert shown.dialog.scope_label.text() == "In 1 found note"


def test_a_changed_request_invalidates_the_list(app: AppDriver) -> None:
    shown = Dialog(app, note("a", "old"))
    assert shown.preview("old", "new")
    shown.dialog.case_box.click()
    assert shown.dialog.change_list.change_model.rowCount() == 0
    assert not shown.dialog.replace_button.isEnabled()


def test_mistakes_are_shown_at_their_field(app: AppDriver) -> None:
    shown = Dialog(app, note("a", "old"))
    shown.dialog.regex_box.click()
    shown.preview("(", "x")
    assert shown.dialog.find_field.property("invalid") is True
    assert shown.dialog.field_error.text().startswith("The regular expression is not valid:")
    shown.preview("o", r"\3")
    assert shown.dialog.find_field.property("invalid") is False
    assert shown.dialog.replacement_field.property("invalid") is True
    shown.preview("", "x")
    assert shown.dialog.field_error.text() == "Enter the text to find."


def test_fields_that_would_become_empty_are_named(app: AppDriver) -> None:
    shown = Dialog(app, note("a", "old"))
    assert shown.preview("old", "") == []
    assert shown.dialog.message_banner.isVisible()
    assert "d/a (Front)" in shown.dialog.message_banner.text()
    assert shown.dialog.count_label.text() == "Nothing to change."


def test_a_failure_to_save_keeps_the_dialog_open(app: AppDriver) -> None:
    shown = Dialog(app, note("a", "old"))
    shown.preview("old", "new")
    shown.error = PermissionError(13, "Permission denied", "d.yaml")
    shown.replace()
    assert shown.dialog.isVisible()
    assert "Permission denied" in shown.dialog.message_banner.text()
    assert shown.replaced_counts == []


def test_only_the_chosen_field_is_changed(app: AppDriver) -> None:
    shown = Dialog(app, {"id": "a", "front": "old", "back": "old"})
    shown.dialog.field_box.setCurrentIndex(2)
    assert shown.dialog.field_box.currentText() == "Back"
    assert [change.field for change in shown.preview("old", "new")] == ["back"]


def test_changes_are_described_in_words_for_screen_readers(app: AppDriver) -> None:
    shown = Dialog(app, note("a", "old one"))
    shown.preview("old", "new")
    model = shown.dialog.change_list.change_model
    assert model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole) == "d/a · Front: old one → new one"


def test_a_text_that_is_entered_while_changes_are_listed_is_listed_afterwards(app: AppDriver) -> None:
    opened = Dialog(app, note("a", "one two"), note("b", "two three"))
    dialog = opened.dialog
    dialog.find_field.setText("one")
    dialog.replacement_field.setText("1")
    dialog.preview_button.click()
    assert dialog.is_busy
    dialog.find_field.selectAll()
    QTest.keyClicks(dialog.find_field, "three")
    QTest.keyClick(dialog.find_field, Qt.Key.Key_Return)
    app.wait_until(lambda: not dialog.is_busy)
    changes = [proposed.change for proposed in dialog.change_list.change_model.checked_changes]
    assert [(change.before, change.after) for change in changes] == [("two three", "two 1")]


def test_a_text_that_is_edited_while_changes_are_listed_has_none_yet(app: AppDriver) -> None:
    opened = Dialog(app, note("a", "one two"))
    dialog = opened.dialog
    dialog.find_field.setText("one")
    dialog.replacement_field.setText("1")
    dialog.preview_button.click()
    QTest.keyClicks(dialog.find_field, "x")
    app.wait_until(lambda: not dialog.is_busy)
    assert dialog.isVisible()
    assert dialog.preview_button.isEnabled()
    assert not dialog.replace_button.isEnabled()

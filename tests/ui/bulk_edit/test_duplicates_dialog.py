"""The dialog that compares similar notes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.library.duplicate_notes import SimilarNotes, find_duplicate_notes
from studyapp.store.collection import Collection
from studyapp.system_dependencies import new_device_id
from studyapp.ui.bulk_edit.duplicates_dialog import DuplicatesDialog
from tests.ui.app_driver import AppDriver, basic_note

pytestmark = pytest.mark.qt_log_ignore("plugin does not support propagateSizeHints")


def open_dialog(app: AppDriver) -> DuplicatesDialog:
    app.write_deck(
        {**basic_note("a"), "front": "What is a language model?"},
        {**basic_note("b"), "front": "What is a big language model?"},
        {**basic_note("c"), "front": "what is a language model?"},
        {**basic_note("d"), "front": "Who wrote the article?"},
    )

    def find(min_similarity: float, progress: ProgressCallback) -> list[SimilarNotes]:
        with Collection(app.collection_file, new_device_id, must_exist=True) as collection:
            return find_duplicate_notes(
                collection, ("d",), CardLanguages.ENGLISH, min_similarity, lambda done: progress(done, 0)
            )

    dialog = DuplicatesDialog(find, app.open_window())
    dialog.show()
    app.wait_until(lambda: not dialog.is_busy)
    return dialog


def list_texts(dialog: DuplicatesDialog) -> list[str]:
    return [dialog.pair_list.item(row).text() for row in range(dialog.pair_list.count())]


def test_similar_notes_are_compared_side_by_side(app: AppDriver) -> None:
    dialog = open_dialog(app)
    assert list_texts(dialog) == ["100 %   What is a language model?", "92 %   What is a language model?"]
    assert dialog.focusWidget() is dialog.pair_list
    QTest.keyClick(dialog.pair_list, Qt.Key.Key_Down)
    first, second = (panel.text_label.text() for panel in dialog.note_panels)
    assert "What is a language model?" in first
    assert "<b>big" in second and "<u" in second
    assert "<u" not in first


def test_a_lower_similarity_finds_more(app: AppDriver) -> None:
    dialog = open_dialog(app)
    dialog.percent_box.setValue(100)
    app.wait_until(lambda: len(list_texts(dialog)) == 1)
    dialog.percent_box.setValue(60)
    app.wait_until(lambda: len(list_texts(dialog)) == 2)
    assert dialog.count_label.text() == "2 pairs of similar notes"


def test_either_note_can_be_edited_or_deleted(app: AppDriver) -> None:
    dialog = open_dialog(app)
    requests: list[tuple[str, str]] = []
    dialog.editRequested.connect(lambda key: requests.append(("edit", key)))
    dialog.deleteRequested.connect(lambda key: requests.append(("delete", key)))
    dialog.note_panels[0].edit_button.click()
    dialog.note_panels[1].delete_button.click()
    assert requests == [("edit", "d/a"), ("delete", "d/c")]


def test_pairs_of_a_removed_note_disappear(app: AppDriver) -> None:
    dialog = open_dialog(app)
    dialog.remove_note("d/c")
    assert list_texts(dialog) == ["92 %   What is a language model?"]
    dialog.remove_note("d/a")
    assert list_texts(dialog) == []
    assert dialog.count_label.text() == "No similar notes"
    assert not dialog.note_panels[0].edit_button.isEnabled()


def test_the_keyboard_goes_on_in_the_list_after_a_note_was_deleted(app: AppDriver) -> None:
    dialog = open_dialog(app)
    dialog.deleteRequested.connect(dialog.remove_note)
    delete_button = dialog.note_panels[1].delete_button
    delete_button.setFocus()
    QTest.keyClick(delete_button, Qt.Key.Key_Space)
    assert len(list_texts(dialog)) == 1
    assert dialog.focusWidget() is dialog.pair_list

"""Exporting the selected notes from the browse page."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from studyapp.ui.transfer.export_dialog import ExportDialog
from studyapp.ui.transfer.export_preview_dialog import ExportPreviewDialog
from tests.ui.app_driver import basic_note, click
from tests.ui.browse.browse_driver import BrowseDriver
from tests.ui.transfer.export_dialog_driver import wait_for_result

pytestmark = pytest.mark.qt_log_ignore(
    "plugin does not support (propagateSizeHints|raise|grabbing the keyboard)"
)
Key = Qt.Key


def press_export(browse: BrowseDriver) -> ExportDialog:
    browse.app.press(Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    (dialog,) = browse.app.window.findChildren(ExportDialog)
    browse.app.wait_until(dialog.isActiveWindow)
    return dialog


def open_two_decks(browse: BrowseDriver) -> None:
    browse.app.write_deck(basic_note("x"), basic_note("y"), deck="e", title="Other")
    browse.open(*(basic_note(name) for name in ("a", "b", "c")))


def test_selected_notes_of_several_decks_are_exported(browse: BrowseDriver, tmp_path: Path) -> None:
    open_two_decks(browse)
    browse.select(0, 1, 4)
    dialog = press_export(browse)
    assert dialog.contents_label.text() == "3 notes from 2 decks"
    assert not dialog.deck_list.isVisible()
    assert not dialog.anki_sync_button.isVisible()
    target = tmp_path / "out.csv"
    dialog.file_field.setText(str(target))
    click(dialog.export_button)
    wait_for_result(browse.app.qtbot, dialog)
    content = target.read_text(encoding="utf-8")
    assert [name for name in "abcxy" if f"Question {name}?" in content] == ["a", "b", "y"]
    assert "Exported 3 notes (3 cards)" in dialog.result_banner.text()


def test_with_one_selected_row_all_found_notes_are_exported(browse: BrowseDriver) -> None:
    open_two_decks(browse)
    browse.type_query("deck:other")
    browse.select(0)
    assert press_export(browse).contents_label.text() == "2 notes from 1 deck"


def test_the_preview_lists_only_these_notes(browse: BrowseDriver) -> None:
    open_two_decks(browse)
    browse.select(1, 2)
    dialog = press_export(browse)
    click(dialog.preview_button)
    (preview,) = dialog.findChildren(ExportPreviewDialog)
    browse.app.wait_until(lambda: preview.outcome_tree.topLevelItemCount() == 1)
    group = preview.outcome_tree.topLevelItem(0)
    items = [group.child(row) for row in range(group.childCount())] if group is not None else []
    assert [item.text(0) for item in items if item is not None] == ["d/b", "d/c"]
    preview.close()


def test_nothing_to_export_is_said(browse: BrowseDriver) -> None:
    page = browse.open()
    browse.type_query("nothing like this")
    page.request_export()
    assert browse.message == "No cards found."
    assert browse.app.window.findChildren(ExportDialog) == []


def test_a_running_search_is_not_exported_in_part(browse: BrowseDriver) -> None:
    page = browse.open()
    browse.select(0)
    page.search_for("question")  # its results come later
    page.request_export()
    assert browse.message == "The search is still running. Try again in a moment."
    browse.wait()
    page.request_export()
    assert len(browse.app.window.findChildren(ExportDialog)) == 1


def test_the_menu_of_decks_still_exports_all(browse: BrowseDriver) -> None:
    open_two_decks(browse)
    browse.app.press_ctrl(Key.Key_E)
    (dialog,) = browse.app.window.findChildren(ExportDialog)
    assert dialog.selected_decks() == ("d", "e")
    assert dialog.deck_list.isVisible()

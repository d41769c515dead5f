"""The files that the export dialog writes."""

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from studyapp.ui.dialogs import modal_dialogs
from tests.ui.app_driver import DAY, AppDriver, basic_note, click
from tests.ui.transfer.export_dialog_driver import open_export_dialog, wait_for_result, write_two_decks

Key = Qt.Key

pytestmark = pytest.mark.qt_log_ignore("plugin does not support propagateSizeHints")


def test_export_includes_progress_if_chosen(app: AppDriver, tmp_path: Path) -> None:
    write_two_decks(app)
    app.open_window()
    app.window.start_session()
    app.press(Key.Key_Space)
    app.press(Key.Key_3)
    dialog = open_export_dialog(app)
    assert not dialog.progress_checkbox.isChecked()
    dialog.progress_checkbox.click()
    dialog.file_field.setText(str(tmp_path / "mine.apkg"))
    click(dialog.export_button)
    assert "Import any learning progress" in wait_for_result(app.qtbot, dialog)
    dialog.file_field.setText(str(tmp_path / "mine.colpkg"))
    click(dialog.export_button)
    app.wait_until(lambda: "replaces your whole Anki collection" in dialog.result_banner.text())
    dialog.file_field.setText(str(tmp_path / "mine.csv"))
    click(dialog.export_button)
    app.wait_until(lambda: "mine.csv" in dialog.result_banner.text())
    assert len((tmp_path / "mine.csv").read_text().splitlines()) == 4


def test_export_names_reviews_of_the_future(app: AppDriver, tmp_path: Path) -> None:
    write_two_decks(app)
    app.open_window()
    app.window.start_session()
    app.now += 9 * DAY
    app.press(Key.Key_Space)
    app.press(Key.Key_3)
    app.now -= 9 * DAY
    dialog = open_export_dialog(app)
    dialog.progress_checkbox.click()
    dialog.file_field.setText(str(tmp_path / "mine.apkg"))
    click(dialog.export_button)
    assert "1 × Reviews dated in the future were left out." in wait_for_result(app.qtbot, dialog)


def test_export_names_notes_that_are_no_longer_in_their_deck(app: AppDriver, tmp_path: Path) -> None:
    write_two_decks(app)
    app.open_window()
    dialog = open_export_dialog(app)
    dialog.file_field.setText(str(tmp_path / "mine.apkg"))
    click(dialog.export_button)
    wait_for_result(app.qtbot, dialog)
    app.write_deck(basic_note("b"), deck="one", title="First")
    app.load_decks()
    click(dialog.export_button)
    text = wait_for_result(app.qtbot, dialog)
    assert "1 × The note is no longer in its deck here." in text
    assert '"Identity:re:^one/a$"\none/a' in text


def test_export_writes_package_and_names_next_step(app: AppDriver, tmp_path: Path) -> None:
    write_two_decks(app)
    app.open_window()
    dialog = open_export_dialog(app)
    target = tmp_path / "out" / "mine.apkg"
    target.parent.mkdir()
    dialog.file_field.setText(str(target))
    click(dialog.export_button)
    message = wait_for_result(app.qtbot, dialog)
    assert message.startswith(f"Exported 3 notes (3 cards) to:\n{target}\n")
    assert "File › Import" in message
    assert dialog.open_folder_button.isVisible()
    assert dialog.cancel_button.text() == "Close"
    with zipfile.ZipFile(target) as package:
        assert "media" in package.namelist()
    app.press(Key.Key_Escape)
    assert QApplication.activeModalWidget() is None


def test_export_writes_only_selected_decks(app: AppDriver, tmp_path: Path) -> None:
    write_two_decks(app)
    app.open_window()
    dialog = open_export_dialog(app)
    dialog.file_field.setText(str(tmp_path / "x.apkg"))
    dialog.deck_list.setFocus()
    dialog.deck_list.setCurrentRow(0)
    app.press(Key.Key_Space)
    assert dialog.selected_decks() == ("two",)
    click(dialog.export_button)
    assert wait_for_result(app.qtbot, dialog).startswith("Exported 1 note (1 card) to:")


def test_stopped_export_keeps_existing_file(
    app: AppDriver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(modal_dialogs, "confirm_overwrite", lambda parent, file: True)
    app.write_deck(*(basic_note(f"n{number}") for number in range(500)))
    app.open_window()
    dialog = open_export_dialog(app)
    target = tmp_path / "old.apkg"
    target.write_bytes(b"old")
    dialog.file_field.setText(str(target))
    dialog.start_export()
    app.press(Key.Key_Escape)
    message = wait_for_result(app.qtbot, dialog)
    if message == "Stopped. Nothing was written.":
        assert target.read_bytes() == b"old"
    else:  # the export finished first
        assert zipfile.is_zipfile(target)
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["old.apkg"]


@pytest.mark.parametrize("relative_path", ["missing/folder/x.apkg", "file.txt/x.apkg"])
def test_unwritable_target_is_named(app: AppDriver, tmp_path: Path, relative_path: str) -> None:
    write_two_decks(app)
    app.open_window()
    (tmp_path / "file.txt").write_text("not a folder")
    dialog = open_export_dialog(app)
    target = tmp_path / relative_path
    dialog.file_field.setText(str(target))
    click(dialog.export_button)
    message = wait_for_result(app.qtbot, dialog)
    assert message.startswith(f"Can't write {target}: ")
    assert message.endswith("Choose another location.")
    app.wait_until(dialog.file_field.hasFocus)
    assert dialog.file_field.accessibleDescription() == message
    assert not dialog.open_folder_button.isVisible()


def test_home_folder_of_unknown_user_is_an_unwritable_target(app: AppDriver) -> None:
    write_two_decks(app)
    app.open_window()
    dialog = open_export_dialog(app)
    dialog.file_field.setText("~nobody-of-this-name/x.apkg")
    click(dialog.export_button)
    assert "Can't write ~nobody-of-this-name/x.apkg: " in wait_for_result(app.qtbot, dialog)


def test_missing_image_is_named(app: AppDriver, tmp_path: Path) -> None:
    app.write_deck({"id": "a", "front": "![tree](tree.png)", "back": "b"})
    app.open_window()
    dialog = open_export_dialog(app)
    dialog.file_field.setText(str(tmp_path / "x.apkg"))
    click(dialog.export_button)
    assert (
        "tree.png of note d/a was not exported: it is missing, too large or outside the deck's folder."
        in wait_for_result(app.qtbot, dialog)
    )


def test_export_of_a_table_says_how_many_cells_look_like_formulas(app: AppDriver, tmp_path: Path) -> None:
    app.write_deck(basic_note("a", back="=1+1"))
    app.open_window()
    dialog = open_export_dialog(app)
    dialog.file_field.setText(str(tmp_path / "mine.csv"))
    click(dialog.export_button)
    assert "1 cell got an apostrophe in front" in wait_for_result(app.qtbot, dialog)

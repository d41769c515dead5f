"""The preview of a table: what it shows, and what can be corrected, also by keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QListWidget

from studyapp.core.textfiles.table_layout import ColumnUse, LayoutChoices, TableNoteType
from studyapp.ui.transfer.import_dialog import ImportDialog
from studyapp.ui.transfer.table_import.table_import_dialog import TableImportDialog
from tests.ui.app_driver import AppDriver, basic_note
from tests.ui.decks.deck_page_actions import deck_titles, drop_files

pytestmark = pytest.mark.qt_log_ignore("plugin does not support propagateSizeHints")

TABLE = """\
Wort;Bedeutung;Satz
Möwe;gull;Die Möwe ruft.
;nothing;
{{c1::Rom}} ist alt;;
"""


@pytest.fixture
def dialog(app: AppDriver, tmp_path: Path) -> TableImportDialog:
    path = tmp_path / "words.csv"
    path.write_text(TABLE, encoding="utf-8")
    return open_dialog(app, path)


def open_dialog(app: AppDriver, path: Path) -> TableImportDialog:
    app.write_deck(basic_note("a"))
    app.open_window()
    assert app.desktop is not None
    app.desktop.tasks.base_deck_folders = (app.decks_folder, app.data_folder / "decks")
    drop_files(app, path)
    (dialog,) = app.window.findChildren(TableImportDialog)
    app.wait_until(lambda: not dialog.is_busy)
    return dialog


def texts(view: QListWidget) -> list[str]:
    return [view.item(row).text() for row in range(view.count())]


def choose(app: AppDriver, dialog: TableImportDialog, box: QComboBox, value: object) -> None:
    """Choose an entry as a user does, and wait for the new preview."""
    row = next(row for row in range(box.count()) if box.itemData(row) == value)
    box.setCurrentIndex(row)
    box.activated.emit(row)
    app.wait_until(lambda: not dialog.is_busy)


def uses(dialog: TableImportDialog) -> list[ColumnUse]:
    return [ColumnUse(box.currentData()) for box in dialog.column_list.boxes]


def test_first_notes_are_shown_as_they_will_be(dialog: TableImportDialog) -> None:
    assert texts(dialog.note_list) == [
        "Question: Möwe\nAnswer: gull\nDie Möwe ruft.",
        "Question: […] ist alt\nAnswer: Rom ist alt",
    ]
    assert dialog.note_title.text() == "Preview · 2 notes"
    assert texts(dialog.loss_list) == ["1 × The row was skipped: its question is empty.\nline 3"]
    assert dialog.separator_box.currentText() == "Semicolon"
    assert dialog.note_type_box.currentText() == "Basic or cloze"
    assert dialog.cells_box.currentText() == "Plain text"
    assert dialog.header_box.isChecked()
    assert uses(dialog) == [ColumnUse.QUESTION, ColumnUse.ANSWER, ColumnUse.FIELD]
    assert dialog.choices == LayoutChoices()


def test_choices_change_the_notes_at_once(app: AppDriver, dialog: TableImportDialog) -> None:
    choose(app, dialog, dialog.note_type_box, TableNoteType.REVERSED)
    assert texts(dialog.note_list)[0].splitlines()[-3:] == [
        "Question: gull",
        "Answer: Möwe",
        "Die Möwe ruft.",
    ]
    choose(app, dialog, dialog.column_list.boxes[2], ColumnUse.TAGS)
    assert texts(dialog.note_list)[0].endswith("Answer: Möwe\nTags: Die Möwe ruft.")
    choose(app, dialog, dialog.column_list.boxes[2], ColumnUse.IGNORED)
    assert texts(dialog.loss_list)[0] == "1 × The column “Satz” was not imported."
    dialog.header_box.click()
    app.wait_until(lambda: not dialog.is_busy)
    assert texts(dialog.note_list)[0].startswith("Question: Wort\nAnswer: Bedeutung")
    assert uses(dialog)[2] is ColumnUse.FIELD


def test_columns_exchange_a_use_that_only_one_can_have(app: AppDriver, dialog: TableImportDialog) -> None:
    choose(app, dialog, dialog.column_list.boxes[2], ColumnUse.QUESTION)
    assert uses(dialog) == [ColumnUse.FIELD, ColumnUse.ANSWER, ColumnUse.QUESTION]
    assert texts(dialog.note_list)[0] == "Question: Die Möwe ruft.\nAnswer: gull\nMöwe"


def test_other_separator_detects_the_columns_again(app: AppDriver, dialog: TableImportDialog) -> None:
    choose(app, dialog, dialog.column_list.boxes[2], ColumnUse.TAGS)
    choose(app, dialog, dialog.separator_box, "|")
    assert uses(dialog) == [ColumnUse.QUESTION]
    assert texts(dialog.note_list)[0].startswith("Question: Wort;Bedeutung;Satz")
    choose(app, dialog, dialog.separator_box, ";")
    assert uses(dialog) == [ColumnUse.QUESTION, ColumnUse.ANSWER, ColumnUse.FIELD]


def test_table_is_imported_as_shown(app: AppDriver, dialog: TableImportDialog) -> None:
    choose(app, dialog, dialog.column_list.boxes[2], ColumnUse.IGNORED)
    dialog.import_button.click()
    (result,) = app.window.findChildren(ImportDialog)
    app.wait_until(result.result_banner.isVisible)
    assert result.result_banner.text().startswith("2 notes added · 0 already present")
    assert "1 × The column “Satz” was not imported." in texts(result.loss_list)
    result.close()
    app.wait_until_idle()
    assert "words" in deck_titles(app)
    assert "ruft" not in (app.data_folder / "decks" / "words.yaml").read_text(encoding="utf-8")


def test_notes_that_are_already_present_are_counted(
    app: AppDriver, dialog: TableImportDialog, tmp_path: Path
) -> None:
    dialog.import_button.click()
    (result,) = app.window.findChildren(ImportDialog)
    app.wait_until(result.result_banner.isVisible)
    result.close()
    app.wait_until_idle()
    drop_files(app, tmp_path / "words.csv")
    again = app.window.findChildren(TableImportDialog)[-1]
    app.wait_until(lambda: not again.is_busy)
    assert again.note_title.text() == "Preview · 2 notes · 2 already present"


def test_everything_can_be_reached_by_keyboard(app: AppDriver, dialog: TableImportDialog) -> None:
    dialog.activateWindow()
    app.wait_until(dialog.isActiveWindow)
    visited = []
    for _ in range(12):
        visited.append(QApplication.focusWidget())
        app.press(Qt.Key.Key_Tab)
    expected = (
        dialog.separator_box,
        dialog.note_type_box,
        dialog.cells_box,
        dialog.header_box,
        *dialog.column_list.boxes,
        dialog.note_list,
        dialog.loss_list,
        dialog.cancel_button,
        dialog.import_button,
    )
    assert [widget for widget in visited if widget in expected][: len(expected)] == list(expected)
    dialog.note_type_box.setFocus()
    app.press(Qt.Key.Key_Down)
    app.press(Qt.Key.Key_Down)
    app.wait_until(lambda: not dialog.is_busy)
    assert dialog.choices.note_type is TableNoteType.REVERSED
    app.press(Qt.Key.Key_Escape)
    app.wait_until(lambda: app.window.findChildren(TableImportDialog) == [])
    assert not (app.data_folder / "decks" / "words.yaml").exists()


def test_unreadable_table_is_reported_and_can_be_corrected(app: AppDriver, tmp_path: Path) -> None:
    path = tmp_path / "words.csv"
    path.write_text('one,"1\n2",x\ntwo,"2\n', encoding="utf-8")
    dialog = open_dialog(app, path)
    assert dialog.error_banner.text().startswith("Can't read words.csv: line 3: the quote opened here")
    assert not dialog.import_button.isEnabled()
    assert dialog.note_list.count() == 0
    choose(app, dialog, dialog.separator_box, "\t")
    assert not dialog.error_banner.isVisible()
    assert dialog.import_button.isEnabled()


def test_type_that_the_file_names_is_shown(app: AppDriver, tmp_path: Path) -> None:
    path = tmp_path / "verbs.txt"
    path.write_text("#separator:~\n#notetype:Verbs\nrun~correr\n", encoding="utf-8")
    dialog = open_dialog(app, path)
    assert dialog.note_type_box.currentText() == "Verbs"
    assert dialog.separator_box.currentText() == "~"
    choose(app, dialog, dialog.note_type_box, TableNoteType.TYPED)
    assert dialog.note_type_box.currentText() == "Typed answer"
    choose(app, dialog, dialog.note_type_box, None)
    assert dialog.note_type_box.currentText() == "Verbs"


def test_wide_table_shows_its_first_columns(app: AppDriver, tmp_path: Path) -> None:
    path = tmp_path / "wide.csv"
    path.write_text(",".join(f"c{number}" for number in range(60)) + "\n", encoding="utf-8")
    dialog = open_dialog(app, path)
    assert len(dialog.column_list.boxes) == 40
    assert len(dialog.column_list.columns) == 60
    assert dialog.import_button.isEnabled()

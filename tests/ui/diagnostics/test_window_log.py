"""The log of the window: what it did and how often, and not with which cards."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from studyapp.diagnostics.program_log import logs_folder, recent_log_lines
from studyapp.ui.transfer.import_dialog import ImportDialog
from studyapp.ui.transfer.table_import.table_import_dialog import TableImportDialog
from tests.ui.app_driver import AppDriver, basic_note

pytestmark = pytest.mark.qt_log_ignore("plugin does not support propagateSizeHints")

SECRET = "mitochondria"


def import_dialogs() -> list[ImportDialog]:
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, ImportDialog)]


def test_window_logs_imports_and_backups_without_texts(app: AppDriver, tmp_path: Path) -> None:
    app.write_deck(basic_note(SECRET), title=SECRET)
    window = app.open_window()
    table = tmp_path / f"{SECRET}.csv"
    table.write_text(f"front,back\n{SECRET},energy\n")
    window.deck_adder.import_file(table)
    (choices,) = window.findChildren(TableImportDialog)
    app.wait_until(choices.import_button.isEnabled)
    choices.import_button.click()
    app.wait_until(lambda: not import_dialogs()[0].is_busy)
    import_dialogs()[0].close()
    app.close()
    lines = recent_log_lines(logs_folder(app.data_folder))
    for event in (
        "INFO collection opened",
        "INFO backup finished ",
        "INFO import started",
        "INFO import finished added_count=1 existing_count=0 ",
        "INFO window closed",
    ):
        assert len([line for line in lines if event in line]) == 1, event
    assert SECRET not in "\n".join(lines)


def test_failed_import_is_logged_without_the_name_of_the_file(app: AppDriver, tmp_path: Path) -> None:
    app.write_deck(basic_note("a"))
    window = app.open_window()
    table = tmp_path / f"{SECRET}.apkg"
    table.write_bytes(b"not a zip file")
    window.deck_adder.import_file(table)
    app.wait_until(lambda: not import_dialogs()[0].is_busy)
    import_dialogs()[0].close()
    log = "\n".join(recent_log_lines(logs_folder(app.data_folder)))
    assert "ERROR import failed error=studyapp.core.transfer.unreadable_file.UnreadableFileError: " in log
    assert SECRET not in log

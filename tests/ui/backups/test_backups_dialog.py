"""Backups in the window: automatic ones, the dialog, and recovery at start."""

import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog

from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.study.rating import Rating
from studyapp.desktop_startup import open_desktop
from studyapp.services.backups.restoring import RestoreReport, RestoreRequest
from studyapp.store.backups.backup_folder import list_backups
from studyapp.store.integrity.collection_info import backup_folders, default_backup_folder
from studyapp.ui.backups.backups_dialog import BackupsDialog
from studyapp.ui.backups.recovery_dialog import RecoveryDialog
from studyapp.ui.dialogs import modal_dialogs
from tests.timeouts import TIMEOUT_SECONDS
from tests.ui.app_driver import AppDriver, basic_note
from tests.ui.editor.editor_driver import area, notes_in_file, open_editing, save, write

pytestmark = pytest.mark.qt_log_ignore("plugin does not support (propagateSizeHints|raise)")


@pytest.fixture
def messages(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The messages that are shown; questions are answered with yes."""
    shown: list[str] = []
    monkeypatch.setattr(modal_dialogs, "show_information", lambda _, text: shown.append(text))
    monkeypatch.setattr(modal_dialogs, "confirm_restore", lambda *_: True)
    return shown


def open_dialog(app: AppDriver) -> BackupsDialog:
    app.window.app_dialogs.show_backups()
    return app.window.findChildren(BackupsDialog)[-1]


def rate_a_card(app: AppDriver) -> None:
    app.window.start_session()
    app.review_page.reveal()
    app.review_page.rate(Rating.EASY)
    app.window.show_decks()


def reviews_in_backups(app: AppDriver) -> list[int]:
    return [backup.summary.reviews for backup in list_backups(backup_folders(app.collection_file))]


def test_start_and_half_hourly_timer_make_backups(app: AppDriver) -> None:
    app.write_deck(basic_note("a"), basic_note("b"))
    app.open_window()
    assert reviews_in_backups(app) == [0]
    rate_a_card(app)
    app.window.auto_backup.start_backup()
    app.wait_until_idle()
    assert reviews_in_backups(app) == [1, 0]


def test_backup_at_exit_holds_the_last_review(app: AppDriver) -> None:
    app.write_deck(basic_note("a"))
    app.open_window()
    rate_a_card(app)
    assert app.desktop is not None
    app.desktop.close()
    app.desktop.back_up()
    assert reviews_in_backups(app) == [1, 0]


def test_damage_is_shown_with_a_way_to_restore(app: AppDriver, messages: list[str]) -> None:
    app.write_deck(*(basic_note(f"n{number}", why="words " * 100) for number in range(30)))
    app.open_window()
    rate_a_card(app)
    app.window.auto_backup.start_backup()
    app.wait_until_idle()
    app.collection.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content = bytearray(app.collection_file.read_bytes())
    page = content.index(b"words words") // 4096
    content[page * 4096 : (page + 1) * 4096] = b"\xff" * 4096
    with app.collection_file.open("r+b") as file:  # the same file, as when a disk fails
        file.write(content)
    app.window.auto_backup.start_backup()
    app.wait_until_idle()
    panel = app.decks_page.attention_panel
    assert "is damaged" in panel.notice_label.text()
    panel.action_button.click()
    dialog = app.window.findChildren(BackupsDialog)[-1]
    dialog.restore_button.click()
    app.wait_until(lambda: bool(messages))
    app.wait_until_idle()
    assert app.decks_page.attention_panel.isHidden()
    assert len(app.ratings()) == 1
    rate_a_card(app)
    assert len(app.ratings()) == 2


def test_older_backup_is_restored_while_the_window_is_open(app: AppDriver, messages: list[str]) -> None:
    app.write_deck(basic_note("a"), basic_note("b"))
    app.open_window()
    rate_a_card(app)
    dialog = open_dialog(app)
    dialog.back_up_button.click()
    app.wait_until(dialog.message_banner.isVisible)
    assert dialog.message_banner.text() == "Backup created."
    dialog.backup_list.setCurrentIndex(dialog.backup_list.model().index(1, 0))
    dialog.restore_button.click()
    app.wait_until(lambda: bool(messages))
    app.wait_until_idle()
    assert app.ratings() == []
    assert app.window.isVisible() and not app.window.findChildren(BackupsDialog)
    assert 1 in reviews_in_backups(app)


def test_unsaved_text_goes_on_after_a_restore(
    app: AppDriver, messages: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(modal_dialogs, "ask_unsaved_changes", lambda _: pytest.fail("asked"))
    app.write_deck(basic_note("a"))
    app.open_window()
    write(open_editing(app, "d/a"), back="Not saved yet.")
    dialog = open_dialog(app)
    dialog.back_up_button.click()
    app.wait_until(dialog.message_banner.isVisible)
    old_window = app.window
    dialog.backup_list.setCurrentIndex(dialog.backup_list.model().index(0, 0))
    dialog.restore_button.click()
    app.wait_until(lambda: bool(messages) and app.window is not old_window)
    editor = app.window.editor
    assert area(editor, "back").text() == "Not saved yet."
    save(app, editor)
    assert notes_in_file(app)[0]["back"] == "Not saved yet."


def test_list_says_how_backups_differ_from_now(app: AppDriver) -> None:
    app.write_deck(basic_note("a"), basic_note("b"))
    app.open_window()
    rate_a_card(app)
    item = open_dialog(app).backup_list.topLevelItem(0)
    assert item is not None
    assert [item.text(column) for column in (1, 2, 4)] == ["0", "2", "1 review fewer"]


def test_backups_are_written_to_the_chosen_folder(
    app: AppDriver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app.write_deck(basic_note("a"))
    app.open_window()
    monkeypatch.setattr(modal_dialogs, "ask_folder", lambda parent, current: tmp_path / "elsewhere")
    dialog = open_dialog(app)
    dialog.choose_folder_button.click()
    assert dialog.folder_label.text() == str(tmp_path / "elsewhere")
    dialog.back_up_button.click()
    app.wait_until(dialog.message_banner.isVisible)
    assert list((tmp_path / "elsewhere").glob("backup-*.json"))
    monkeypatch.setattr(
        modal_dialogs, "ask_folder", lambda parent, current: default_backup_folder(app.collection_file)
    )
    dialog.choose_folder_button.click()
    assert dialog.folder_label.text() == str(app.data_folder / "backups")


def test_folder_chosen_in_an_earlier_version_is_used(app: AppDriver, tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    (app.data_folder / "window.ini").write_text(f"[General]\ninterface-language=en\nbackups={tmp_path}/old\n")
    app.write_deck(basic_note("a"))
    app.open_window()
    assert list((tmp_path / "old").glob("backup-*.json"))


def accept_recovery(monkeypatch: pytest.MonkeyPatch, app: AppDriver, button_name: str) -> list[str]:
    """Let the recovery dialog be answered by a click on this button; return the messages that it showed."""
    shown: list[str] = []

    def answer(dialog: RecoveryDialog) -> int:
        shown.append(dialog.message_banner.text())
        getattr(dialog, button_name).click()
        app.wait_until(lambda: not dialog.is_busy)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(RecoveryDialog, "exec", answer)
    return shown


@pytest.mark.parametrize(("button_name", "review_count"), [("restore_button", 1), ("start_over_button", 0)])
def test_missing_collection_is_restored_at_start(
    app: AppDriver, messages: list[str], monkeypatch: pytest.MonkeyPatch, button_name: str, review_count: int
) -> None:
    app.write_deck(basic_note("a"))
    app.open_window()
    rate_a_card(app)
    assert app.desktop is not None
    app.desktop.close()
    app.desktop.back_up()
    app.collection_file.unlink()
    shown = accept_recovery(monkeypatch, app, button_name)
    app.desktop = open_desktop(app.application, app.data_folder, [app.decks_folder], app.clock)
    assert "is missing" in shown[0] and messages
    assert app.desktop is not None and len(app.ratings()) == review_count


def test_program_ends_if_recovery_is_declined(app: AppDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    app.load_decks()
    app.collection_file.write_bytes(b"")
    accept_recovery(monkeypatch, app, "quit_button")
    assert open_desktop(app.application, app.data_folder, [app.decks_folder], app.clock) is None
    assert app.collection_file.read_bytes() == b""


def test_restore_report_names_what_was_left_unchanged(app: AppDriver, messages: list[str]) -> None:
    from studyapp.store.backups.restoring import RestoredFiles
    from studyapp.ui.backups.restore_report import show_restore_report

    files = RestoredFiles((Path("a.yaml"),), (Path("b.yaml"),), (OSError("c.yaml"),))
    show_restore_report(None, RestoreReport(False, None, Path("/data/replaced-1"), 3, files))
    assert messages == [
        "Your collection was restored.\n3 reviews or other actions recovered from the damaged file.\n"
        "The replaced files are in /data/replaced-1.\n1 file restored.\n"
        "1 changed file left as it is: b.yaml\nc.yaml"
    ]


def test_dialog_and_window_stay_open_during_a_restore(app: AppDriver, messages: list[str]) -> None:
    app.write_deck(basic_note("a"))
    window = app.open_window()
    started, may_continue = threading.Event(), threading.Event()
    context = window._context

    def restore_slowly(request: RestoreRequest, progress: ProgressCallback) -> RestoreReport:
        started.set()
        may_continue.wait(TIMEOUT_SECONDS)
        return context.restore_backup(request, progress)

    window._context = context._replace(restore_backup=restore_slowly)
    window.__dict__.pop("app_dialogs", None)
    dialog = open_dialog(app)
    dialog.restore_button.click()
    assert started.wait(TIMEOUT_SECONDS)
    assert not dialog.close() and not window.close()
    dialog.reject()
    assert dialog.isVisible() and window.isVisible()
    may_continue.set()
    app.wait_until(lambda: bool(messages))
    app.wait_until_idle()
    assert app.window is not window

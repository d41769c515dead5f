"""Refreshing the library from the window, and its errors."""

import sqlite3
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThread, QTimer
from PySide6.QtTest import QSignalSpy

from studyapp import desktop
from studyapp.core.progress_callback import ProgressCallback
from studyapp.desktop import DesktopApp
from studyapp.services.library.deck_library import Library
from studyapp.store import errors
from studyapp.store.errors import StoreError
from studyapp.ui.deck_list.deck_columns import Column
from studyapp.ui.dialogs import modal_dialogs
from studyapp.ui.window.main_window import MainWindow
from tests.timeouts import TIMEOUT_SECONDS
from tests.ui.app_driver import AppDriver, basic_note, text_of
from tests.ui.decks.deck_page_actions import deck_rows

pytestmark = pytest.mark.qt_log_ignore(
    "plugin does not support (propagateSizeHints|raise|grabbing the keyboard)"
)

Key = Qt.Key


@pytest.fixture
def shown_errors(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The messages of the error boxes."""
    messages: list[str] = []
    monkeypatch.setattr(modal_dialogs, "show_error", lambda parent, message, *_: messages.append(message))
    return messages


def test_deck_files_are_read_after_the_first_paint(app: AppDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desktop, "_MAX_STARTUP_DELAY_MS", 2**31 - 1)
    app.load_decks()
    app.desktop = DesktopApp(app.application, app.data_folder, [app.decks_folder], app.clock)
    app.desktop.show()
    reader = app.window.library_reader
    was_reading_when_painted: list[bool] = []
    app.window.painted.connect(lambda: was_reading_when_painted.append(bool(reader.findChildren(QThread))))
    app.wait_until(lambda: reader.was_attempted)
    assert was_reading_when_painted == [False]


def test_deck_files_are_read_if_the_window_is_not_painted(
    app: AppDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desktop, "_MAX_STARTUP_DELAY_MS", 1)
    app.load_decks()
    app.desktop = DesktopApp(app.application, app.data_folder, [app.decks_folder], app.clock)
    app.desktop.show()
    app.window.hide()
    painted = QSignalSpy(app.window.painted)
    app.wait_until(lambda: app.window.library_reader.was_attempted)
    assert painted.count() == 0


def test_startup_is_finished_once_if_the_window_is_painted_late(
    app: AppDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desktop, "_MAX_STARTUP_DELAY_MS", 1)
    app.load_decks()
    app.desktop = DesktopApp(app.application, app.data_folder, [app.decks_folder], app.clock)
    app.desktop.show()
    app.window.hide()
    app.wait_until(lambda: app.window.library_reader.was_attempted)
    timers = app.window.findChildren(QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly)
    app.window.painted.emit()
    assert not [timer for timer in timers if timer.interval() == desktop._STARTUP_DELAY_MS]


def test_refresh_shows_changed_deck_file(app: AppDriver) -> None:
    app.write_deck(basic_note("a"))
    window = app.open_window()
    app.write_deck(basic_note("a"), basic_note("b"), title="Renamed")
    window.refresh_library()
    app.wait_until_idle()
    (row,) = deck_rows(app)
    assert (row.title, row.counts[Column.NEW]) == ("Renamed", 2)


def test_invalid_deck_file_keeps_its_deck_and_shows_problem(app: AppDriver) -> None:
    path = app.write_deck(basic_note("a"))
    window = app.open_window()
    path.write_text("deck: d\nnotes: [")
    window.refresh_library()
    app.wait_until_idle()
    assert app.decks_page.problems_panel.isVisible()
    window.start_session()
    assert text_of(app.review_page.card_view) == "Question a?"


def test_refresh_during_a_session_keeps_current_card(app: AppDriver) -> None:
    page = app.study(basic_note("a"))
    app.press(Key.Key_Space)
    app.write_deck(basic_note("b"), basic_note("a"))
    app.window.refresh_library()
    app.wait_until_idle()
    assert app.is_reviewing
    assert text_of(page.card_view) == "Question a? Answer a."
    app.press(Key.Key_3)
    assert app.ratings() == [("a", 3)]


def open_window_with_failing_refresh(app: AppDriver, error: Exception) -> MainWindow:
    """Open a window whose library refresh raises this error."""

    def read(progress: ProgressCallback) -> Library:
        raise error

    app.open_window()
    window = app.window
    window._context = window._context._replace(read_library=read)
    return window


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (
            StoreError(errors.DISK_FULL, Path("/x/collection.db")),
            "Can't write /x/collection.db: the disk is full.",
        ),
        (PermissionError(13, "Permission denied", "/x/decks"), "/x/decks: Permission denied"),
    ],
)
def test_io_error_during_refresh_is_shown(
    app: AppDriver, shown_errors: list[str], error: Exception, message: str
) -> None:
    open_window_with_failing_refresh(app, error).refresh_library()
    app.wait_until(lambda: bool(shown_errors))
    assert shown_errors[0].startswith(message)
    app.wait_until_idle()


def test_unexpected_exception_during_refresh_is_raised(app: AppDriver, shown_errors: list[str]) -> None:
    window = open_window_with_failing_refresh(app, ZeroDivisionError("ours"))
    with app.qtbot.captureExceptions() as raised:
        window.refresh_library()
        app.wait_until(lambda: bool(raised))
    assert [kind for kind, _, _ in raised] == [ZeroDivisionError]
    assert shown_errors == []
    app.wait_until_idle()


def test_failed_backup_is_shown_until_it_succeeds(app: AppDriver) -> None:
    obstacle = app.data_folder / "backups"
    obstacle.write_text("not a folder")
    app.write_deck(basic_note("a"))
    window = app.open_window()
    panel = window.decks_page.attention_panel
    app.wait_until(lambda: not panel.isHidden())
    assert "backups" in panel.notice_label.text()
    obstacle.unlink()
    window.auto_backup.start_backup()
    app.wait_until(panel.isHidden)


def test_damaged_collection_is_shown(app: AppDriver, shown_errors: list[str]) -> None:
    app.write_deck(basic_note("a"))
    window = app.open_window()
    connection = app.collection.connection
    connection.close()
    content = app.collection_file.read_bytes()
    for suffix in ("-wal", "-shm"):
        app.collection_file.with_name(app.collection_file.name + suffix).unlink(missing_ok=True)
    app.collection_file.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    app.collection.connection = sqlite3.connect(app.collection_file, isolation_level=None)
    window.start_session()
    assert not app.is_reviewing
    assert "damaged" in shown_errors[0]
    assert window.sidebar.item_button("decks").property("current")
    window.show_decks()
    assert len(shown_errors) == 2


def test_window_can_be_closed_during_refresh(app: AppDriver) -> None:
    started, finished = threading.Event(), threading.Event()

    def read(progress: ProgressCallback) -> Library:
        started.set()
        try:
            for note_count in range(10**9):
                progress(note_count, 0)
                finished.wait(0.002)
        finally:
            finished.set()
        return Library()

    app.write_deck(basic_note("a"))
    window = app.open_window()
    library = window._library
    window._context = window._context._replace(read_library=read)
    window.refresh_library()
    window.refresh_library()
    assert started.wait(TIMEOUT_SECONDS)
    window.close()
    assert finished.is_set()
    app.wait_until(lambda: window.findChild(QThread) is None)
    assert window._library is library
    assert not window.isVisible()


def test_closed_window_does_not_refresh(app: AppDriver) -> None:
    app.open_window()
    window = app.window
    window.close()
    window.refresh_library()
    assert window.findChild(QThread) is None


def test_refresh_requested_during_a_refresh_runs_afterwards(app: AppDriver) -> None:
    """A refresh that is requested while another one is running is not lost."""
    may_continue, started = threading.Event(), threading.Event()
    refreshes: list[int] = []

    def read(progress: ProgressCallback) -> Library:
        refreshes.append(1)
        started.set()
        may_continue.wait(TIMEOUT_SECONDS)
        return Library()

    app.write_deck(basic_note("a"))
    window = app.open_window()
    window._context = window._context._replace(read_library=read)
    window.refresh_library()
    assert started.wait(TIMEOUT_SECONDS)
    window.refresh_library()
    window.refresh_library()
    may_continue.set()
    app.wait_until(lambda: len(refreshes) == 2)
    app.wait_until_idle()
    assert len(refreshes) == 2

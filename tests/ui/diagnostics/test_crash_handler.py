"""Exceptions that nothing handles: a report for each kind, few dialogs, and a window that stays usable."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThread, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from studyapp.diagnostics.program_log import recent_log_lines, stop_log
from studyapp.ui.diagnostics.crash_dialog import CrashDialog
from studyapp.ui.diagnostics.crash_handler import CrashHandler
from tests.timeouts import TIMEOUT_SECONDS
from tests.ui.app_driver import AppDriver, basic_note, click

pytestmark = [
    pytest.mark.qt_no_exception_capture,  # it would replace the hook of the handler
    pytest.mark.qt_log_ignore("plugin does not support (propagateSizeHints|raise|grabbing the keyboard)"),
]

SECRET = "mitochondria"


class BrokenLabel(QLabel):
    """A label that fails whenever it is painted."""

    paint_count = 0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        self.paint_count += 1
        raise ValueError(SECRET)


class BrokenThread(QThread):
    """A thread that fails."""

    def run(self) -> None:
        raise KeyError(SECRET)


@pytest.fixture
def handler(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[CrashHandler]:
    monkeypatch.setattr(sys, "excepthook", lambda *_: None)
    monkeypatch.setattr(threading, "excepthook", lambda _: None)
    stop_log()  # forgets what earlier tests have logged
    crash_handler = CrashHandler(tmp_path / "logs")
    crash_handler.install()
    yield crash_handler
    crash_handler.uninstall()
    for dialog in open_dialogs():
        dialog.close()


def open_dialogs() -> list[CrashDialog]:
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, CrashDialog) and widget.isVisible()
    ]


def reports(tmp_path: Path) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted((tmp_path / "logs").glob("crash-*.txt"))]


def wait_for_dialog(qtbot: QtBot) -> CrashDialog:
    qtbot.waitUntil(lambda: len(open_dialogs()) == 1, timeout=TIMEOUT_SECONDS * 1000)
    return open_dialogs()[0]


def fail_in_slot(button: QPushButton, error: Exception) -> None:
    """Click the button; its slot raises the error."""

    def fail() -> None:
        raise error

    button.clicked.connect(fail)
    button.click()
    button.clicked.disconnect(fail)


def test_exception_in_slot_is_reported(handler: CrashHandler, qtbot: QtBot, tmp_path: Path) -> None:
    fail_in_slot(QPushButton(), ValueError(SECRET))
    dialog = wait_for_dialog(qtbot)
    (report,) = reports(tmp_path)
    assert "test_crash_handler.py:" in report
    assert "\nValueError\n" in report
    assert "\nPlatform plugin: offscreen\n" in report
    assert "ERROR unexpected error error=ValueError" in report
    assert SECRET not in report
    assert str(next((tmp_path / "logs").iterdir())) in dialog.message_label.text()


def test_storm_of_one_exception_gives_one_report_and_one_dialog(
    handler: CrashHandler, qtbot: QtBot, tmp_path: Path
) -> None:
    label = BrokenLabel()
    qtbot.addWidget(label)
    label.show()
    dialog = wait_for_dialog(qtbot)
    for _ in range(20):
        label.update()
        QApplication.processEvents()
    assert label.paint_count > 20
    dialog.close_button.click()
    label.update()
    QApplication.processEvents()
    assert open_dialogs() == []
    assert len(reports(tmp_path)) == 1


def test_exception_in_timer_does_not_repeat_its_dialog(
    handler: CrashHandler, qtbot: QtBot, tmp_path: Path
) -> None:
    calls = []

    def fail() -> None:
        calls.append(1)
        raise ValueError(SECRET)

    timer = QTimer()
    timer.timeout.connect(fail)
    timer.start(0)
    wait_for_dialog(qtbot).close_button.click()
    count = len(calls)
    qtbot.waitUntil(lambda: len(calls) > count + 10, timeout=TIMEOUT_SECONDS * 1000)
    timer.stop()
    assert open_dialogs() == []
    assert len(reports(tmp_path)) == 1


def test_at_most_three_errors_are_reported(handler: CrashHandler, qtbot: QtBot, tmp_path: Path) -> None:
    button = QPushButton()
    for number, kind in enumerate((ValueError, KeyError, IndexError, OSError, TypeError)):
        fail_in_slot(button, kind())
        if number < 3:
            wait_for_dialog(qtbot).close_button.click()
        QApplication.processEvents()
        assert open_dialogs() == []
    assert len(reports(tmp_path)) == 3


def test_storm_of_different_errors_is_limited(
    handler: CrashHandler, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("studyapp.ui.diagnostics.crash_handler._MAX_KNOWN_ERRORS", 5)

    def fail(depth: int) -> None:
        if depth:
            fail(depth - 1)
        raise ValueError(SECRET)

    label = QLabel()
    label.windowTitleChanged.connect(lambda title: fail(int(title)))
    for depth in range(10):
        label.setWindowTitle(str(depth))
    wait_for_dialog(qtbot)
    assert len(reports(tmp_path)) == 3
    logged = [line for line in recent_log_lines(tmp_path / "logs") if "unexpected error" in line]
    assert len(logged) == 5


def test_error_while_a_dialog_is_open_gives_a_report_only(
    handler: CrashHandler, qtbot: QtBot, tmp_path: Path
) -> None:
    fail_in_slot(QPushButton(), ValueError())
    dialog = wait_for_dialog(qtbot)
    fail_in_slot(QPushButton(), KeyError())
    QApplication.processEvents()
    assert open_dialogs() == [dialog]
    assert len(reports(tmp_path)) == 2


def test_exception_in_thread_of_qt_is_reported(handler: CrashHandler, qtbot: QtBot, tmp_path: Path) -> None:
    thread = BrokenThread()
    thread.start()
    wait_for_dialog(qtbot)
    thread.wait()
    (report,) = reports(tmp_path)
    assert "\nKeyError\n" in report
    assert "in a background thread" in report
    assert SECRET not in report


def test_exception_in_thread_of_python_is_reported(
    handler: CrashHandler, qtbot: QtBot, tmp_path: Path
) -> None:
    def fail() -> None:
        raise KeyError(SECRET)

    thread = threading.Thread(target=fail)
    thread.start()
    wait_for_dialog(qtbot)
    thread.join()
    assert "\nKeyError\n" in reports(tmp_path)[0]


def test_restart_is_requested(handler: CrashHandler, qtbot: QtBot) -> None:
    fail_in_slot(QPushButton(), ValueError())
    with qtbot.waitSignal(handler.restartRequested, timeout=TIMEOUT_SECONDS * 1000):
        wait_for_dialog(qtbot).restart_button.click()
    assert open_dialogs() == []


def test_unwritable_report_is_said(
    handler: CrashHandler, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "logs").write_text("a file")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "logs"))
    fail_in_slot(QPushButton(), ValueError())
    dialog = wait_for_dialog(qtbot)
    assert "could not be written" in dialog.message_label.text()
    assert dialog.report_button.isHidden()


def test_window_stays_usable_after_an_error_in_a_background_task(
    app: AppDriver, handler: CrashHandler, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error is raised by the task, carried to the window and raised there."""

    def fail(*_: object) -> None:
        raise RuntimeError(SECRET)

    app.write_deck(basic_note("a"))
    window = app.open_window()
    monkeypatch.setattr("studyapp.services.library.library_refresh.refresh_library", fail)
    window.refresh_library()
    dialog = wait_for_dialog(qtbot)
    assert dialog.parent() is window
    (report,) = reports(tmp_path)
    assert "studyapp/desktop_tasks.py:" in report
    assert SECRET not in report
    click(dialog.close_button)
    window.start_session()
    assert app.is_reviewing


def test_earlier_crash_is_reported(handler: CrashHandler, qtbot: QtBot, tmp_path: Path) -> None:
    handler.report_earlier_crash("Fatal Python error: Aborted")
    dialog = wait_for_dialog(qtbot)
    assert "last time" in dialog.title_label.text()
    assert dialog.restart_button.isHidden()
    assert "\nFatal Python error: Aborted\n" in reports(tmp_path)[0]

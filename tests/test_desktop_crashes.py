"""Unexpected errors in the desktop app as a process: in the window, at the start, and crashes by a signal."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.timeouts import TIMEOUT_SECONDS

SECRET = "mitochondria"

SCRIPT = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QTimer, qCritical, qFatal
from PySide6.QtWidgets import QApplication
from studyapp import desktop, paths
from studyapp.ui.diagnostics.crash_dialog import CrashDialog, CrashSituation

data_folder = Path(sys.argv[1])
paths.bundled_decks_folder = lambda: data_folder / "decks"

def show_dialog(self, show):
    print(self._situation.name, self._report.name, flush=True)
    QTimer.singleShot(0, lambda: press_button(self))
    return show(self)

def press_button(dialog):
    is_running = dialog._situation is CrashSituation.RUNNING
    if sys.argv[2] == "restart":
        dialog.restart_button.click()
    else:
        dialog.close_button.click()
        if is_running:
            QApplication.closeAllWindows()

CrashDialog.open = lambda self, show=CrashDialog.open: show_dialog(self, show)
CrashDialog.exec = lambda self, show=CrashDialog.exec: show_dialog(self, show)

def fail():
    match error:
        case "exception":
            raise ValueError("mitochondria")
        case "abort":
            os.abort()
        case "fatal":
            qFatal("PySide replaces this text")
        case "critical":
            qCritical("QTextBrowser: mitochondria")
    QApplication.closeAllWindows()

flag = data_folder / "error"
error = flag.read_text() if flag.exists() else ""
flag.unlink(missing_ok=True)
original_show = desktop.DesktopApp.show
original_finish = desktop.DesktopApp._finish_startup

def show(self):
    if error == "start":
        raise KeyError("mitochondria")
    original_show(self)

def finish(self):
    original_finish(self)
    print("open", flush=True)
    QTimer.singleShot(0, fail)

desktop.DesktopApp.show = show
desktop.DesktopApp._finish_startup = finish
from studyapp.cli.main import main
sys.exit(main(["--data", sys.argv[1]]))
"""
"""The app: it reads from a file which error it makes, once, when its window is open. It prints what it shows."""


class Run:
    """A run of the app in its data folder."""

    def __init__(self, data_folder: Path, *, error: str = "", button: str = "continue") -> None:
        if error:
            (data_folder / "error").write_text(error)
        process = subprocess.run(
            [sys.executable, "-c", SCRIPT, str(data_folder), button],
            capture_output=True, encoding="utf-8", timeout=TIMEOUT_SECONDS,
            env=os.environ
            | {"PYTHONPATH": str(Path(__file__).parents[1]), "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"},
        )  # fmt: skip
        self.status, self.err = process.returncode, process.stderr
        self.shown = [line.partition(" ")[0] for line in process.stdout.splitlines()]
        self.reports = [
            path.read_text(encoding="utf-8") for path in sorted((data_folder / "logs").glob("crash-*.txt"))
        ]
        self.log = (data_folder / "logs" / "studyapp.log").read_text(encoding="utf-8")


@pytest.fixture
def data_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    (folder / "decks").mkdir(parents=True)
    (folder / "decks" / "d.yaml").write_text("deck: d\ntitle: T\nnotes:\n  - {id: a, front: f, back: b}\n")
    return folder


def test_normal_run_is_logged_and_leaves_no_report(data_folder: Path) -> None:
    run = Run(data_folder)
    assert (run.status, run.shown, run.reports) == (0, ["open"], [])
    for event in ("window starts version=", "collection opened", "window closed"):
        assert f"INFO {event}" in run.log
    assert "ERROR" not in run.log
    assert [path.name for path in (data_folder / "logs").iterdir()] == ["studyapp.log"]


def test_exception_in_the_window_is_reported_and_the_window_stays(data_folder: Path) -> None:
    run = Run(data_folder, error="exception")
    assert (run.status, run.shown) == (0, ["open", "RUNNING"])
    (report,) = run.reports
    assert "\nValueError\n" in report
    assert "INFO collection opened" in report
    assert "ERROR unexpected error error=ValueError" in run.log
    assert "INFO window closed" in run.log
    for text in (report, run.log):
        assert SECRET not in text
        assert str(data_folder) not in text


def test_restart_opens_a_new_window(data_folder: Path) -> None:
    run = Run(data_folder, error="exception", button="restart")
    assert (run.status, run.shown) == (0, ["open", "RUNNING", "open"])
    assert run.log.count("INFO window starts") == 2
    assert run.log.count("INFO window closed") == 2


def test_error_at_the_start_is_reported(data_folder: Path) -> None:
    run = Run(data_folder, error="start")
    assert (run.status, run.shown) == (70, ["STARTING"])
    assert "ERROR unexpected error error=KeyError" in run.log
    (report,) = run.reports
    assert "studyapp/desktop_startup.py:" in report
    assert SECRET not in report


def test_restart_after_an_error_at_the_start(data_folder: Path) -> None:
    run = Run(data_folder, error="start", button="restart")
    assert (run.status, run.shown) == (0, ["STARTING", "open"])


@pytest.mark.skipif(sys.platform == "win32", reason="other signals there")
@pytest.mark.parametrize("error", ["abort", "fatal"])
def test_crash_is_reported_once_by_the_next_start(data_folder: Path, error: str) -> None:
    crash = Run(data_folder, error=error)
    assert crash.status < 0
    assert crash.reports == []
    run = Run(data_folder)
    assert (run.status, run.shown) == (0, ["EARLIER", "open"])
    (report,) = run.reports
    assert "Fatal Python error: Aborted" in report
    assert ": fail\n" in report
    assert Run(data_folder).shown == ["open"]


def test_messages_of_qt_are_logged_without_quoted_text(data_folder: Path) -> None:
    run = Run(data_folder, error="critical")
    assert run.err == f"QTextBrowser: {SECRET}\n"
    assert "ERROR critical message of Qt category=default text=QTextBrowser\n" in run.log
    assert SECRET not in run.log


def test_fatal_message_of_qt_is_logged(data_folder: Path) -> None:
    """It is about the system, and the only explanation of the crash."""
    run = Run(data_folder, error="fatal")
    assert "ERROR fatal message of Qt category=default text=[A qFatal() call" in run.log


def test_damaged_collection_is_logged_without_paths(data_folder: Path) -> None:
    (data_folder / "collection.db").write_bytes(b"words, not a database " * 300)
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[1]), "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run(
        [sys.executable, "-m", "studyapp", "--data", str(data_folder), "stats"],
        capture_output=True, timeout=TIMEOUT_SECONDS, env=environment,
    )  # fmt: skip
    log = (data_folder / "logs" / "studyapp.log").read_text(encoding="utf-8")
    assert "ERROR command stats failed error=studyapp.store.errors.StoreDamaged: " in log
    assert str(data_folder) not in log

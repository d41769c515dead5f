"""The desktop app as a process: starting it, and starting it a second time."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile

from studyapp.desktop import _window_lock
from tests.timeouts import TIMEOUT_SECONDS

SCRIPT = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from studyapp import paths
from studyapp.ui.kit import modal_dialogs
paths.bundled_decks_folder = lambda: paths.data_folder(sys.argv[1]) / "decks"
modal_dialogs.show_error = modal_dialogs.show_information = lambda parent, message: print("message:", message, flush=True)

def read_command():
    line = sys.stdin.readline()
    if line == "minimize\\n":
        main_window().showMinimized()
        QTimer.singleShot(0, wait_until_activated)
    elif line == "":
        QApplication.closeAllWindows()

def wait_until_activated():
    if main_window().isMinimized() or not main_window().isActiveWindow():
        QTimer.singleShot(10, wait_until_activated)
    else:
        print("shown", flush=True)
        read_command()

def main_window():
    return next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow))

from studyapp.ui.window.main_window import MainWindow
original_show_event = MainWindow.showEvent
is_open = False
def show_event(self, event):
    global is_open
    original_show_event(self, event)
    if not is_open:
        is_open = True
        print("open", flush=True)
        QTimer.singleShot(0, read_command)
MainWindow.showEvent = show_event

from studyapp.cli.main import main
sys.exit(main(["--data", sys.argv[1]]))
"""
"""The app: it prints a line when its window opens, and closes at the end of standard input."""


def start_app(data_folder: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", SCRIPT, str(data_folder)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
        env=os.environ
        | {"PYTHONPATH": str(Path(__file__).parents[1]), "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"},
    )  # fmt: skip


def read_line(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline()


@pytest.fixture
def data_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    (folder / "decks").mkdir(parents=True)
    (folder / "decks" / "d.yaml").write_text("deck: d\ntitle: T\nnotes:\n  - {id: a, front: f, back: b}\n")
    return folder


def test_window_opens_and_closes(data_folder: Path) -> None:
    process = start_app(data_folder)
    assert read_line(process) == "open\n"
    out, err = process.communicate(timeout=TIMEOUT_SECONDS)
    assert (process.returncode, out, err) == (0, "", "")
    assert (data_folder / "collection.db").exists()
    assert not (data_folder / "window.lock").exists()


def test_new_data_folder_is_open_to_its_owner_only(tmp_path: Path) -> None:
    _window_lock(tmp_path / "data")
    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700


def test_second_start_activates_window_of_first(data_folder: Path) -> None:
    first = start_app(data_folder)
    assert read_line(first) == "open\n"
    assert first.stdin is not None
    first.stdin.write("minimize\n")
    first.stdin.flush()
    second = start_app(data_folder)
    out, err = second.communicate(timeout=TIMEOUT_SECONDS)
    assert (second.returncode, out) == (0, "")
    assert err.startswith(
        "studyapp: already running with this data folder; its window was brought to the front"
    )
    assert read_line(first) == "shown\n"
    first.communicate(timeout=TIMEOUT_SECONDS)
    assert first.returncode == 0


@pytest.mark.parametrize(("language", "message"), [("en", "already running"), ("zh-Hant", "已")])
def test_second_start_reports_unresponsive_first_instance(
    data_folder: Path, language: str, message: str
) -> None:
    (data_folder / "window.ini").write_text(f"[General]\ninterface-language={language}\n")
    lock = QLockFile(str(data_folder / "window.lock"))
    assert lock.tryLock(0)
    second = start_app(data_folder)
    out, err = second.communicate(timeout=TIMEOUT_SECONDS)
    lock.unlock()
    assert second.returncode == 3
    assert out.startswith("message: ")
    assert message in out
    assert err == ""


def test_lock_of_killed_instance_does_not_block_next_start(data_folder: Path) -> None:
    first = start_app(data_folder)
    assert read_line(first) == "open\n"
    first.kill()
    first.communicate(timeout=TIMEOUT_SECONDS)
    assert (data_folder / "window.lock").exists()
    second = start_app(data_folder)
    assert read_line(second) == "open\n"
    second.communicate(timeout=TIMEOUT_SECONDS)
    assert second.returncode == 0


@pytest.mark.parametrize("relative_path", ["file", "file/below"])
def test_invalid_data_folder_is_reported(tmp_path: Path, relative_path: str) -> None:
    (tmp_path / "file").write_text("not a folder")
    process = start_app(tmp_path / relative_path)
    out, err = process.communicate(timeout=TIMEOUT_SECONDS)
    assert process.returncode == 3
    assert out.startswith(f"message: Can't write {tmp_path / relative_path}/collection.db. ")
    assert err.startswith("studyapp: ")
    assert err.count("\n") == 1


def test_damaged_collection_is_reported_and_unchanged(data_folder: Path) -> None:
    (data_folder / "collection.db").write_bytes(b"words, not a database " * 300)
    process = start_app(data_folder)
    out, _ = process.communicate(timeout=TIMEOUT_SECONDS)
    assert process.returncode == 3
    assert "is damaged" in out
    assert (data_folder / "collection.db").read_bytes() == b"words, not a database " * 300

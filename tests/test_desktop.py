"""The desktop app as a process: starting it, and starting it a second time."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from studyapp.process_lock import acquire_process_lock
from tests.timeouts import TIMEOUT_SECONDS

SCRIPT = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from studyapp import paths
from studyapp.ui.dialogs import modal_dialogs
paths.bundled_decks_folder = lambda: paths.data_folder(sys.argv[1]) / "decks"
modal_dialogs.show_error = modal_dialogs.show_information = lambda parent, message: print("message:", message, flush=True)

from studyapp.ui.backups.recovery_dialog import RecoveryDialog
RecoveryDialog.exec = lambda dialog: print("recovery:", dialog.message_banner.text(), flush=True)

def read_command():
    line = sys.stdin.readline()
    if line == "minimize\\n":
        main_window().showMinimized()
        wait_until_listening()
    elif line == "":
        QApplication.closeAllWindows()

def wait_until_listening():
    if is_listening:
        print("minimized", flush=True)
        wait_until_activated()
    else:
        QTimer.singleShot(10, wait_until_listening)

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

from studyapp.ui.window.single_instance import ActivationServer
original_init = ActivationServer.__init__
is_listening = False
def init(self, *arguments):
    global is_listening
    original_init(self, *arguments)
    is_listening = True
ActivationServer.__init__ = init

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


def test_second_start_activates_window_of_first(data_folder: Path) -> None:
    first = start_app(data_folder)
    assert read_line(first) == "open\n"
    assert first.stdin is not None
    first.stdin.write("minimize\n")
    first.stdin.flush()
    assert read_line(first) == "minimized\n"
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
    lock = acquire_process_lock(data_folder / "window.lock")
    assert lock is not None
    second = start_app(data_folder)
    out, err = second.communicate(timeout=TIMEOUT_SECONDS)
    lock.release()
    assert second.returncode == 3
    assert out.startswith("message: ")
    assert message in out
    assert err == ""


def test_lock_of_killed_instance_does_not_block_next_start(data_folder: Path) -> None:
    first = start_app(data_folder)
    assert read_line(first) == "open\n"
    first.kill()
    first.communicate(timeout=TIMEOUT_SECONDS)
    assert_window_opens(data_folder)


@pytest.mark.parametrize(
    "content",
    ["", "1\nstudyapp\nanother-computer\n\n\n", f"{os.getpid()}\npython\n\n"],
    ids=["empty", "foreign", "own"],
)
def test_content_of_lock_file_does_not_block_start(data_folder: Path, content: str) -> None:
    (data_folder / "window.lock").write_text(content)
    assert_window_opens(data_folder)


def test_second_start_opens_window_when_first_instance_ends(data_folder: Path) -> None:
    lock = acquire_process_lock(data_folder / "window.lock")
    assert lock is not None
    second = start_app(data_folder)
    lock.release()
    assert read_line(second) == "open\n"
    second.communicate(timeout=TIMEOUT_SECONDS)
    assert second.returncode == 0


def assert_window_opens(data_folder: Path) -> None:
    process = start_app(data_folder)
    assert read_line(process) == "open\n"
    out, err = process.communicate(timeout=TIMEOUT_SECONDS)
    assert (process.returncode, out, err) == (0, "", "")


@pytest.mark.parametrize("relative_path", ["file", "file/below"])
def test_invalid_data_folder_is_reported(tmp_path: Path, relative_path: str) -> None:
    (tmp_path / "file").write_text("not a folder")
    process = start_app(tmp_path / relative_path)
    out, err = process.communicate(timeout=TIMEOUT_SECONDS)
    assert process.returncode == 3
    assert out.startswith(f"message: Can't write {tmp_path / relative_path}/collection.db. ")
    assert err.startswith("studyapp: ")
    assert err.count("\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no such permissions there")
def test_read_only_data_folder_is_reported(tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o555)
    if os.geteuid() == 0:  # root may write everywhere except to /proc
        folder = Path("/proc/self")
    process = start_app(folder)
    out, _ = process.communicate(timeout=TIMEOUT_SECONDS)
    assert process.returncode == 3
    assert out.startswith(f"message: Can't write {folder}/collection.db. ")


def test_recovery_of_a_damaged_collection_is_offered_and_it_is_unchanged(data_folder: Path) -> None:
    (data_folder / "collection.db").write_bytes(b"words, not a database " * 300)
    process = start_app(data_folder)
    out, _ = process.communicate(timeout=TIMEOUT_SECONDS)
    assert process.returncode == 3
    assert out.startswith("recovery: ") and "is damaged" in out
    assert (data_folder / "collection.db").read_bytes() == b"words, not a database " * 300

"""The window program as a whole: its start, and a second start beside it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile

from tests.timeouts import TIMEOUT_SECONDS

SCRIPT = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from studyapp import paths
from studyapp.ui.kit import modal_dialogs
paths.bundled_decks_folder = lambda: paths.data_folder(sys.argv[1]) / "decks"
modal_dialogs.show_error = modal_dialogs.show_information = lambda parent, words: print("told:", words, flush=True)

def look():
    read = sys.stdin.readline()
    if read == "minimize\\n":
        window().showMinimized()
        QTimer.singleShot(0, wait)
    elif read == "":
        QApplication.closeAllWindows()

def wait():
    if window().isMinimized() or not window().isActiveWindow():
        QTimer.singleShot(10, wait)
    else:
        print("shown", flush=True)
        look()

def window():
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow))

from studyapp.ui.window.main_window import MainWindow
opened = MainWindow.showEvent
is_open = False
def shown(self, event):
    global is_open
    opened(self, event)
    if not is_open:
        is_open = True
        print("open", flush=True)
        QTimer.singleShot(0, look)
MainWindow.showEvent = shown

from studyapp.cli.main import main
sys.exit(main(["--data", sys.argv[1]]))
"""
"""The program, told when its window is open and closed by the end of standard input."""


def start(data: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", SCRIPT, str(data)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
        env=os.environ
        | {"PYTHONPATH": str(Path(__file__).parents[1]), "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"},
    )  # fmt: skip


def line(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    made = tmp_path / "data"
    (made / "decks").mkdir(parents=True)
    (made / "decks" / "d.yaml").write_text("deck: d\ntitle: T\nnotes:\n  - {id: a, front: f, back: b}\n")
    return made


def test_window_opens_and_closes(data: Path) -> None:
    process = start(data)
    assert line(process) == "open\n"
    out, err = process.communicate(timeout=TIMEOUT_SECONDS)
    assert (process.returncode, out, err) == (0, "", "")
    assert (data / "collection.db").exists()
    assert not (data / "window.lock").exists()


def test_second_start_brings_the_window_of_the_first_to_the_front(data: Path) -> None:
    first = start(data)
    assert line(first) == "open\n"
    assert first.stdin is not None
    first.stdin.write("minimize\n")
    first.stdin.flush()
    second = start(data)
    out, err = second.communicate(timeout=TIMEOUT_SECONDS)
    assert (second.returncode, out) == (0, "")
    assert err.startswith(
        "studyapp: already running with this data folder; its window was brought to the front"
    )
    assert line(first) == "shown\n"
    first.communicate(timeout=TIMEOUT_SECONDS)
    assert first.returncode == 0


@pytest.mark.parametrize(("language", "words"), [("en", "already running"), ("zh-Hant", "已")])
def test_second_start_whose_window_does_not_answer_says_so(data: Path, language: str, words: str) -> None:
    (data / "window.ini").write_text(f"[General]\ninterface-language={language}\n")
    lock = QLockFile(str(data / "window.lock"))
    assert lock.tryLock(0)
    second = start(data)
    out, err = second.communicate(timeout=TIMEOUT_SECONDS)
    lock.unlock()
    assert second.returncode == 3
    assert out.startswith("told: ")
    assert words in out
    assert err == ""


def test_window_killed_earlier_does_not_keep_out_the_next(data: Path) -> None:
    first = start(data)
    assert line(first) == "open\n"
    first.kill()
    first.communicate(timeout=TIMEOUT_SECONDS)
    assert (data / "window.lock").exists()
    second = start(data)
    assert line(second) == "open\n"
    second.communicate(timeout=TIMEOUT_SECONDS)
    assert second.returncode == 0


@pytest.mark.parametrize("place", ["file", "file/below"])
def test_data_folder_that_is_none_is_told(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("not a folder")
    process = start(tmp_path / place)
    out, err = process.communicate(timeout=TIMEOUT_SECONDS)
    assert process.returncode == 3
    assert out.startswith(f"told: Can't write {tmp_path / place}/collection.db. ")
    assert err.startswith("studyapp: ")
    assert err.count("\n") == 1


def test_collection_that_is_none_is_told_and_left_alone(data: Path) -> None:
    (data / "collection.db").write_bytes(b"words, not a database " * 300)
    process = start(data)
    out, _ = process.communicate(timeout=TIMEOUT_SECONDS)
    assert process.returncode == 3
    assert "is damaged" in out
    assert (data / "collection.db").read_bytes() == b"words, not a database " * 300

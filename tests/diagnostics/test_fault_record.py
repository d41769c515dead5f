"""Crashes by a signal, in real processes: the next start finds the record."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from studyapp.diagnostics.fault_record import FaultRecord
from tests.timeouts import TIMEOUT_SECONDS

PROGRAM = """
import os, signal, sys, threading
from pathlib import Path
from studyapp.diagnostics.fault_record import FaultRecord
record = FaultRecord(Path(sys.argv[1]))

def wait_in_another_thread():
    threading.Event().wait()

threading.Thread(target=wait_in_another_thread, daemon=True).start()

def end_process():
    match sys.argv[2]:
        case "abort":
            os.abort()
        case "segfault":
            os.kill(os.getpid(), signal.SIGSEGV)
        case "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        case "close":
            record.close()

end_process()
"""


def run_until_end(folder: Path, end: str) -> int:
    process = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(folder), end],
        capture_output=True,
        timeout=TIMEOUT_SECONDS,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )
    return process.returncode


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "logs"


def earlier_crash(folder: Path) -> str:
    """What the next start finds. It is found once: that start begins a record of its own."""
    script = "import sys; from pathlib import Path; from studyapp.diagnostics.fault_record import FaultRecord; print(FaultRecord(Path(sys.argv[1])).earlier_crash)"
    process = subprocess.run(
        [sys.executable, "-c", script, str(folder)],
        capture_output=True,
        text=True,
        timeout=TIMEOUT_SECONDS,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )
    return process.stdout.strip()


@pytest.mark.skipif(sys.platform == "win32", reason="other signals there")
@pytest.mark.parametrize(("end", "name"), [("abort", "Aborted"), ("segfault", "Segmentation fault")])
def test_crash_is_found_once_by_the_next_start(folder: Path, end: str, name: str) -> None:
    assert run_until_end(folder, end) < 0
    record = earlier_crash(folder)
    assert record.startswith(f"Fatal Python error: {name}")
    assert "<string>:" in record
    assert "end_process" in record
    assert "wait_in_another_thread" not in record, "the stacks of other threads change while they are read"
    assert earlier_crash(folder) == ""


@pytest.mark.parametrize("end", ["close", "normal"])
def test_normal_end_leaves_no_record(folder: Path, end: str) -> None:
    assert run_until_end(folder, end) == 0
    assert earlier_crash(folder) == ""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_killed_process_leaves_no_record(folder: Path) -> None:
    assert run_until_end(folder, "kill") < 0
    assert earlier_crash(folder) == ""


def test_closed_record_is_removed(folder: Path) -> None:
    run_until_end(folder, "close")
    assert list(folder.iterdir()) == []


def test_paths_in_the_record_are_shortened(folder: Path) -> None:
    folder.mkdir()
    module = Path(__file__).parents[2] / "studyapp" / "desktop.py"
    (folder / "fault.txt").write_text(
        f'Fatal Python error: Aborted\n\nStack (most recent call first):\n  File "{module}", line 7 in show\n'
        '  File "/home/alice/notes/run.py", line 2 in <module>\n'
    )
    assert earlier_crash(folder).splitlines()[3:] == ["  studyapp/desktop.py:7: show", "  run.py:2: <module>"]


def test_unusable_folder_is_no_error(folder: Path) -> None:
    folder.write_text("a file")
    record = FaultRecord(folder)
    assert record.earlier_crash == ""
    record.close()

"""The lock file: held by one process at a time, and released however that process ends."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from studyapp import process_lock
from studyapp.process_lock import acquire_process_lock
from tests.timeouts import TIMEOUT_SECONDS

HOLDER = """
import subprocess, sys
from pathlib import Path
from studyapp.process_lock import acquire_process_lock
lock = acquire_process_lock(Path(sys.argv[1]))
if sys.argv[2] == "child":
    subprocess.Popen([sys.executable, "-c", "import sys; sys.stdin.read()"], close_fds=False)
print("held" if lock else "refused", flush=True)
sys.stdin.read()
"""

QT_HOLDER = """
import sys
from PySide6.QtCore import QLockFile
lock = QLockFile(sys.argv[1])
print("held" if lock.tryLock(0) else "refused", flush=True)
sys.stdin.read()
"""


def start_holder(file: Path, *, script: str = HOLDER, option: str = "") -> "subprocess.Popen[str]":
    """Start a process that locks the file and holds the lock until the end of its standard input."""
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(file), option],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8",
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])},
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


@pytest.fixture
def lock_file(tmp_path: Path) -> Path:
    return tmp_path / "window.lock"


def test_only_one_process_holds_the_lock(lock_file: Path) -> None:
    holder = start_holder(lock_file)
    assert acquire_process_lock(lock_file) is None
    holder.communicate(timeout=TIMEOUT_SECONDS)
    assert acquire_process_lock(lock_file) is not None


def test_lock_is_released_when_its_process_is_killed(lock_file: Path) -> None:
    holder = start_holder(lock_file)
    holder.kill()
    holder.communicate(timeout=TIMEOUT_SECONDS)
    lock = acquire_process_lock(lock_file)
    assert lock is not None
    assert acquire_process_lock(lock_file) is None


def test_released_lock_can_be_taken_again(lock_file: Path) -> None:
    lock = acquire_process_lock(lock_file)
    assert lock is not None
    assert acquire_process_lock(lock_file) is None
    lock.release()
    lock.release()
    assert acquire_process_lock(lock_file) is not None


@pytest.mark.skipif(sys.platform == "win32", reason="there, a killed process keeps no child")
def test_child_process_does_not_keep_the_lock(lock_file: Path) -> None:
    holder = start_holder(lock_file, option="child")
    holder.kill()
    holder.wait(TIMEOUT_SECONDS)  # the child still has the pipes, so that it runs until they are closed below
    assert acquire_process_lock(lock_file) is not None
    holder.communicate(timeout=TIMEOUT_SECONDS)


@pytest.mark.skipif(sys.platform == "win32", reason="Qt locks files in another way there")
def test_window_of_an_older_version_holds_the_lock(lock_file: Path) -> None:
    """Older versions locked the file with QLockFile."""
    holder = start_holder(lock_file, script=QT_HOLDER)
    assert acquire_process_lock(lock_file) is None
    holder.communicate(timeout=TIMEOUT_SECONDS)
    assert acquire_process_lock(lock_file) is not None


@pytest.mark.parametrize("content", [b"", b"4711\nstudyapp\nanother-computer\n", b"\xff\0" * 5000])
def test_content_of_the_file_does_not_matter(lock_file: Path, content: bytes) -> None:
    lock_file.write_bytes(content)
    lock = acquire_process_lock(lock_file)
    assert lock is not None
    assert acquire_process_lock(lock_file) is None
    lock.release()
    assert lock_file.read_bytes() == content


def test_file_that_cannot_be_opened_keeps_nobody_out(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing" / "window.lock"):  # a folder, and a file in a missing folder
        for _ in range(2):
            lock = acquire_process_lock(path)
            assert lock is not None
            lock.release()


def test_file_system_without_locks_keeps_nobody_out(lock_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(descriptor: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(process_lock, "_lock", fail)
    assert acquire_process_lock(lock_file) is not None
    assert acquire_process_lock(lock_file) is not None

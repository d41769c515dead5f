"""Errors because of a full disk are told apart from other I/O errors."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from studyapp.store.errors import to_store_error
from studyapp.store.integrity.disk_space import is_disk_full
from tests.timeouts import TIMEOUT_SECONDS

ROOT = Path(__file__).parents[2]
PROGRAM = """
import resource, signal, sys
from pathlib import Path
from studyapp.store.integrity.disk_space import is_disk_full

sys.dont_write_bytecode = True  # the limit would truncate it
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
path = Path(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
print(is_disk_full(path))
"""


def sqlite_error(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = code
    return error


def test_other_io_errors_are_not_called_a_full_disk(tmp_path: Path) -> None:
    path = tmp_path / "collection.db"
    path.write_bytes(b"x")
    assert not is_disk_full(path)
    assert list(tmp_path.iterdir()) == [path]
    message = str(to_store_error(sqlite_error(sqlite3.SQLITE_IOERR_WRITE), path))
    assert message == f"Can't use {path}: disk I/O error"


def test_missing_folder_is_not_called_a_full_disk(tmp_path: Path) -> None:
    assert not is_disk_full(tmp_path / "missing" / "collection.db")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a file size limit")
@pytest.mark.parametrize(("limit", "expected"), [(200_000, "False"), (120_000, "True")])
def test_file_that_cannot_grow_counts_as_a_full_disk(tmp_path: Path, limit: int, expected: str) -> None:
    path = tmp_path / "collection.db"
    path.write_bytes(bytes(100_000))
    command = [sys.executable, "-c", PROGRAM, str(path), str(limit)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=TIMEOUT_SECONDS)
    assert (result.stdout.strip(), result.stderr) == (expected, "")
    assert list(tmp_path.iterdir()) == [path]

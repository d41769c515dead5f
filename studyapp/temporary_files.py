"""Temporary files and folders, and removing those that a killed process left behind.

Only names that StudyApp gives are ever removed, and usually only after a day: no write takes that long, so no running
process uses them anymore.
"""

import os
import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

_FILE_NAME = re.compile(
    r"\.studyapp-[0-9a-f]{12}\.part(?:-journal|-wal|-shm)?|studyapp-(?:[0-9a-f]{12}\.apkg|[0-9a-f]{32}\.txt)"
)
"""A temporary file, or a file that SQLite adds to it, or a file that Anki reads or writes."""

_PART_FOLDER_NAME = re.compile(r"\.studyapp-[a-z0-9_]{8}\.part")
"""A temporary folder next to what is made from its content."""

_FOLDER_PREFIX = "studyapp-"
_FOLDER_NAME = re.compile(r"studyapp-[a-z0-9_]{8}")
_MAX_AGE_SECONDS = 24 * 60 * 60


def temporary_file_name() -> str:
    """Return a new name for a temporary file. It is not mistaken for a deck or a backup."""
    return f".studyapp-{os.urandom(6).hex()}.part"


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """Create a folder for temporary files. It is removed when the block ends."""
    _remove_leftover_folders(Path(tempfile.gettempdir()))
    with tempfile.TemporaryDirectory(prefix=_FOLDER_PREFIX) as folder:
        yield Path(folder)


def is_temporary_file(name: str) -> bool:
    """Return whether a file has a name that StudyApp gives to temporary files."""
    return _FILE_NAME.fullmatch(name) is not None


def remove_temporary_files(folder: Path) -> None:
    """Remove all temporary files in `folder`, also new ones. No other process may be using them.

    Those that can't be removed are left.
    """
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if is_temporary_file(entry.name) and entry.is_file(follow_symlinks=False):
                with suppress(OSError):
                    Path(entry.path).unlink()


@cache
def remove_leftover_files(folder: Path) -> None:
    """Remove the temporary files and folders in `folder` that a killed process left behind, once per folder and process.

    Those that can't be removed are left.
    """
    for entry in _old_entries(folder):
        if is_temporary_file(entry.name) and entry.is_file(follow_symlinks=False):
            with suppress(OSError):
                Path(entry.path).unlink()
        elif _PART_FOLDER_NAME.fullmatch(entry.name) and entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry, ignore_errors=True)


@cache
def _remove_leftover_folders(parent: Path) -> None:
    for entry in _old_entries(parent):
        if _FOLDER_NAME.fullmatch(entry.name) and entry.is_dir(follow_symlinks=False) and _is_own(entry):
            shutil.rmtree(entry, ignore_errors=True)


def _old_entries(folder: Path) -> Iterator["os.DirEntry[str]"]:
    """Yield the entries of a folder that were last changed more than a day ago."""
    newest = time.time() - _MAX_AGE_SECONDS
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if "studyapp-" in entry.name and entry.stat(follow_symlinks=False).st_mtime < newest:
                yield entry


def _is_own(entry: "os.DirEntry[str]") -> bool:
    """Return whether the entry belongs to this user. On Windows, each user has a temporary folder of their own."""
    return os.name != "posix" or entry.stat(follow_symlinks=False).st_uid == os.getuid()

"""A copy of the collection that a running Anki has open, to read without disturbing it."""

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from studyapp.core.text.translatable import QT_TRANSLATE_NOOP
from studyapp.core.transfer.unreadable_file import UnreadableFileError

_MAX_ATTEMPTS = 5
_RETRY_DELAY = 0.5
"""Seconds between them."""

_FILE_SUFFIXES = ("", "-wal")
_HEADER_BYTES = 100
"""Bytes at the start of an SQLite file or write-ahead log; they contain counters that each write increases."""


@contextmanager
def copy_collection(collection: Path, sleep: Callable[[float], None] = time.sleep) -> Iterator[Path]:
    """A copy that exists until the block ends. If Anki writes while it is made, it is made again after a pause.

    UnreadablePackage if Anki keeps writing, OSError if the collection can't be read."""
    with TemporaryDirectory(prefix="studyapp-") as folder:
        for attempt in range(_MAX_ATTEMPTS):
            if attempt > 0:
                sleep(_RETRY_DELAY)
            copy = Path(folder) / f"{attempt}.anki2"
            if _copy_if_unchanged(collection, copy):
                break
        else:
            raise UnreadableFileError(
                QT_TRANSLATE_NOOP("Problem", "{path}: Anki is writing to it. Try again once Anki is idle."),
                path=collection,
            )
        yield copy


class _FileState(NamedTuple):
    size: int
    modified_ns: int
    header: bytes


def _copy_if_unchanged(collection: Path, copy: Path) -> bool:
    """Make the copy, and return whether the collection stayed unchanged meanwhile."""
    before = _read_file_states(collection)
    for ending in _FILE_SUFFIXES:
        try:
            shutil.copyfile(_part_path(collection, ending), _part_path(copy, ending))
        except FileNotFoundError:
            if not ending:
                raise
    return _read_file_states(collection) == before


def _read_file_states(collection: Path) -> list[_FileState | None]:
    found: list[_FileState | None] = []
    for ending in _FILE_SUFFIXES:
        part = _part_path(collection, ending)
        try:
            with part.open("rb") as file:
                header = file.read(_HEADER_BYTES)
            details = part.stat()
            found.append(_FileState(details.st_size, details.st_mtime_ns, header))
        except FileNotFoundError:
            found.append(None)
    return found


def _part_path(collection: Path, suffix: str) -> Path:
    return collection.with_name(collection.name + suffix)

"""Temporary copy of a collection that a running Anki has open, for reading without disturbing Anki."""

import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from studyapp.anki.reading.package_limits import database_limits
from studyapp.anki.reading.untrusted_database import UntrustedDatabase, open_untrusted_database
from studyapp.core.text.translatable import QT_TRANSLATE_NOOP
from studyapp.core.transfer.unreadable_file import UnreadableFileError
from studyapp.temporary_files import temporary_folder

_MAX_ATTEMPTS = 5
_RETRY_DELAY = 0.5
"""Seconds between attempts."""

_FILE_SUFFIXES = ("", "-wal")
_HEADER_BYTES = 100
"""Bytes compared at the start of a database or write-ahead log. They include counters that change with each write."""


@contextmanager
def copy_collection(collection: Path, sleep: Callable[[float], None] = time.sleep) -> Iterator[Path]:
    """Copy a collection; the copy exists until the block ends.

    If Anki writes to the collection meanwhile, the copy is repeated after a delay. Raises UnreadableFileError
    if Anki keeps writing, and OSError if the collection can't be read.
    """
    with temporary_folder() as folder:
        for attempt in range(_MAX_ATTEMPTS):
            if attempt > 0:
                sleep(_RETRY_DELAY)
            copy = folder / f"{attempt}.anki2"
            if _copy_if_unchanged(collection, copy):
                break
        else:
            raise UnreadableFileError(
                QT_TRANSLATE_NOOP("Problem", "Anki is writing to {path}. Try again once Anki is idle."),
                path=collection,
            )
        yield copy


@contextmanager
def open_collection_copy(
    collection: Path, check_cancelled: Callable[[], None]
) -> Iterator[UntrustedDatabase]:
    """Open a copy of a collection for reading. Its content may be from somebody else, for example a shared deck.

    Raises the errors of `copy_collection` and `open_untrusted_database`.
    """
    with copy_collection(collection) as copy:
        check_cancelled()
        _apply_write_ahead_log(copy)
        size = copy.stat().st_size
        with open_untrusted_database(copy, database_limits(size, size), check_cancelled) as database:
            yield database


def _apply_write_ahead_log(copy: Path) -> None:
    """Checkpoint the write-ahead log into the database file without reading the schema."""
    if not _part_path(copy, "-wal").exists():
        return
    try:
        with closing(sqlite3.connect(copy)) as connection:
            connection.execute("PRAGMA schema_version")  # opens the log; closing the connection applies it
    except sqlite3.Error as error:
        raise UnreadableFileError.from_library(error) from error


class _FileState(NamedTuple):
    size: int
    modified_ns: int
    header: bytes


def _copy_if_unchanged(collection: Path, copy: Path) -> bool:
    """Copy the collection and return whether it stayed unchanged meanwhile."""
    before = _read_file_states(collection)
    for suffix in _FILE_SUFFIXES:
        try:
            shutil.copyfile(_part_path(collection, suffix), _part_path(copy, suffix))
        except FileNotFoundError:
            if not suffix:
                raise
    return _read_file_states(collection) == before


def _read_file_states(collection: Path) -> list[_FileState | None]:
    states: list[_FileState | None] = []
    for suffix in _FILE_SUFFIXES:
        part = _part_path(collection, suffix)
        try:
            with part.open("rb") as file:
                header = file.read(_HEADER_BYTES)
            details = part.stat()
            states.append(_FileState(details.st_size, details.st_mtime_ns, header))
        except FileNotFoundError:
            states.append(None)
    return states


def _part_path(collection: Path, suffix: str) -> Path:
    return collection.with_name(collection.name + suffix)

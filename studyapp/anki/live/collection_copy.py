"""A copy of the collection that a running Anki has open, to read without disturbing it."""

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from studyapp.core.transfer.unreadable_file import UnreadablePackage

_TRIES = 5
_PAUSE = 0.5
"""Seconds between them."""

_PARTS = ("", "-wal")
_HEADER = 100
"""Bytes at the start of an SQLite file or write-ahead log; they contain counters that each write increases."""


@contextmanager
def copied(collection: Path, pause: Callable[[float], None] = time.sleep) -> Iterator[Path]:
    """A copy that exists until the block ends. If Anki writes while it is made, it is made again after a pause.

    UnreadablePackage if Anki keeps writing, OSError if the collection can't be read."""
    with TemporaryDirectory(prefix="studyapp-") as folder:
        for attempt in range(_TRIES):
            if attempt > 0:
                pause(_PAUSE)
            copy = Path(folder) / f"{attempt}.anki2"
            if _is_whole_copy(collection, copy):
                break
        else:
            raise UnreadablePackage(f"{collection}: Anki is writing to it. Try again once Anki is idle.")
        yield copy


class _PartState(NamedTuple):
    size: int
    changed_at: int
    header: bytes


def _is_whole_copy(collection: Path, copy: Path) -> bool:
    """Make the copy, and return whether the collection stayed unchanged meanwhile."""
    before = _state(collection)
    for ending in _PARTS:
        try:
            shutil.copyfile(_part(collection, ending), _part(copy, ending))
        except FileNotFoundError:
            if not ending:
                raise
    return _state(collection) == before


def _state(collection: Path) -> list[_PartState | None]:
    found: list[_PartState | None] = []
    for ending in _PARTS:
        part = _part(collection, ending)
        try:
            with part.open("rb") as file:
                header = file.read(_HEADER)
            details = part.stat()
            found.append(_PartState(details.st_size, details.st_mtime_ns, header))
        except FileNotFoundError:
            found.append(None)
    return found


def _part(collection: Path, ending: str) -> Path:
    return collection.with_name(collection.name + ending)

"""Check of the files that SQLite keeps beside a collection, before SQLite uses them.

SQLite replays any write-ahead log that it finds beside a file. One that belongs to an older state of the file or to
another file would damage the collection or replace reviews.
"""

import contextlib
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from enum import Enum, auto
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from studyapp.store.integrity.damage import is_damage
from studyapp.store.integrity.file_identity import REPLAYED_SUFFIXES, sidecar_path

_ALL_SUFFIXES = (*REPLAYED_SUFFIXES, "-shm")


class ReplayCheck(Enum):
    """What replaying the files beside a collection would do."""

    SAFE = auto()
    FOREIGN = auto()
    """They belong to another file or to another state of this one, and would damage it."""

    DAMAGED = auto()
    """The collection is damaged with and without them."""


class _Content(NamedTuple):
    """What must not change when a file is replayed: which collection it is, and the entries in its journal."""

    application_id: int
    has_tables: bool
    device_id: str | None = None
    entries: frozenset[tuple[str, int, int]] = frozenset()

    def continues(self, earlier: "_Content", application_id: int) -> bool:
        """Return whether this is a later state of the same collection."""
        return (
            (self.application_id == application_id or not self.has_tables)
            and earlier.has_tables <= self.has_tables
            and earlier.device_id in (self.device_id, None)
            and earlier.entries <= self.entries
        )


def check_replay(collection: Path, application_id: int, *, is_being_restored: bool) -> ReplayCheck:
    """Check, in a copy, what replaying the files beside the collection would do.

    They belong to the collection if that yields an intact collection with this application id and at least the
    journal entries of the file itself; while a restore replaces the journal, its entries don't count. Nobody else may
    use the collection. Raises OSError or sqlite3.Error if it can't be copied and read.
    """
    with _copy(collection, ("",)) as alone, _copy(collection, ("", *REPLAYED_SUFFIXES)) as replayed:
        before, after = _read_if_intact(alone), _read_if_intact(replayed)
        has_size_of_header = _has_size_of_header(replayed)
    if before is None:
        # A checkpoint may have been interrupted, which the write-ahead log repairs.
        return ReplayCheck.DAMAGED if after is None else ReplayCheck.SAFE
    if is_being_restored and after is not None and after.application_id == application_id:
        return ReplayCheck.SAFE
    if after is None or not has_size_of_header or not after.continues(before, application_id):
        return ReplayCheck.FOREIGN
    return ReplayCheck.SAFE


def move_aside(collection: Path, *, with_collection: bool = False) -> Path:
    """Move the files beside the collection, and itself if wanted, to a new folder and return it. Raises OSError."""
    folder = _new_folder(collection.parent)
    # The collection is moved first: SQLite must not open it without its write-ahead log.
    for suffix in ("", *_ALL_SUFFIXES) if with_collection else _ALL_SUFFIXES:
        path = sidecar_path(collection, suffix)
        if path.exists():
            path.rename(folder / path.name)
    return folder


def _new_folder(parent: Path) -> Path:
    for number in count(1):
        folder = parent / f"replaced-{number}"
        with contextlib.suppress(FileExistsError):
            folder.mkdir(parents=True)
            return folder
    raise AssertionError


@contextmanager
def _copy(collection: Path, suffixes: tuple[str, ...]) -> Iterator[Path]:
    with TemporaryDirectory(prefix=".studyapp-", suffix=".part", dir=collection.parent) as folder:
        copy = Path(folder) / collection.name
        for suffix in suffixes:
            path = sidecar_path(collection, suffix)
            if path.exists():
                shutil.copyfile(path, sidecar_path(copy, suffix))
        yield copy


def _read_if_intact(copy: Path) -> _Content | None:
    try:
        with closing(sqlite3.connect(copy)) as connection:
            if connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
                return None
            application_id = connection.execute("PRAGMA application_id").fetchone()[0]
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
            if not {"device", "entry"} <= tables:
                return _Content(application_id, bool(tables))
            device = connection.execute("SELECT id FROM device").fetchone()
            entries = frozenset(connection.execute("SELECT device, seq, at FROM entry"))
            return _Content(application_id, True, device[0] if device else None, entries)
    except sqlite3.Error as error:
        if not is_damage(error):
            raise
        return None


def _has_size_of_header(copy: Path) -> bool:
    """Return whether a file has as many pages as its header says. A write-ahead log of a later state may add pages
    that nothing in the file refers to, which SQLite does not call damage."""
    with copy.open("rb") as file:
        header = file.read(32)
    # 65,536 does not fit in its two bytes and is written as 1.
    stored_size = int.from_bytes(header[16:18], "big")
    page_size = 65_536 if stored_size == 1 else stored_size
    return copy.stat().st_size == page_size * int.from_bytes(header[28:32], "big")

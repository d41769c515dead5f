"""Copies of a collection, and the check whether a collection is intact."""

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from studyapp.atomic_file import replacement_path
from studyapp.core.study.journal import EntryKind
from studyapp.store.errors import BUSY, StoreBusy
from studyapp.store.integrity.damage import is_damage

_MAX_ERRORS = 20
_PAGES_PER_STEP = 4096
_BUSY_TIMEOUT_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class CollectionSummary:
    """What a collection holds. `entries` counts all journal entries, `reviews` only ratings."""

    entries: int
    reviews: int
    notes: int
    cards: int


def copy_database(connection: sqlite3.Connection, target: Path) -> None:
    """Write a consistent copy of an open collection, even while others write to it.

    Raises sqlite3.Error if the collection is damaged, and OSError if the copy can't be written.
    """
    try:
        with closing(sqlite3.connect(target)) as copy:
            connection.backup(copy, pages=_PAGES_PER_STEP, progress=_stop_waiting_after(target))
    except sqlite3.Error as error:
        if is_damage(error):
            raise
        raise OSError(f"can't write the backup {target}: {error}") from error


def find_damage(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Return what SQLite finds wrong with a collection; empty if it is intact.

    Raises sqlite3.Error if it can't be read for another reason than damage.
    """
    try:
        messages = [row[0] for row in connection.execute(f"PRAGMA integrity_check({_MAX_ERRORS})")]
    except sqlite3.Error as error:
        if not is_damage(error):
            raise
        return (str(error),)
    return () if messages == ["ok"] else tuple(messages)


def find_damage_in_copy(copy: Path) -> tuple[str, ...]:
    """Return what SQLite finds wrong with a file that nobody writes to; empty if it is intact.

    Raises OSError if it can't be read for another reason than damage.
    """
    try:
        with closing(_open_unchanging(copy)) as connection:
            return find_damage(connection)
    except sqlite3.Error as error:
        if not is_damage(error):
            raise OSError(f"can't read {copy}: {error}") from error
        return (str(error),)


def summarize(connection: sqlite3.Connection) -> CollectionSummary:
    """Return what an open collection holds."""
    return CollectionSummary(
        *(
            int(connection.execute(query, values).fetchone()[0])
            for query, values in (
                ("SELECT count(*) FROM entry", ()),
                ("SELECT count(*) FROM entry WHERE kind = ?", (int(EntryKind.REVIEW),)),
                ("SELECT count(*) FROM note WHERE present", ()),
                ("SELECT count(*) FROM card WHERE present", ()),
            )
        )
    )


def summarize_copy(copy: Path) -> CollectionSummary | None:
    """Return what a copy holds; None if it can't be read."""
    try:
        with closing(_open_unchanging(copy)) as connection:
            return summarize(connection)
    except sqlite3.DatabaseError:
        return None


def overwrite_database(source: Path, target: sqlite3.Connection) -> None:
    """Replace everything in an open collection by the content of a copy, in one transaction.

    Other connections to the collection see the new content afterwards. Raises sqlite3.Error, and
    StoreBusy if another program keeps writing.
    """
    with closing(_open_unchanging(source)) as connection:
        connection.backup(target, pages=_PAGES_PER_STEP, progress=_stop_waiting_after(source))


def back_up_before_migration(
    connection: sqlite3.Connection, collection: Path, folder: Path, version: int
) -> None:
    """Write an intact plain copy of a collection with schema `version` to a folder.

    Raises sqlite3.DatabaseError if the collection is damaged, and OSError if the copy can't be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with replacement_path(folder / f"{collection.stem}-schema{version}.db") as copy:
        copy_database(connection, copy)
        damage = find_damage_in_copy(copy)
        if damage:
            raise sqlite3.DatabaseError(damage[0])


def _stop_waiting_after(path: Path) -> Callable[[int, int, int], None]:
    """Return a callback for `backup` that raises StoreBusy once a lock was held for too long: SQLite would wait for
    it forever."""
    deadline = time.monotonic() + _BUSY_TIMEOUT_SECONDS

    def check(status: int, _remaining: int, _total: int) -> None:
        nonlocal deadline
        if status not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            deadline = time.monotonic() + _BUSY_TIMEOUT_SECONDS
        elif time.monotonic() > deadline:
            raise StoreBusy(BUSY, path)

    return check


def _open_unchanging(path: Path) -> sqlite3.Connection:
    """Open a file read-only without any file beside it."""
    name = quote(path.absolute().as_posix())
    # A drive needs a slash before it; a network folder begins with two, after an empty host name.
    return sqlite3.connect(
        f"file://{'' if name.startswith('/') else '/'}{name}?mode=ro&immutable=1", uri=True
    )

"""Reading an SQLite database from somebody else.

The schema of such a database is a program: views, triggers, generated columns and constraints can run forever or
fill the memory, and damaged pages can repeat the same data endlessly. Therefore the file is opened read-only, only
ordinary tables can be read, their pages are checked first, and the rows, bytes and processor time are limited.
"""

import re
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from studyapp.anki.reading.package_limits import (
    MAX_DEFAULT_LENGTH,
    MAX_VALUE_BYTES,
    MEGABYTE,
    SCHEMA_SECONDS,
    DatabaseLimits,
)
from studyapp.core.text.translatable import QT_TRANSLATE_NOOP
from studyapp.core.transfer.unreadable_file import UnreadableFileError

_HEADER = b"SQLite format 3\0"
_COLLECTION_TABLES = frozenset(
    ("col", "notes", "cards", "revlog", "notetypes", "fields", "templates", "decks", "deck_config", "config")
)
"""The tables of Anki that are read."""

_SETTINGS = (
    "PRAGMA trusted_schema = OFF",  # no functions with side effects in the schema
    "PRAGMA cell_size_check = ON",  # detect damaged pages early
    "PRAGMA query_only = ON",
    "PRAGMA mmap_size = 0",  # a file that shrinks meanwhile must not crash the process
    "PRAGMA ignore_check_constraints = ON",  # the check of the pages would compute them
)
_ENGINE_LIMITS = (
    (sqlite3.SQLITE_LIMIT_LENGTH, MAX_VALUE_BYTES),
    (sqlite3.SQLITE_LIMIT_SQL_LENGTH, MEGABYTE),
    (sqlite3.SQLITE_LIMIT_ATTACHED, 0),
    (sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 50),
    (sqlite3.SQLITE_LIMIT_VDBE_OP, 25_000),
)
_PRAGMAS_IN_USE = ("table_xinfo", "quick_check")
_FUNCTIONS_IN_USE = ("count",)
_OPERATIONS_BETWEEN_CHECKS = 1_000
"""Steps of SQLite's virtual machine. They take less than a millisecond, but loading a huge schema takes longer."""

_ROWS_BETWEEN_CHECKS = 1_000
_SIZED_TYPES = (str, bytes)
_VALUE_FINDING = re.compile(r"[\w-]+ value in |value of |CHECK constraint ")
"""Findings of the check about single values. The readers handle values of any type."""


class _Deadline:
    """A limit on this thread's processor time.

    The clock of processor time needs a system call, which can take longer than the work between two checks. So it is read
    only once as much time has passed in all, which is never less.
    """

    def __init__(self, seconds: float) -> None:
        self._thread_time = time.thread_time() + seconds
        self._time = time.perf_counter() + seconds

    def has_passed(self) -> bool:
        """Return whether the processor time is used up."""
        return time.perf_counter() > self._time and time.thread_time() > self._thread_time


class UntrustedDatabase:
    """An open database whose ordinary tables can be read, within `limits`.

    `check_cancelled` is called often, also while a statement runs, and may raise to stop reading.
    """

    def __init__(
        self, connection: sqlite3.Connection, limits: DatabaseLimits, check_cancelled: Callable[[], None]
    ) -> None:
        self._connection, self._check_cancelled = connection, check_cancelled
        self._rows_left, self._bytes_left = limits.rows, limits.value_bytes
        self._seconds = limits.seconds
        self._deadline = _Deadline(SCHEMA_SECONDS)
        self._ordinary_tables: set[str] = set()
        self.interruption: BaseException | None = None
        """What stopped a statement. SQLite itself only reports that it was interrupted."""
        connection.text_factory = lambda data: data.decode(errors="replace")
        connection.create_collation("unicase", _compare_casefolded)  # Anki's own collation
        for limit, value in _ENGINE_LIMITS:
            connection.setlimit(limit, value)
        connection.set_progress_handler(self._is_interrupted, _OPERATIONS_BETWEEN_CHECKS)
        for setting in _SETTINGS:
            connection.execute(setting)
        connection.set_authorizer(self._authorize)

    def rows(self, query: str) -> Iterator[tuple[Any, ...]]:
        """Run a query and yield its rows. Raises UnreadableFileError when a limit is reached."""
        for number, row in enumerate(self._connection.execute(query)):
            if number % _ROWS_BETWEEN_CHECKS == 0:
                self._check()
            self._rows_left -= 1
            for value in row:
                # Most values are integers, and this loop checks millions of them.
                if value.__class__ is not int and isinstance(value, _SIZED_TYPES):
                    self._bytes_left -= len(value)
            if self._rows_left < 0 or self._bytes_left < 0:
                raise UnreadableFileError(
                    QT_TRANSLATE_NOOP("Problem", "its collection holds far more data than its size allows")
                )
            yield row

    def first_row(self, query: str) -> tuple[Any, ...]:
        """Run a query and return its first row. Raises LookupError if there is none."""
        for row in self.rows(query):
            return row
        raise LookupError("a table is empty")

    def check_tables(self) -> None:
        """Allow reading the tables of Anki that are ordinary tables and whose pages are undamaged.

        Raises UnreadableFileError if pages are damaged.
        """
        tables = self._connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0"
        ).fetchall()
        self._deadline = _Deadline(self._seconds)
        for (name,) in tables:
            if name in _COLLECTION_TABLES and self._has_only_stored_columns(name):
                self._ordinary_tables.add(name)
                self._check_pages(name)

    def _has_only_stored_columns(self, table: str) -> bool:
        """Return whether no column is generated or takes a long value from its default."""
        columns = self._connection.execute(f"PRAGMA table_xinfo({table})").fetchall()
        return all(
            hidden == 0 and len(default or "") <= MAX_DEFAULT_LENGTH for *_, default, _, hidden in columns
        )

    def _check_pages(self, table: str) -> None:
        findings = [finding for (finding,) in self._connection.execute(f"PRAGMA quick_check({table})")]
        damage = [finding for finding in findings if finding != "ok" and not _VALUE_FINDING.match(finding)]
        if damage:
            raise _damaged_collection(damage[0].splitlines()[-1])

    def _authorize(
        self, action: int, first: str | None, second: str | None, _database: str | None, inner: str | None
    ) -> int:
        """Decide whether a statement may be run. `inner` is the view or trigger that contains the access."""
        if inner is not None:
            return self._refuse_table(inner)
        if action == sqlite3.SQLITE_SELECT:
            return sqlite3.SQLITE_OK
        if action == sqlite3.SQLITE_READ:
            if first in self._ordinary_tables or first in ("sqlite_master", "sqlite_schema"):
                return sqlite3.SQLITE_OK
            return self._refuse_table(f"{first}")
        is_allowed = (action == sqlite3.SQLITE_PRAGMA and first in _PRAGMAS_IN_USE) or (
            action == sqlite3.SQLITE_FUNCTION and second in _FUNCTIONS_IN_USE
        )
        return sqlite3.SQLITE_OK if is_allowed else sqlite3.SQLITE_DENY

    def _refuse_table(self, name: str) -> int:
        self.interruption = self.interruption or UnreadableFileError(
            QT_TRANSLATE_NOOP("Problem", "it is not an Anki collection: “{name}” is not an ordinary table"),
            name=name,
        )
        return sqlite3.SQLITE_DENY

    def _is_interrupted(self) -> bool:
        """Return whether the running statement must stop. SQLite calls this between its operations."""
        try:
            self._check()
        except BaseException as error:  # noqa: BLE001 - SQLite discards it; raised again by open_untrusted_database
            self.interruption = self.interruption or error
            return True
        return False

    def _check(self) -> None:
        self._check_cancelled()
        if self._deadline.has_passed():
            raise UnreadableFileError(QT_TRANSLATE_NOOP("Problem", "its collection takes too long to read"))


@contextmanager
def open_untrusted_database(
    path: Path, limits: DatabaseLimits, check_cancelled: Callable[[], None]
) -> Iterator[UntrustedDatabase]:
    """Open a database for reading. It must have no write-ahead log, which would be ignored.

    While the block reads it, `check_cancelled` is called and may raise. Raises UnreadableFileError, also in place of
    the errors of the block's own reading, if the file is not a database, is damaged or exceeds the limits.
    """
    with path.open("rb") as file:
        if file.read(len(_HEADER)) != _HEADER:
            raise UnreadableFileError(
                QT_TRANSLATE_NOOP("Problem", "its collection is not an SQLite database")
            )
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        database: UntrustedDatabase | None = None
        try:
            database = UntrustedDatabase(connection, limits, check_cancelled)
            database.check_tables()
            yield database
            if database.interruption is not None:  # the block replaced what it could not read
                raise database.interruption
        except (
            sqlite3.Error,
            ValueError,
            LookupError,
            TypeError,
            AttributeError,
            ArithmeticError,
            MemoryError,
            RecursionError,
        ) as error:
            if database is not None and database.interruption is not None:
                raise database.interruption from None
            if isinstance(error, sqlite3.DataError) and "too big" in str(error):
                raise UnreadableFileError(
                    QT_TRANSLATE_NOOP(
                        "Problem", "a note or another value in its collection is larger than {limit} MB"
                    ),
                    limit=MAX_VALUE_BYTES // MEGABYTE,
                ) from error
            raise _damaged_collection(error) from error


def _damaged_collection(reason: object) -> UnreadableFileError:
    return UnreadableFileError(
        QT_TRANSLATE_NOOP("Problem", "its collection is damaged: {error}"), error=reason
    )


def _compare_casefolded(left: str, right: str) -> int:
    left, right = left.casefold(), right.casefold()
    return (left > right) - (left < right)

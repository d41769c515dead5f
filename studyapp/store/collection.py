"""One learner's collection: the SQLite file, how it is opened, and the one gate for every write."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from studyapp.store import errors
from studyapp.store.backup import copy_before_migration, newest_backup
from studyapp.store.migrations import STEPS, VERSION, Step

APPLICATION_ID = 0x53744170
"""`StAp`, in the file's header: tells a StudyApp file from any other SQLite file, and from an emptied one."""

_PATIENCE = 5.0
"""Seconds to wait for another process's write."""


class Collection:
    """An open collection. One thread, one `Collection`; several may be open on a file at once."""

    def __init__(self, path: Path, device_id: Callable[[], str]) -> None:
        """Open the file, made or brought to the newest schema where needed. `device_id` names a new device.

        Raises StoreError (or a kind of it) when the file can't be used; then it was not changed.
        """
        self.path = path
        _refuse_if_gone(path)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self.connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
        except OSError as error:
            raise errors.StoreError(errors.READ_ONLY, path, str(error)) from error
        except sqlite3.Error as error:
            raise self._explained(error) from error
        try:
            self._prepare()
            self.device = self._device(device_id)
        except sqlite3.Error as error:
            self.connection.close()
            raise self._explained(error) from error
        except BaseException:
            self.connection.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All writes inside become durable together at its end, or none when anything fails. StoreError when
        the disk, a permission or another program is in the way."""
        try:
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise
        except sqlite3.Error as error:
            raise self._explained(error) from error

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """One unchanging view for several reads; StoreError as in `transaction`."""
        try:
            if self.connection.in_transaction:
                yield self.connection
                return
            self.connection.execute("BEGIN")
            try:
                yield self.connection
            finally:
                self.connection.execute("COMMIT")
        except sqlite3.Error as error:
            raise self._explained(error) from error

    def writes_elsewhere(self) -> int:
        """A number that changes whenever another connection has committed to the file, and only then."""
        with self.reading() as connection:
            return int(connection.execute("PRAGMA data_version").fetchone()[0])

    def check(self) -> list[str]:
        """What SQLite finds wrong inside the file; empty when it is sound."""
        with self.reading() as connection:
            findings = [row[0] for row in connection.execute("PRAGMA integrity_check(20)")]
        return [] if findings == ["ok"] else findings

    def _prepare(self) -> None:
        connection = self.connection
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if tables and application != APPLICATION_ID:
            raise errors.StoreError(errors.FOREIGN, self.path)
        if version > VERSION:
            raise errors.StoreNewer(errors.NEWER, self.path, f"{version} > {VERSION}")
        if version and not tables:
            backup = newest_backup(self.path) or ""
            raise errors.StoreDamaged(errors.DAMAGED, self.path, "it was emptied", backup)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        # Else INSERT OR REPLACE would take a row out of the journal past the trigger that forbids it.
        connection.execute("PRAGMA recursive_triggers = ON")
        if version < VERSION:
            self._migrate(version)

    def _migrate(self, version: int) -> None:
        if version:
            try:
                copy_before_migration(self.connection, self.path, version)
            except OSError as error:
                raise errors.StoreError(errors.READ_ONLY, self.path, str(error)) from error
        for number in range(version, VERSION):
            with self.transaction() as connection:
                if connection.execute("PRAGMA user_version").fetchone()[0] > number:
                    continue  # another process was faster
                _take(STEPS[number], connection)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {number + 1}")

    def _device(self, device_id: Callable[[], str]) -> str:
        row = self.connection.execute("SELECT id FROM device").fetchone()
        if row is not None:
            return str(row[0])
        with self.transaction() as connection:
            connection.execute(
                "INSERT INTO device (id) SELECT ? WHERE NOT EXISTS (SELECT 1 FROM device)", (device_id(),)
            )
            return str(connection.execute("SELECT id FROM device").fetchone()[0])

    def _explained(self, error: sqlite3.Error) -> errors.StoreError:
        return errors.explained(error, self.path, newest_backup(self.path) or "")


def _refuse_if_gone(path: Path) -> None:
    """An empty or missing file beside backups is a loss, not a first start."""
    backup = newest_backup(path)
    try:
        there = path.stat().st_size > 0
    except OSError:
        there = False
    if backup is not None and not there:
        raise errors.StoreDamaged(errors.GONE, path, backup=backup)


def _take(step: Step, connection: sqlite3.Connection) -> None:
    if callable(step):
        step(connection)
        return
    for statement in _statements(step):
        connection.execute(statement)


def _statements(sql: str) -> Iterator[str]:
    statement = ""
    for line in sql.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""

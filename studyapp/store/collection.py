"""The collection: the SQLite file, its opening and migration, and transactions."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from studyapp.store import errors
from studyapp.store.backup import backup_before_migration, newest_backup
from studyapp.store.migrations import MIGRATIONS, SCHEMA_VERSION, Migration

APPLICATION_ID = 0x53744170
"""`StAp` in the file header. It distinguishes a StudyApp file from other SQLite files and from an emptied one."""

_BUSY_TIMEOUT_SECONDS = 5.0
"""How long to wait for another process's write."""


class Collection:
    """An open collection. Use each `Collection` in one thread only. Several may be open on the same file."""

    def __init__(self, path: Path, new_device_id: Callable[[], str]) -> None:
        """Open the file. Create it or migrate it to the newest schema if necessary.

        `new_device_id` returns an id for a new device. Raises StoreError or a subclass if the file can't be used; it
        is then unchanged.
        """
        self.path = path
        _raise_if_lost(path)
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.connection = sqlite3.connect(path, timeout=_BUSY_TIMEOUT_SECONDS, isolation_level=None)
        except OSError as error:
            raise errors.StoreError(errors.NOT_WRITABLE, path, str(error)) from error
        except sqlite3.Error as error:
            raise self._to_store_error(error) from error
        try:
            self._prepare()
            self.device_id = self._load_device_id(new_device_id)
        except sqlite3.Error as error:
            self.connection.close()
            raise self._to_store_error(error) from error
        except BaseException:
            self.connection.close()
            raise

    def close(self) -> None:
        """Close the file."""
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Commit all writes of the block together, or none of them if an exception is raised. Raises StoreError if
        the disk, permissions or another program prevent the write."""
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
            raise self._to_store_error(error) from error

    @contextmanager
    def read_transaction(self) -> Iterator[sqlite3.Connection]:
        """Give several reads the same snapshot. Raises StoreError as `transaction` does."""
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
            raise self._to_store_error(error) from error

    def external_write_version(self) -> int:
        """Return a number that changes whenever another connection commits to the file, and only then."""
        with self.read_transaction() as connection:
            return int(connection.execute("PRAGMA data_version").fetchone()[0])

    def integrity_problems(self) -> list[str]:
        """Return the problems that SQLite finds in the file; empty if there are none."""
        with self.read_transaction() as connection:
            results = [row[0] for row in connection.execute("PRAGMA integrity_check(20)")]
        return [] if results == ["ok"] else results

    def _prepare(self) -> None:
        connection = self.connection
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if tables and application != APPLICATION_ID:
            raise errors.StoreError(errors.NOT_A_COLLECTION, self.path)
        if version > SCHEMA_VERSION:
            raise errors.StoreTooNew(errors.TOO_NEW, self.path, f"schema {version} > {SCHEMA_VERSION}")
        if version and not tables:
            backup = newest_backup(self.path) or ""
            raise errors.StoreDamaged(errors.DAMAGED, self.path, "it was emptied", backup)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        # Otherwise INSERT OR REPLACE would bypass the trigger that forbids deleting journal entries.
        connection.execute("PRAGMA recursive_triggers = ON")
        if version < SCHEMA_VERSION:
            self._migrate(version)

    def _migrate(self, version: int) -> None:
        if version:
            try:
                backup_before_migration(self.connection, self.path, version)
            except OSError as error:
                raise errors.StoreError(errors.NOT_WRITABLE, self.path, str(error)) from error
        for number in range(version, SCHEMA_VERSION):
            with self.transaction() as connection:
                if connection.execute("PRAGMA user_version").fetchone()[0] > number:
                    continue  # another process has already migrated it
                _apply_migration(MIGRATIONS[number], connection)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {number + 1}")

    def _load_device_id(self, new_device_id: Callable[[], str]) -> str:
        row = self.connection.execute("SELECT id FROM device").fetchone()
        if row is not None:
            return str(row[0])
        with self.transaction() as connection:
            connection.execute(
                "INSERT INTO device (id) SELECT ? WHERE NOT EXISTS (SELECT 1 FROM device)", (new_device_id(),)
            )
            return str(connection.execute("SELECT id FROM device").fetchone()[0])

    def _to_store_error(self, error: sqlite3.Error) -> errors.StoreError:
        return errors.to_store_error(error, self.path, newest_backup(self.path) or "")


def _raise_if_lost(path: Path) -> None:
    """Raise StoreDamaged if the file is missing or empty although backups exist: it was lost, and this is not a first
    start."""
    backup = newest_backup(path)
    try:
        has_content = path.stat().st_size > 0
    except OSError:
        has_content = False
    if backup is not None and not has_content:
        raise errors.StoreDamaged(errors.MISSING, path, backup=backup)


def _apply_migration(migration: Migration, connection: sqlite3.Connection) -> None:
    if callable(migration):
        migration(connection)
        return
    for statement in _split_statements(migration):
        connection.execute(statement)


def _split_statements(sql: str) -> Iterator[str]:
    statement = ""
    for line in sql.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""

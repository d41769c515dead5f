"""The collection: the SQLite file, its opening and migration, and transactions."""

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from studyapp.store import errors
from studyapp.store.integrity.collection_info import (
    CollectionInfo,
    current_backup_folder,
    default_backup_folder,
    has_existed,
    load_info,
    save_info,
)
from studyapp.store.integrity.collection_lock import CollectionLock, is_open_in_sqlite
from studyapp.store.integrity.file_identity import OpenFiles, has_replayed_files
from studyapp.store.migrations import MIGRATIONS, SCHEMA_VERSION, Migration

APPLICATION_ID = 0x53744170
"""`StAp` in the file header. It distinguishes a StudyApp file from other SQLite files and from an emptied one."""

_BUSY_TIMEOUT_SECONDS = 5.0
"""How long to wait for another process's write."""

_STEPS_BETWEEN_CALLS = 20_000
"""Instructions of SQLite's virtual machine, which take about a millisecond."""


class Collection:
    """An open collection. Use each `Collection` in one thread only, unless it `changes_threads`. Several may be open on the same file."""

    def __init__(
        self,
        path: Path,
        new_device_id: Callable[[], str],
        *,
        must_exist: bool = False,
        changes_threads: bool = False,
    ) -> None:
        """Open the file. Create it, unless it `must_exist`, or migrate it to the newest schema if necessary.

        With `changes_threads`, several threads may use the collection, but only one at a time.

        `new_device_id` returns an id for a new device. Raises StoreError or a subclass if the file can't be used; it
        is then unchanged.
        """
        self.path = path
        self._open_files: OpenFiles | None = None
        _raise_if_lost(path, must_exist=must_exist)
        with contextlib.ExitStack() as opened:
            try:
                path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                self._lock = opened.enter_context(contextlib.closing(CollectionLock(path)))
                self.set_aside_folder = self._set_aside_foreign_files()
                if not self._lock.share(_BUSY_TIMEOUT_SECONDS):
                    raise errors.StoreBusy(errors.BUSY, path)
                self.connection = opened.enter_context(
                    contextlib.closing(_connect(path, changes_threads=changes_threads))
                )
                self._prepare()
                self.device_id = self._load_device_id(new_device_id)
            except OSError as error:
                raise errors.StoreError(errors.NOT_WRITABLE, path, str(error)) from error
            except sqlite3.Error as error:
                raise self._to_store_error(error) from error
            opened.pop_all()
        info = load_info(path)
        with contextlib.suppress(OSError):  # the next start tries again
            if info is None:
                save_info(path, CollectionInfo())
            elif info.is_being_restored:
                self._finish_overwrite(info)

    def close(self) -> None:
        """Close the file."""
        self.connection.close()
        self._lock.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Commit all writes of the block together, or none of them if an exception is raised. Raises StoreError if
        the disk, permissions or another program prevent the write, and StoreMoved if the file is no longer there."""
        try:
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self._raise_if_moved()
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

    def overwrite(self, source: Path) -> None:
        """Replace everything by the content of another collection file, which nobody else uses.

        Other connections to this collection see the new content. Raises StoreError, and OSError if it can't be noted
        beside the collection that it is being restored.
        """
        from studyapp.store.database_copy import overwrite_database

        info = (load_info(self.path) or CollectionInfo())._replace(is_being_restored=True)
        save_info(self.path, info)
        try:
            self._raise_if_moved()
            overwrite_database(source, self.connection)
            self._finish_overwrite(info)
        except sqlite3.Error as error:
            raise self._to_store_error(error) from error

    def _finish_overwrite(self, info: CollectionInfo) -> None:
        """Move the restored collection from the write-ahead log to the file. While others read, a later start does."""
        is_busy, _, _ = self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if not is_busy:
            save_info(self.path, info._replace(is_being_restored=False))

    def external_write_version(self) -> int:
        """Return a number that changes whenever another connection commits to the file, and only then."""
        with self.read_transaction() as connection:
            return int(connection.execute("PRAGMA data_version").fetchone()[0])

    def own_write_count(self) -> int:
        """Return a number that grows whenever this connection changes rows."""
        return self.connection.total_changes

    def keep_temporary_tables_in_memory(self) -> None:
        """Store no temporary table of this connection in a file."""
        self.connection.execute("PRAGMA temp_store = MEMORY")

    def set_busy_timeout(self, seconds: float) -> None:
        """Set how long to wait for another connection's write before StoreBusy is raised. The default is 5 seconds."""
        self.connection.execute(f"PRAGMA busy_timeout = {round(seconds * 1000)}")

    def call_during_queries(self, callback: Callable[[], None]) -> None:
        """Call this regularly while a query runs. If it raises an exception, the query fails with StoreInterrupted."""

        def keeps_going() -> int:
            callback()
            return 0

        self.connection.set_progress_handler(keeps_going, _STEPS_BETWEEN_CALLS)

    def integrity_problems(self) -> list[str]:
        """Return the problems that SQLite finds in the file; empty if there are none."""
        with self.read_transaction() as connection:
            results = [row[0] for row in connection.execute("PRAGMA integrity_check(20)")]
        return [] if results == ["ok"] else results

    def _set_aside_foreign_files(self) -> Path | None:
        """Move files that SQLite would replay, but that do not belong to the collection, to a folder.

        Return the folder, or None if there are no such files. The check is skipped while another connection, which
        made it, has the collection open. Raises StoreDamaged if the collection is damaged.
        """
        if (
            not has_replayed_files(self.path)
            or not self._lock.try_exclusive()
            or is_open_in_sqlite(self.path)
        ):
            return None
        from studyapp.store.integrity import sidecar_check

        info = load_info(self.path) or CollectionInfo()
        match sidecar_check.check_replay(self.path, APPLICATION_ID, is_being_restored=info.is_being_restored):
            case sidecar_check.ReplayCheck.SAFE:
                return None
            case sidecar_check.ReplayCheck.DAMAGED:
                raise errors.StoreDamaged(errors.DAMAGED, self.path, "found before it was opened")
            case sidecar_check.ReplayCheck.FOREIGN:
                return sidecar_check.move_aside(self.path)

    def _raise_if_moved(self) -> None:
        missing = self._open_files.find_missing() if self._open_files else None
        if missing is not None:
            raise errors.StoreMoved(errors.MOVED, missing)

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
            raise errors.StoreDamaged(errors.DAMAGED, self.path, "it was emptied")
        connection.execute("PRAGMA journal_mode = WAL")
        self._open_files = OpenFiles(self.path)  # from here on, the write-ahead log is open as well
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        # Otherwise INSERT OR REPLACE would bypass the trigger that forbids deleting journal entries.
        connection.execute("PRAGMA recursive_triggers = ON")
        if version < SCHEMA_VERSION:
            self._migrate(version)

    def _migrate(self, version: int) -> None:
        if version:
            self._back_up_before_migration(version)
        for number in range(version, SCHEMA_VERSION):
            with self.transaction() as connection:
                if connection.execute("PRAGMA user_version").fetchone()[0] > number:
                    continue  # another process has already migrated it
                _apply_migration(MIGRATIONS[number], connection)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {number + 1}")

    def _back_up_before_migration(self, version: int) -> None:
        from studyapp.store.database_copy import back_up_before_migration

        try:
            folder = current_backup_folder(self.path)
            if not folder.is_dir():  # it may be on a disk that is not connected
                folder = default_backup_folder(self.path)
            back_up_before_migration(self.connection, self.path, folder, version)
        except OSError as error:
            raise errors.StoreError(errors.NOT_WRITABLE, self.path, str(error)) from error
        except sqlite3.DatabaseError as error:
            raise errors.StoreDamaged(errors.DAMAGED, self.path, str(error)) from error

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
        return errors.to_store_error(error, self.path)


def _connect(path: Path, *, changes_threads: bool) -> sqlite3.Connection:
    return sqlite3.connect(
        path,
        timeout=_BUSY_TIMEOUT_SECONDS,
        isolation_level=None,
        check_same_thread=not changes_threads,
    )


def _raise_if_lost(path: Path, *, must_exist: bool) -> None:
    """Raise StoreDamaged if the file of an existing collection is missing or empty."""
    try:
        if path.stat().st_size > 0:
            return
    except OSError:
        pass
    if must_exist or has_existed(path) or has_replayed_files(path):
        raise errors.StoreDamaged(errors.MISSING, path)


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

import os
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from studyapp.core.cards.card_id import CardId
from studyapp.store import backup, journal_entries
from studyapp.store.collection import Collection
from tests.store.samples import append_entries, open_collection, review_entry
from tests.timeouts import TIMEOUT_SECONDS

CARD = CardId("deck", "a", 1)


def test_backup_includes_data_still_in_the_wal(collection: Collection, path: Path) -> None:
    for seq in range(1, 30):
        append_entries(collection, review_entry(seq, CARD))
    made = backup.create_daily_backup(collection.connection, path, "2023-02-17")
    assert made is not None
    with closing(sqlite3.connect(made)) as copy:
        assert journal_entries.count(copy) == 29
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_one_backup_per_day_and_ten_are_kept(collection: Collection, path: Path) -> None:
    assert backup.create_daily_backup(collection.connection, path, "2023-01-01") is not None
    assert backup.create_daily_backup(collection.connection, path, "2023-01-01") is None
    for day in range(2, 15):
        backup.create_daily_backup(collection.connection, path, f"2023-01-{day:02}")
    kept = sorted(copy.name for copy in backup.backups_folder(path).iterdir())
    assert kept == [f"collection-2023-01-{day:02}.db" for day in range(5, 15)]


def test_daily_backups_do_not_evict_migration_backup(collection: Collection, path: Path) -> None:
    kept = backup.backup_before_migration(collection.connection, path, 1)
    for day in range(1, 15):
        backup.create_daily_backup(collection.connection, path, f"2023-01-{day:02}")
    assert kept.exists()


def test_newest_backup_is_the_last_one_made(collection: Collection, path: Path) -> None:
    assert backup.newest_backup(path) is None
    old = backup.create_daily_backup(collection.connection, path, "2023-01-02")
    new = backup.create_daily_backup(collection.connection, path, "2023-01-01")
    assert old is not None and new is not None
    os.utime(old, (1, 1))
    assert backup.newest_backup(path) == str(new)


def test_backup_during_concurrent_writes_is_consistent(path: Path) -> None:
    started, stop = threading.Event(), threading.Event()

    def write() -> None:
        with open_collection(path) as collection:
            seq = 0
            while not stop.is_set():
                seq += 1
                # Two entries per transaction: an inconsistent backup would hold an odd number.
                append_entries(collection, review_entry(2 * seq, CARD), review_entry(2 * seq + 1, CARD))
                started.set()

    with open_collection(path) as collection:
        writer = threading.Thread(target=write)
        writer.start()
        try:
            assert started.wait(TIMEOUT_SECONDS)
            for day in range(10, 20):
                made = backup.create_daily_backup(collection.connection, path, f"2023-01-{day}")
                assert made is not None
                with open_collection(made) as copy, copy.read_transaction() as connection:
                    found = journal_entries.count(connection)
                    assert found >= 2 and found % 2 == 0
                    assert copy.integrity_problems() == []
        finally:
            stop.set()
            writer.join()


def test_failed_backup_leaves_no_file(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with pytest.raises(OSError, match="disk full"):
        backup.backup_before_migration(_FailingConnection(), path, 1)  # type: ignore[arg-type]
    assert list(backup.backups_folder(path).iterdir()) == []


class _FailingConnection:
    """A connection whose backup fails partway."""

    def backup(self, target: sqlite3.Connection) -> None:
        target.execute("CREATE TABLE half (a)")
        raise sqlite3.OperationalError("disk full")

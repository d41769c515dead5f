import os
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from studyapp.core.cards.card_id import CardId
from studyapp.store import backup, journal_entries
from studyapp.store.collection import Collection
from tests.store.samples import add, opened, review
from tests.timeouts import TIMEOUT_SECONDS

CARD = CardId("deck", "a", 1)


def test_a_copy_holds_what_only_the_log_holds_yet(collection: Collection, path: Path) -> None:
    for seq in range(1, 30):
        add(collection, review(seq, CARD))
    made = backup.create_daily_backup(collection.connection, path, "2023-02-17")
    assert made is not None
    with closing(sqlite3.connect(made)) as copy:
        assert journal_entries.count(copy) == 29
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_day_has_one_copy_and_ten_days_are_kept(collection: Collection, path: Path) -> None:
    assert backup.create_daily_backup(collection.connection, path, "2023-01-01") is not None
    assert backup.create_daily_backup(collection.connection, path, "2023-01-01") is None
    for day in range(2, 15):
        backup.create_daily_backup(collection.connection, path, f"2023-01-{day:02}")
    kept = sorted(copy.name for copy in backup.backups_folder(path).iterdir())
    assert kept == [f"collection-2023-01-{day:02}.db" for day in range(5, 15)]


def test_daily_copies_never_push_out_the_copy_before_a_migration(collection: Collection, path: Path) -> None:
    kept = backup.backup_before_migration(collection.connection, path, 1)
    for day in range(1, 15):
        backup.create_daily_backup(collection.connection, path, f"2023-01-{day:02}")
    assert kept.exists()


def test_the_newest_copy_is_the_one_made_last(collection: Collection, path: Path) -> None:
    assert backup.newest_backup(path) is None
    old = backup.create_daily_backup(collection.connection, path, "2023-01-02")
    new = backup.create_daily_backup(collection.connection, path, "2023-01-01")
    assert old is not None and new is not None
    os.utime(old, (1, 1))
    assert backup.newest_backup(path) == str(new)


def test_a_copy_made_while_another_thread_writes_is_whole(path: Path) -> None:
    started, enough = threading.Event(), threading.Event()

    def write() -> None:
        with opened(path) as collection:
            seq = 0
            while not enough.is_set():
                seq += 1
                # Two entries a transaction: a torn copy would hold an odd number.
                add(collection, review(2 * seq, CARD), review(2 * seq + 1, CARD))
                started.set()

    with opened(path) as collection:
        writer = threading.Thread(target=write)
        writer.start()
        try:
            assert started.wait(TIMEOUT_SECONDS)
            for day in range(10, 20):
                made = backup.create_daily_backup(collection.connection, path, f"2023-01-{day}")
                assert made is not None
                with opened(made) as copy, copy.read_transaction() as connection:
                    found = journal_entries.count(connection)
                    assert found >= 2 and found % 2 == 0
                    assert copy.integrity_problems() == []
        finally:
            enough.set()
            writer.join()


def test_a_copy_that_fails_leaves_nothing_behind(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with pytest.raises(OSError, match="disk full"):
        backup.backup_before_migration(_Broken(), path, 1)  # type: ignore[arg-type]
    assert list(backup.backups_folder(path).iterdir()) == []


class _Broken:
    """A connection whose file can't be copied to the end."""

    def backup(self, target: sqlite3.Connection) -> None:
        target.execute("CREATE TABLE half (a)")
        raise sqlite3.OperationalError("disk full")

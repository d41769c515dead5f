"""Restores that are interrupted, fail, or run while reviews are recorded."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from studyapp.services.backups import restoring
from studyapp.services.backups.backing_up import back_up
from studyapp.services.library import deck_folders
from studyapp.services.options.clock import Clock
from studyapp.store.backups.backup_folder import list_backups
from studyapp.store.backups.creation import BackupResult
from studyapp.store.backups.manifest import BackupReason
from studyapp.store.collection import Collection
from studyapp.store.errors import DISK_FULL, StoreError
from studyapp.store.integrity.collection_info import backup_folders
from tests.services.backups.restore_runs import (
    CLOCK,
    count_entries,
    create_backed_up_collection,
    newest_backup,
    overwrite_page,
    rate,
    run_restore,
)
from tests.store.samples import open_collection
from tests.timeouts import TIMEOUT_SECONDS

ROOT = Path(__file__).parents[3]


def test_backup_is_not_deleted_by_its_own_restore(path: Path) -> None:
    with open_collection(path) as collection:
        for seq in range(1, 14):
            rate(collection, range(seq, seq + 1))
            back_up(collection, CLOCK, BackupReason.AUTOMATIC)
        rate(collection, range(20, 21))
    oldest = list_backups(backup_folders(path))[-1]
    run_restore(path, oldest)
    assert count_entries(path) == oldest.summary.entries


def test_state_before_a_restore_is_kept_even_if_it_was_backed_up_already(path: Path) -> None:
    backup = create_backed_up_collection(path)
    with open_collection(path) as collection:
        back_up(collection, CLOCK, BackupReason.AUTOMATIC)
    run_restore(path, backup)
    manifest = newest_backup(path).manifest
    assert manifest is not None and manifest.reason is BackupReason.BEFORE_RESTORE


def test_reviews_made_while_the_backup_is_written_are_in_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = create_backed_up_collection(path)
    pending = [range(400, 403)]

    def back_up_during_a_review(collection: Collection, clock: Clock, reason: BackupReason) -> BackupResult:
        result = back_up(collection, clock, reason)
        while pending:
            with open_collection(path) as other:
                rate(other, pending.pop())
        return result

    monkeypatch.setattr(restoring, "back_up", back_up_during_a_review)
    run_restore(path, backup)
    assert newest_backup(path).summary.entries == 308


PROGRAM = """
import os, sys
from pathlib import Path
from studyapp.store import collection as module
from tests.services.backups.restore_runs import list_backups, run_restore
from studyapp.store.integrity.collection_info import backup_folders
path = Path(sys.argv[1])
module.Collection._finish_overwrite = lambda *_: os._exit(9)
run_restore(path, list_backups(backup_folders(path))[-1])
"""


def test_restore_survives_a_kill_before_it_reaches_the_file(path: Path) -> None:
    create_backed_up_collection(path)
    process = subprocess.run([sys.executable, "-c", PROGRAM, str(path)], cwd=ROOT, timeout=TIMEOUT_SECONDS)
    assert process.returncode == 9
    with open_collection(path) as collection:
        assert collection.set_aside_folder is None
        rate(collection, range(500, 502))
    assert count_entries(path) == 302


def test_reviews_after_a_restore_survive_although_a_reader_delayed_it(path: Path) -> None:
    backup = create_backed_up_collection(path)
    with open_collection(path) as window, closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM entry").fetchone()
        run_restore(path, backup)
        rate(window, range(500, 502))
        killed = path.with_name("killed.db")
        for suffix in ("", "-wal"):
            shutil.copy(f"{path}{suffix}", f"{killed}{suffix}")
        shutil.copy(path.with_name("collection.json"), path.with_name("killed.json"))
    assert count_entries(killed) == 302


def test_full_disk_is_not_taken_for_damage(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backup = create_backed_up_collection(path)

    def fail(_: Collection) -> None:
        raise StoreError(DISK_FULL, path)

    monkeypatch.setattr(Collection, "_prepare", fail)
    with pytest.raises(StoreError, match="disk is full"):
        run_restore(path, backup)
    monkeypatch.undo()
    assert count_entries(path) == 305 and not list(path.parent.glob("replaced-*"))


def test_failed_copy_leaves_the_damaged_collection_for_another_try(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = create_backed_up_collection(path)
    overwrite_page(path)

    def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("studyapp.store.backups.restoring.shutil.copyfile", fail)
    with pytest.raises(OSError, match="disk full"):
        run_restore(path, backup)
    monkeypatch.undo()
    run_restore(path, backup)
    assert count_entries(path) == 305


def test_reviews_in_a_wal_without_its_collection_are_recovered(path: Path) -> None:
    backup = create_backed_up_collection(path, rated_later=0)
    with open_collection(path) as collection:
        rate(collection, range(301, 305))
        wal = path.with_name("collection.db-wal").read_bytes()
    path.unlink()
    path.with_name("collection.db-wal").write_bytes(wal)
    run_restore(path, backup)
    assert count_entries(path) == 304


def test_collection_behind_a_symbolic_link_stays_there(path: Path, tmp_path: Path) -> None:
    backup = create_backed_up_collection(path)
    target = tmp_path / "elsewhere.db"
    path.rename(target)
    path.symlink_to(target)
    overwrite_page(target)
    run_restore(path, backup)
    assert path.is_symlink() and count_entries(path) == 305


def test_unreadable_deck_folder_does_not_prevent_a_backup(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.write_text("not a folder")
    with open_collection(path) as collection:
        deck_folders.add_folder(collection, folder)
        assert len(back_up(collection, CLOCK, BackupReason.AUTOMATIC).unreadable_files) == 1

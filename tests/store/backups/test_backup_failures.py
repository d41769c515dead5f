"""Backups of what can't be read, to folders that can't be written, and of damaged contents."""

import errno
import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from studyapp.store import database_copy
from studyapp.store.backups import backup_folder
from studyapp.store.backups.backup_folder import list_backups
from studyapp.store.backups.content_store import ContentStore
from studyapp.store.backups.restoring import extract_collection
from studyapp.store.collection import Collection
from studyapp.store.database_copy import find_damage_in_copy
from studyapp.store.errors import StoreBusy
from studyapp.store.integrity.collection_info import (
    CollectionInfo,
    backup_folders,
    default_backup_folder,
    save_info,
)
from tests.store.backups.backup_runs import CARD, back_up, stored_contents
from tests.store.samples import append_entries, review_entry


def test_unreadable_file_is_kept_as_it_was_at_the_previous_backup(collection: Collection, path: Path) -> None:
    deck = path.parent / "deck.yaml"
    deck.write_text("one")
    back_up(collection, deck)
    deck.unlink()
    append_entries(collection, review_entry(1, CARD))
    assert len(back_up(collection, deck).unreadable_files) == 1
    manifest = list_backups(backup_folders(path))[0].manifest
    assert manifest is not None and [file.path for file in manifest.files] == ["deck.yaml"]


def test_content_that_can_not_be_written_fails_the_backup(
    collection: Collection, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(collection)
    deck = path.parent / "deck.yaml"
    deck.write_text("one")

    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "disk full")

    append_entries(collection, review_entry(1, CARD))
    monkeypatch.setattr(ContentStore, "_compress", fail)
    with pytest.raises(OSError, match="disk full"):
        back_up(collection, deck)
    assert len(list_backups(backup_folders(path))) == 1


def test_shared_media_beyond_the_budget_delete_no_backup(collection: Collection, path: Path) -> None:
    media = path.parent / "a.png"
    media.write_bytes(random.Random(1).randbytes(300_000))
    for seq in range(1, 9):
        append_entries(collection, review_entry(seq, CARD))
        back_up(collection, media)
    backup_folder.delete_outdated(default_backup_folder(path), "here", size_budget=200_000)
    assert len(list_backups(backup_folders(path))) == 8


def test_damaged_content_is_stored_again(collection: Collection, path: Path, tmp_path: Path) -> None:
    back_up(collection)
    (stored,) = stored_contents(path)
    stored.write_bytes(stored.read_bytes()[:-20])
    assert not back_up(collection).is_new
    extract_collection(list_backups(backup_folders(path))[0], tmp_path / "copy.db")
    assert find_damage_in_copy(tmp_path / "copy.db") == ()


def test_backups_of_another_collection_in_the_folder_are_not_deleted(
    collection: Collection, path: Path
) -> None:
    back_up(collection, device="there")
    for seq in range(1, 20):
        append_entries(collection, review_entry(seq, CARD))
        back_up(collection)
    kept = [backup.manifest.device for backup in list_backups(backup_folders(path)) if backup.manifest]
    assert kept.count("there") == 1 and kept.count("here") < 19


def test_chosen_folder_that_is_missing_is_not_created(
    collection: Collection, path: Path, tmp_path: Path
) -> None:
    save_info(path, CollectionInfo(tmp_path / "not mounted"))
    with pytest.raises(FileNotFoundError, match="not mounted"):
        back_up(collection)
    assert not (tmp_path / "not mounted").exists()


def test_backup_gives_up_while_another_program_blocks_the_copy(
    collection: Collection, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_copy, "_BUSY_TIMEOUT_SECONDS", 0.1)
    target = tmp_path / "copy.db"
    with closing(sqlite3.connect(target, isolation_level=None)) as other:
        other.execute("CREATE TABLE t (a)")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreBusy):
            database_copy.copy_database(collection.connection, target)

"""A collection is backed up before it is migrated, and a damaged one is not migrated."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from studyapp.store.backups.backup_folder import list_backups
from studyapp.store.database_copy import find_damage_in_copy
from studyapp.store.errors import StoreDamaged
from studyapp.store.integrity.collection_info import (
    CollectionInfo,
    backup_folders,
    default_backup_folder,
    save_info,
)
from tests.store.samples import open_collection

SAVED = Path(__file__).parent / "saved" / "schema1.db"


@pytest.fixture
def old_collection(path: Path) -> Path:
    """A collection with the first schema."""
    path.parent.mkdir()
    shutil.copy(SAVED, path)
    return path


def schema_version(file: Path) -> int:
    with closing(sqlite3.connect(file)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def test_backup_has_the_old_schema_and_is_listed(old_collection: Path) -> None:
    with open_collection(old_collection):
        pass
    (backup,) = list_backups(backup_folders(old_collection))
    assert backup.path == default_backup_folder(old_collection) / "collection-schema1.db"
    assert find_damage_in_copy(backup.path) == () and schema_version(backup.path) == 1


def test_missing_chosen_folder_does_not_prevent_the_migration(old_collection: Path, tmp_path: Path) -> None:
    save_info(old_collection, CollectionInfo(tmp_path / "not connected"))
    with open_collection(old_collection):
        pass
    assert (default_backup_folder(old_collection) / "collection-schema1.db").exists()
    assert not (tmp_path / "not connected").exists()


def test_damaged_collection_is_not_migrated(old_collection: Path) -> None:
    content = bytearray(old_collection.read_bytes())
    with closing(sqlite3.connect(SAVED)) as connection:
        root = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'entry_of_day'"
        ).fetchone()[0]
        size = connection.execute("PRAGMA page_size").fetchone()[0]
    content[(root - 1) * size : root * size] = b"\xff" * size
    old_collection.write_bytes(content)
    with pytest.raises(StoreDamaged):
        open_collection(old_collection)
    assert schema_version(old_collection) == 1
    assert not list(default_backup_folder(old_collection).iterdir())

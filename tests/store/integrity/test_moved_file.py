"""A change is not reported as saved if the file is no longer at its path."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from studyapp.core.cards.card_id import CardId
from studyapp.store import journal_entries
from studyapp.store.errors import StoreDamaged, StoreMoved
from studyapp.store.integrity.file_identity import sidecar_path
from tests.store.samples import append_entries, open_collection, review_entry

CARD = CardId("deck", "a", 1)


def delete(path: Path) -> None:
    path.unlink()


def delete_folder(path: Path) -> None:
    shutil.rmtree(path.parent)


def replace(path: Path) -> None:
    copy = path.with_name("copy")
    shutil.copy(path, copy)
    copy.replace(path)


def delete_wal(path: Path) -> None:
    sidecar_path(path, "-wal").unlink()


@pytest.mark.parametrize("change", [delete, delete_folder, replace, delete_wal])
@pytest.mark.parametrize("written_before", [0, 2])
def test_rating_is_refused(path: Path, change: Callable[[Path], None], written_before: int) -> None:
    with open_collection(path) as collection:
        for seq in range(1, written_before + 1):
            append_entries(collection, review_entry(seq, CARD))
        change(path)
        for _ in range(2):
            with pytest.raises(StoreMoved, match="was not saved"):
                append_entries(collection, review_entry(3, CARD))


def test_rating_is_saved_once_the_file_is_back(path: Path) -> None:
    with open_collection(path) as collection:
        append_entries(collection, review_entry(1, CARD))
        moved = path.with_name("moved")
        path.rename(moved)
        with pytest.raises(StoreMoved):
            append_entries(collection, review_entry(2, CARD))
        moved.rename(path)
        append_entries(collection, review_entry(2, CARD))
    with open_collection(path) as collection, collection.read_transaction() as connection:
        assert journal_entries.count(connection) == 2


def test_vanished_file_is_not_created_again(path: Path) -> None:
    with open_collection(path):
        pass
    path.unlink()
    with pytest.raises(StoreDamaged, match="is missing"):
        open_collection(path)
    assert not path.exists()


def test_emptied_file_is_reported_without_any_backup(path: Path) -> None:
    with open_collection(path):
        pass
    path.write_bytes(b"")
    with pytest.raises(StoreDamaged, match="is missing"):
        open_collection(path)
    assert path.read_bytes() == b""

import shutil
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from studyapp.core.cards.card_id import CardId
from studyapp.store import journal_entries
from studyapp.store.collection import Collection
from studyapp.store.errors import StoreBusy, StoreDamaged, StoreError, StoreTooNew
from studyapp.store.migrations import SCHEMA_VERSION
from tests.store.samples import append_entries, note, open_collection, review_entry, save_notes

CARD = CardId("deck", "n1", 1)


def create_collection(path: Path) -> bytes:
    """Create a collection of several pages with one review; return its bytes."""
    with open_collection(path) as collection:
        save_notes(collection, [note(f"n{number}", "words " * 30) for number in range(200)])
        append_entries(collection, review_entry(1, CARD))
    return path.read_bytes()


def count_entries(path: Path) -> int:
    with open_collection(path) as collection, collection.read_transaction() as connection:
        return journal_entries.count(connection)


def create_backup(path: Path) -> Path:
    backup = path.parent / "backups" / "collection-2023-02-17.db"
    backup.parent.mkdir(parents=True, exist_ok=True)
    backup.write_bytes(path.read_bytes())
    return backup


def test_data_persists_after_reopening(path: Path) -> None:
    create_collection(path)
    assert count_entries(path) == 1


def test_device_id_is_kept(path: Path) -> None:
    with Collection(path, lambda: "first") as collection:
        assert collection.device_id == "first"
    with Collection(path, lambda: "second") as collection:
        assert collection.device_id == "first"


def test_commits_are_synced_to_disk(collection: Collection) -> None:
    assert collection.connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert collection.connection.execute("PRAGMA synchronous").fetchone()[0] == 2  # FULL


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, sqlite3.IntegrityError])
def test_transaction_rolls_back_on_any_exception(collection: Collection, error: type[BaseException]) -> None:
    with pytest.raises(error), collection.transaction() as connection:
        journal_entries.append(connection, [review_entry(1, CARD)])
        raise error
    with collection.transaction() as connection:
        assert journal_entries.count(connection) == 0


def test_read_transaction_sees_one_snapshot(collection: Collection, path: Path) -> None:
    append_entries(collection, review_entry(1, CARD))
    with open_collection(path) as other, other.read_transaction() as connection:
        assert journal_entries.count(connection) == 1
        append_entries(collection, review_entry(2, CARD))
        assert journal_entries.count(connection) == 1
    assert count_entries(path) == 2


def test_busy_file_raises_store_busy_and_writes_nothing(collection: Collection, path: Path) -> None:
    collection.connection.execute("PRAGMA busy_timeout = 1")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusy) as caught:
            append_entries(collection, review_entry(1, CARD))
        other.execute("ROLLBACK")
    assert str(caught.value) == (
        f"Can't use {path} right now: another program or a running import is writing to it. "
        "Nothing was changed. Try again when it has finished."
    )
    append_entries(collection, review_entry(1, CARD))
    assert count_entries(path) == 1


def test_newer_schema_is_rejected_without_changes(path: Path) -> None:
    create_collection(path)
    with closing(sqlite3.connect(path)) as other:
        other.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 6}")
    before = path.read_bytes()
    with pytest.raises(StoreTooNew) as caught:
        open_collection(path)
    assert str(SCHEMA_VERSION + 6) in str(caught.value) and f"> {SCHEMA_VERSION}" in str(caught.value)
    assert path.read_bytes() == before
    assert not list(path.parent.glob("*-wal"))


def test_foreign_database_is_rejected_without_changes(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE address (name TEXT)")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="not a StudyApp file"):
        open_collection(path)
    assert path.read_bytes() == before


def test_database_without_tables_is_reported_as_damaged(path: Path) -> None:
    create_collection(path)
    with closing(sqlite3.connect(path)) as other:
        for kind, name in other.execute(
            "SELECT type, name FROM sqlite_master WHERE type = 'table'"
        ).fetchall():
            other.execute(f"DROP {kind} IF EXISTS {name}")
        other.commit()
        assert other.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    with pytest.raises(StoreDamaged, match="emptied"):
        open_collection(path)


def zero_header(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(bytes(100))


def truncate_to_half(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)


def overwrite_with_text(path: Path) -> None:
    path.write_bytes(b"Dear diary, " * 500)


@pytest.mark.parametrize("damage", [zero_header, truncate_to_half, overwrite_with_text])
def test_damaged_file_is_untouched(path: Path, damage: Callable[[Path], None]) -> None:
    create_collection(path)
    backup = create_backup(path)
    damage(path)
    before = path.read_bytes()
    with pytest.raises(StoreDamaged) as caught:
        open_collection(path)
    assert str(path) in str(caught.value) and "studyapp restore" in str(caught.value)
    assert path.read_bytes() == before
    shutil.copy(backup, path)
    assert count_entries(path) == 1


def test_integrity_check_finds_damage_inside_the_file(path: Path) -> None:
    content = create_collection(path)
    path.write_bytes(content.replace(b"deckn77", b"deckn7x", 1))
    with open_collection(path) as collection:
        assert any("index" in finding for finding in collection.integrity_problems())
    path.write_bytes(content[:-4096] + b"\xff" * 4096)
    with open_collection(path) as collection, pytest.raises(StoreDamaged):
        collection.integrity_problems()


@pytest.mark.parametrize("remaining_content", [None, b""])
def test_missing_file_beside_backups_is_reported(path: Path, remaining_content: bytes | None) -> None:
    create_collection(path)
    create_backup(path)
    path.unlink()
    (path.parent / "collection.json").unlink()  # earlier versions did not write it
    if remaining_content is not None:
        path.write_bytes(remaining_content)
    with pytest.raises(StoreDamaged) as caught:
        open_collection(path)
    assert "missing" in str(caught.value)
    assert (path.read_bytes() if path.exists() else None) == remaining_content


def test_first_start_creates_empty_collection(path: Path) -> None:
    assert count_entries(path) == 0
    assert (path.stat().st_size > 0) and not (path.parent / "backups").exists()


def test_new_data_folder_is_open_to_its_owner_only(path: Path) -> None:
    folder = path.parent / "data"
    Collection(folder / "collection.db", lambda: "here").close()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_folder_at_file_path_gives_readable_error(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(StoreError, match=r"Can't write .*\. Allow writing to its folder"):
        open_collection(path)


def test_file_at_folder_path_gives_readable_error(path: Path) -> None:
    path.parent.write_text("in the way")
    with pytest.raises(StoreError, match=r"Can't write .*\. Allow writing to its folder"):
        open_collection(path)


def test_intact_file_passes_integrity_check(collection: Collection) -> None:
    assert collection.integrity_problems() == []

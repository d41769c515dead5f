import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from studyapp.core.cards.card_id import CardId
from studyapp.store import journal_entries
from studyapp.store.collection import Collection
from studyapp.store.errors import StoreBusy, StoreDamaged, StoreError, StoreTooNew
from studyapp.store.migrations import SCHEMA_VERSION
from tests.store.samples import add, fill, note, opened, review

CARD = CardId("deck", "n1", 1)


def stocked(path: Path) -> bytes:
    """A collection with some pages and one review, closed; its bytes."""
    with opened(path) as collection:
        fill(collection, [note(f"n{number}", "words " * 30) for number in range(200)])
        add(collection, review(1, CARD))
    return path.read_bytes()


def count(path: Path) -> int:
    with opened(path) as collection, collection.read_transaction() as connection:
        return journal_entries.count(connection)


def keep_backup(path: Path) -> Path:
    backup = path.parent / "backups" / "collection-2023-02-17.db"
    backup.parent.mkdir(parents=True, exist_ok=True)
    backup.write_bytes(path.read_bytes())
    return backup


def test_what_was_written_is_there_after_reopening(path: Path) -> None:
    stocked(path)
    assert count(path) == 1


def test_a_device_keeps_its_name(path: Path) -> None:
    with Collection(path, lambda: "first") as collection:
        assert collection.device_id == "first"
    with Collection(path, lambda: "second") as collection:
        assert collection.device_id == "first"


def test_the_journal_is_written_through_to_the_disk(collection: Collection) -> None:
    assert collection.connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert collection.connection.execute("PRAGMA synchronous").fetchone()[0] == 2  # FULL


@pytest.mark.parametrize("trouble", [ValueError, KeyboardInterrupt, sqlite3.IntegrityError])
def test_a_transaction_is_undone_whatever_goes_wrong(
    collection: Collection, trouble: type[BaseException]
) -> None:
    with pytest.raises(trouble), collection.transaction() as connection:
        journal_entries.append(connection, [review(1, CARD)])
        raise trouble
    with collection.transaction() as connection:
        assert journal_entries.count(connection) == 0


def test_a_reading_sees_one_state_while_another_connection_writes(collection: Collection, path: Path) -> None:
    add(collection, review(1, CARD))
    with opened(path) as other, other.read_transaction() as connection:
        assert journal_entries.count(connection) == 1
        add(collection, review(2, CARD))
        assert journal_entries.count(connection) == 1
    assert count(path) == 2


def test_a_busy_file_is_named_and_nothing_is_written(collection: Collection, path: Path) -> None:
    collection.connection.execute("PRAGMA busy_timeout = 1")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusy) as caught:
            add(collection, review(1, CARD))
        other.execute("ROLLBACK")
    assert str(caught.value) == (
        f"Can't use {path}: another program is using it. Close that program and try again. Nothing was changed."
    )
    add(collection, review(1, CARD))
    assert count(path) == 1


def test_a_newer_file_is_refused_and_not_touched(path: Path) -> None:
    stocked(path)
    with closing(sqlite3.connect(path)) as other:
        other.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 6}")
    before = path.read_bytes()
    with pytest.raises(StoreTooNew) as caught:
        opened(path)
    assert str(SCHEMA_VERSION + 6) in str(caught.value) and f"> {SCHEMA_VERSION}" in str(caught.value)
    assert path.read_bytes() == before
    assert [child.name for child in path.parent.iterdir()] == [path.name]


def test_the_file_of_another_program_is_refused_and_not_touched(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE address (name TEXT)")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="not a StudyApp file"):
        opened(path)
    assert path.read_bytes() == before


def test_an_emptied_file_is_damaged_although_sqlite_calls_it_sound(path: Path) -> None:
    stocked(path)
    with closing(sqlite3.connect(path)) as other:
        for kind, name in other.execute(
            "SELECT type, name FROM sqlite_master WHERE type = 'table'"
        ).fetchall():
            other.execute(f"DROP {kind} {name}")
        other.commit()
        assert other.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    with pytest.raises(StoreDamaged, match="emptied"):
        opened(path)


def zero_the_header(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(bytes(100))


def cut_to_half(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)


def write_a_letter(path: Path) -> None:
    path.write_bytes(b"Dear diary, " * 500)


@pytest.mark.parametrize("damage", [zero_the_header, cut_to_half, write_a_letter])
def test_a_damaged_file_is_left_as_it_is_and_the_backup_named(
    path: Path, damage: Callable[[Path], None]
) -> None:
    stocked(path)
    backup = keep_backup(path)
    damage(path)
    before = path.read_bytes()
    with pytest.raises(StoreDamaged) as caught:
        opened(path)
    assert str(path) in str(caught.value) and str(backup) in str(caught.value)
    assert path.read_bytes() == before
    shutil.copy(backup, path)
    assert count(path) == 1


def test_damage_deep_inside_is_found_by_the_check(path: Path) -> None:
    content = stocked(path)
    path.write_bytes(content.replace(b"deckn77", b"deckn7x", 1))
    with opened(path) as collection:
        assert any("index" in finding for finding in collection.integrity_problems())
    path.write_bytes(content[:-4096] + b"\xff" * 4096)
    with opened(path) as collection, pytest.raises(StoreDamaged):
        collection.integrity_problems()


@pytest.mark.parametrize("left", [None, b""])
def test_a_lost_file_beside_backups_is_no_first_start(path: Path, left: bytes | None) -> None:
    stocked(path)
    backup = keep_backup(path)
    path.unlink()
    if left is not None:
        path.write_bytes(left)
    with pytest.raises(StoreDamaged) as caught:
        opened(path)
    assert "missing" in str(caught.value) and str(backup) in str(caught.value)
    assert (path.read_bytes() if path.exists() else None) == left


def test_a_first_start_makes_an_empty_collection(path: Path) -> None:
    assert count(path) == 0
    assert (path.stat().st_size > 0) and not (path.parent / "backups").exists()


def test_a_folder_in_the_place_of_the_file_is_said_in_words(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(StoreError, match=r"Can't write .*\. Allow writing to that folder"):
        opened(path)


def test_a_file_in_the_place_of_the_folder_is_said_in_words(path: Path) -> None:
    path.parent.write_text("in the way")
    with pytest.raises(StoreError, match=r"Can't write .*\. Allow writing to that folder"):
        opened(path)


def test_a_sound_file_passes_the_check(collection: Collection) -> None:
    assert collection.integrity_problems() == []

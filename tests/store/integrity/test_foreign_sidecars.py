"""A write-ahead log that does not belong to the collection is not replayed."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from studyapp.core.cards.card_id import CardId
from studyapp.store import journal_entries
from studyapp.store.collection import Collection
from studyapp.store.errors import StoreDamaged
from studyapp.store.integrity.file_identity import sidecar_path
from tests.store.samples import append_entries, note, open_collection, review_entry, save_notes
from tests.timeouts import TIMEOUT_SECONDS

CARD = CardId("deck", "a", 1)


def entries(path: Path) -> list[int]:
    with open_collection(path) as collection, collection.read_transaction() as connection:
        assert collection.integrity_problems() == []
        return [entry.id.seq for entry in journal_entries.load_for_card(connection, CARD)]


def write(path: Path, seqs: range, device: str = "here") -> None:
    with Collection(path, lambda: device) as collection:
        for seq in seqs:
            append_entries(collection, review_entry(seq, CARD, device=device))


def leave_wal(path: Path, seqs: range, *, device: str = "here") -> None:
    """Write entries as a process that is then killed: the collection and its write-ahead log remain."""
    write(path, range(0))
    copy = path.with_name("killed")
    with Collection(path, lambda: device) as collection:
        for seq in seqs:
            append_entries(collection, review_entry(seq, CARD, device=device))
        shutil.copy(path, copy)
        shutil.copy(sidecar_path(path, "-wal"), sidecar_path(copy, "-wal"))
    copy.replace(path)
    sidecar_path(copy, "-wal").replace(sidecar_path(path, "-wal"))


def test_own_wal_is_replayed_after_a_kill(path: Path) -> None:
    write(path, range(1, 4))
    leave_wal(path, range(4, 8))
    with open_collection(path) as collection:
        assert collection.set_aside_folder is None
    assert entries(path) == list(range(1, 8))


def test_kill_right_after_creation_is_repaired(path: Path) -> None:
    leave_wal(path, range(1, 3))
    assert entries(path) == [1, 2]


def test_stale_wal_beside_a_restored_file_is_set_aside(path: Path, tmp_path: Path) -> None:
    write(path, range(1, 3))
    shutil.copy(path, tmp_path / "backup.db")
    write(path, range(3, 400))
    leave_wal(path, range(400, 410))
    shutil.copy(tmp_path / "backup.db", path)
    with open_collection(path) as collection:
        assert collection.set_aside_folder is not None
        assert (collection.set_aside_folder / "collection.db-wal").stat().st_size > 0
    assert entries(path) == [1, 2]


def test_wal_of_another_collection_is_set_aside(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / "collection.db"
    write(path, range(1, 11))
    leave_wal(other, range(1, 6), device="there")
    shutil.copy(sidecar_path(other, "-wal"), sidecar_path(path, "-wal"))
    before = path.read_bytes()
    with open_collection(path) as collection:
        assert collection.set_aside_folder is not None
    assert entries(path) == list(range(1, 11))
    assert len(path.read_bytes()) >= len(before)


@pytest.mark.parametrize("suffix", ["-wal", "-journal"])
def test_log_of_any_sqlite_file_is_set_aside(path: Path, tmp_path: Path, suffix: str) -> None:
    write(path, range(1, 11))
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = " + ("WAL" if suffix == "-wal" else "DELETE"))
        connection.execute("CREATE TABLE t (a)")
        connection.execute("INSERT INTO t SELECT randomblob(3000) FROM json_each('[1,2,3,4,5,6,7,8]')")
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN")
        connection.execute("UPDATE t SET a = randomblob(3000)")
        connection.execute("UPDATE t SET a = randomblob(2000)")
        shutil.copy(sidecar_path(other, suffix), sidecar_path(path, suffix))
    with open_collection(path):
        pass
    assert entries(path) == list(range(1, 11))


def test_wal_is_left_alone_while_the_collection_is_open_elsewhere(path: Path) -> None:
    with open_collection(path) as first:
        append_entries(first, review_entry(1, CARD))
        assert sidecar_path(path, "-wal").stat().st_size > 0
        with open_collection(path) as second:
            assert second.set_aside_folder is None
            append_entries(second, review_entry(2, CARD))
        append_entries(first, review_entry(3, CARD))
    assert entries(path) == [1, 2, 3]


PROGRAM = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("DROP TRIGGER entry_is_never_changed")
connection.execute("UPDATE entry SET at = at + 1")
print("open", flush=True)
sys.stdin.read()
"""


def test_wal_is_left_alone_while_another_program_has_the_collection_open(path: Path) -> None:
    write(path, range(1, 4))
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert program.stdout is not None and program.stdout.readline() == "open\n"
    with open_collection(path) as collection:
        assert collection.set_aside_folder is None
        append_entries(collection, review_entry(4, CARD))
    program.communicate(timeout=TIMEOUT_SECONDS)
    assert entries(path) == [1, 2, 3, 4]


def test_damaged_collection_with_a_wal_is_left_unchanged(path: Path) -> None:
    with open_collection(path) as collection:
        save_notes(collection, [note(f"n{number}", "words " * 30) for number in range(200)])
    leave_wal(path, range(1, 3))
    content = path.read_bytes()
    path.write_bytes(content[:8192] + b"\xff" * 8192 + content[16384:])
    before = path.read_bytes(), sidecar_path(path, "-wal").read_bytes()
    with pytest.raises(StoreDamaged):
        open_collection(path)
    assert (path.read_bytes(), sidecar_path(path, "-wal").read_bytes()) == before

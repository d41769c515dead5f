import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.journal import Entry, EntryId, EntryKind, TimeCorrection
from studyapp.store import journal_entries
from studyapp.store.backups.journal_recovery import recover_entries
from studyapp.store.integrity.file_identity import sidecar_path
from studyapp.store.integrity.record_format import iterate_records
from tests.store.samples import append_entries, note, open_collection, review_entry, save_notes

CARDS = [CardId("deck", f"n{number}", 1) for number in range(30)]
ENTRY_COUNT = 600


def create_collection(path: Path, entry_count: int = ENTRY_COUNT) -> None:
    with open_collection(path) as collection:
        save_notes(collection, [note(f"n{number}", "words " * 30) for number in range(100)])
        for seq in range(1, entry_count + 1):
            append_entries(collection, review_entry(seq, CARDS[seq % len(CARDS)]))


def journal_pages(path: Path) -> set[int]:
    """Return the numbers of the pages that hold the journal, from 0."""
    with closing(sqlite3.connect(path)) as connection:
        root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'entry'").fetchone()[0]
    content = path.read_bytes()
    page = content[(root - 1) * 4096 : root * 4096]
    if page[0] == 0x0D:
        return {root - 1}
    count = int.from_bytes(page[3:5], "big")
    children = [int.from_bytes(page[8:12], "big")]
    for index in range(count):
        offset = int.from_bytes(page[12 + 2 * index : 14 + 2 * index], "big")
        children.append(int.from_bytes(page[offset : offset + 4], "big"))
    return {child - 1 for child in children}


def test_all_entries_of_an_intact_file_are_found(path: Path) -> None:
    create_collection(path)
    assert sorted(entry.seq for entry in recover_entries(path)) == list(range(1, ENTRY_COUNT + 1))


def test_entries_in_the_write_ahead_log_are_found(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    with open_collection(path) as collection:
        append_entries(collection, review_entry(1, CARDS[0]))
        shutil.copy(path, copy)
        shutil.copy(sidecar_path(path, "-wal"), sidecar_path(copy, "-wal"))
    copy.write_bytes(b"")
    assert [entry.seq for entry in recover_entries(copy)] == [1]


@pytest.mark.parametrize("damaged_page", ["schema", "index", "other"])
def test_damage_elsewhere_loses_no_entry(path: Path, damaged_page: str) -> None:
    create_collection(path)
    content = bytearray(path.read_bytes())
    journal = journal_pages(path)
    pages = {
        "schema": [0],
        "index": [page for page in range(1, len(content) // 4096) if content[page * 4096] == 0x0A],
        "other": [page for page in range(1, len(content) // 4096) if page not in journal],
    }[damaged_page]
    for page in pages:
        content[page * 4096 : (page + 1) * 4096] = b"\xff" * 4096
    path.write_bytes(content)
    assert len(recover_entries(path)) == ENTRY_COUNT


def test_damaged_page_of_the_journal_loses_only_its_own_entries(path: Path) -> None:
    create_collection(path)
    content = bytearray(path.read_bytes())
    page = min(journal_pages(path))
    content[page * 4096 : (page + 1) * 4096] = b"\xff" * 4096
    path.write_bytes(content)
    found = recover_entries(path)
    assert ENTRY_COUNT - 150 < len(found) < ENTRY_COUNT


def test_recovered_entry_is_the_stored_one(path: Path) -> None:
    entry = review_entry(7, CARDS[0])
    with open_collection(path) as collection:
        append_entries(collection, entry)
    assert recover_entries(path) == {entry.id: entry}


def test_entries_are_recovered_as_recorded(path: Path) -> None:
    wrong = review_entry(7, CARDS[0])._replace(clock_at=6500)
    correction = Entry(
        EntryId("here", 8),
        9000,
        101,
        CARDS[0],
        EntryKind.CORRECT_TIME,
        correction=TimeCorrection(wrong.id, 400, 90, 93),
    )
    with open_collection(path) as collection:
        append_entries(collection, wrong, correction)
        with collection.transaction() as connection:
            journal_entries.save_effective_times(
                connection, [wrong._replace(at=400, study_day=90, due_day=93)]
            )
    assert recover_entries(path) == {wrong.id: wrong, correction.id: correction}


@pytest.mark.parametrize("seed", range(5))
def test_random_bytes_yield_no_entries(path: Path, seed: int) -> None:
    path.parent.mkdir()
    generator = random.Random(seed)
    pages = [b"\x0d" + generator.randbytes(4095) for _ in range(50)]
    path.write_bytes(b"".join(pages))
    assert recover_entries(path) == {}


@given(st.binary(max_size=600), st.booleans())
def test_any_page_is_read_without_an_error(page: bytes, is_first: bool) -> None:
    for record in iterate_records(b"\x0d" + page, is_first=is_first):
        assert isinstance(record, tuple)


def test_missing_file_has_no_entries(path: Path) -> None:
    assert recover_entries(path) == {}

"""Committed ratings survive a killed process and a full disk."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from studyapp.core.cards.card_id import CardId
from studyapp.services.overview.doctor import check_collection
from studyapp.store import journal_entries
from studyapp.store.collection import Collection
from tests.services.study_driver import basic_note, save_deck
from tests.timeouts import TIMEOUT_SECONDS

ROOT = Path(__file__).parents[3]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    collection_path = tmp_path / "collection.db"
    with Collection(collection_path, lambda: "here") as collection:
        save_deck(collection, [basic_note(f"n{number:05}") for number in range(3000)])
    return collection_path


def start_program(path: Path, *arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "tests.services.rating_program", str(path), *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )


def rated_cards(lines: list[str]) -> set[CardId]:
    return {
        CardId.parse(line.split()[1]) for line in lines if line.startswith("rated ") and line.endswith("\n")
    }


def assert_all_stored(path: Path, committed: set[CardId]) -> None:
    with Collection(path, lambda: "here") as collection:
        with collection.read_transaction() as connection:
            assert committed <= {entry.card_id for entry in journal_entries.iterate_newest_first(connection)}
        collection_path = check_collection(collection)
        assert (collection_path.file_errors, collection_path.mismatched_cards) == ((), ())


def test_committed_ratings_survive_kill(path: Path) -> None:
    committed: set[CardId] = set()
    source = random.Random(7)
    for _ in range(5):
        program = start_program(path)
        assert program.stdout is not None
        lines = [program.stdout.readline() for _ in range(source.randint(1, 150))]
        program.kill()
        lines += program.stdout.readlines()
        assert program.wait() != 0, "the program ended before it was killed"
        program.stdout.close()
        before = len(committed)
        committed |= rated_cards(lines)
        assert len(committed) > before
        assert_all_stored(path, committed)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a file size limit")
def test_full_disk_stops_rating_without_loss(path: Path) -> None:
    limit = path.stat().st_size + 200_000
    program = start_program(path, str(limit))
    lines = program.communicate(timeout=TIMEOUT_SECONDS)[0].splitlines(keepends=True)
    assert program.returncode == 0
    assert lines[-1] == "resumed\n"
    stopped = [line for line in lines if line.startswith("stopped")]
    assert stopped == [f"stopped Can't write {path}: the disk is full. Free up space and try again.\n"]
    assert list(path.parent.glob(".*")) == []
    committed = rated_cards(lines)
    assert 10 < len(committed) < 3000
    assert_all_stored(path, committed)
    with Collection(path, lambda: "here") as collection, collection.read_transaction() as connection:
        assert journal_entries.count(connection) == len(committed)

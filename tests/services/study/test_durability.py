"""What was acknowledged is there, whatever happens to the program or the disk."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.scheduler import Scheduler
from studyapp.services.overview.doctor import check_collection
from studyapp.store import journal_entries
from studyapp.store.collection import Collection
from tests.services.samples import basic, shelve
from tests.timeouts import TIMEOUT_SECONDS

ROOT = Path(__file__).parents[3]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "collection.db"
    with Collection(found, lambda: "here") as collection:
        shelve(collection, [basic(f"n{number:05}") for number in range(3000)])
    return found


def started(path: Path, *arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "tests.services.rating_program", str(path), *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )


def rated(lines: list[str]) -> set[CardId]:
    return {
        CardId.parse(line.split()[1]) for line in lines if line.startswith("rated ") and line.endswith("\n")
    }


def check_that_all_are_there(path: Path, acknowledged: set[CardId]) -> None:
    with Collection(path, lambda: "here") as collection:
        with collection.read_transaction() as connection:
            assert acknowledged <= {
                entry.card_id for entry in journal_entries.iterate_newest_first(connection)
            }
        found = check_collection(collection, Scheduler())
        assert (found.file_errors, found.mismatched_cards) == ((), ())


def test_every_acknowledged_rating_outlives_a_sudden_death(path: Path) -> None:
    acknowledged: set[CardId] = set()
    source = random.Random(7)
    for _ in range(5):
        program = started(path)
        assert program.stdout is not None
        lines = [program.stdout.readline() for _ in range(source.randint(1, 150))]
        program.kill()
        lines += program.stdout.readlines()
        assert program.wait() != 0, "it was to be killed, but came to its end"
        program.stdout.close()
        before = len(acknowledged)
        acknowledged |= rated(lines)
        assert len(acknowledged) > before
        check_that_all_are_there(path, acknowledged)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no limit of file sizes on Windows")
def test_a_full_disk_stops_the_rating_and_loses_none(path: Path) -> None:
    limit = path.stat().st_size + 200_000
    program = started(path, str(limit))
    lines = program.communicate(timeout=TIMEOUT_SECONDS)[0].splitlines(keepends=True)
    assert program.returncode == 0
    assert lines[-1] == "went on\n"
    stopped = [line for line in lines if line.startswith("stopped")]
    assert len(stopped) == 1 and str(path) in stopped[0]
    acknowledged = rated(lines)
    assert 10 < len(acknowledged) < 3000
    check_that_all_are_there(path, acknowledged)
    with Collection(path, lambda: "here") as collection, collection.read_transaction() as connection:
        assert journal_entries.count(connection) == len(acknowledged)

"""Collections written by earlier versions can be opened and migrated."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from studyapp.core.study.schedule import fold
from studyapp.store import journal_entries, notes, schedules
from studyapp.store.counts import card_counts
from studyapp.store.migrations import SCHEMA_VERSION
from tests.store.samples import SCHEDULER, append_entries, open_collection, review_entry
from tests.store.save_schema import ALPHA, JOURNAL, NOTES, save

SAVED = Path(__file__).parent / "saved"


def test_every_schema_version_has_a_saved_collection() -> None:
    assert {path.name for path in SAVED.glob("*.db")} == {
        f"schema{n}.db" for n in range(1, SCHEMA_VERSION + 1)
    }


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION + 1))
def test_saved_collection_opens_and_accepts_new_entries(path: Path, version: int) -> None:
    path.parent.mkdir()
    shutil.copy(SAVED / f"schema{version}.db", path)
    with open_collection(path) as collection:
        with collection.read_transaction() as connection:
            assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
            assert [found for found, _ in notes.iterate_present(connection, "deck")] == NOTES
            journals = dict(journal_entries.iterate_by_card(connection))
            assert (
                sorted((one for found in journals.values() for one in found), key=lambda one: one.sort_key)
                == JOURNAL
            )
            stored = dict(schedules.iterate_all(connection))
        assert stored == {card: fold(found, SCHEDULER) for card, found in journals.items()}
        assert collection.integrity_problems() == []
        assert card_counts.are_consistent(collection.connection)
        assert append_entries(collection, review_entry(9, ALPHA, day=104)).review_count == 3


def test_cards_of_all_phases_are_counted_by_the_migration(path: Path) -> None:
    path.parent.mkdir()
    shutil.copy(SAVED / "schema11.db", path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "UPDATE schedule SET phase = 1, due_day = NULL, due_at = 9000 WHERE note = 'alpha'"
        )
        connection.execute("UPDATE schedule SET phase = 0, due_day = NULL WHERE note = 'beta'")
        connection.execute("UPDATE card SET started = 0 WHERE note = 'beta'")
        connection.execute(
            "INSERT INTO schedule SELECT deck, note, 2, 3, stability, difficulty, 0, NULL, 9000, reviews, 1, first_day, "
            "last_day, last_at, suspended, NULL, flag FROM schedule WHERE note = 'gamma'"
        )
        connection.execute("UPDATE card SET started = 1 WHERE (note, ordinal) = ('gamma', 2)")
    with open_collection(path) as collection:
        assert card_counts.are_consistent(collection.connection)
        counts = collection.connection.execute(
            "SELECT phase, suspended, due_day, cards FROM card_count ORDER BY phase"
        ).fetchall()
        assert counts == [(0, 1, 0, 1), (1, 0, 0, 1), (2, 0, 109, 1), (3, 0, 0, 1)]


def test_current_schema_equals_the_saved_one(tmp_path: Path) -> None:
    # A failure means that a released migration was changed: add a new migration and save its schema instead.
    save(tmp_path / "now.db")
    schemas = []
    for path in (tmp_path / "now.db", SAVED / f"schema{SCHEMA_VERSION}.db"):
        with closing(sqlite3.connect(f"file:{path}?immutable=1", uri=True)) as connection:
            schemas.append(
                connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY name").fetchall()
            )
    assert schemas[0] == schemas[1]

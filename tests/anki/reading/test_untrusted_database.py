"""Reading a database from somebody else can be stopped at any moment and ends at its limits."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from studyapp.anki.live.collection_copy import open_collection_copy
from studyapp.anki.live.import_outcomes import read_snapshot
from studyapp.anki.reading import package_limits
from studyapp.anki.reading.package_limits import DatabaseLimits
from studyapp.anki.reading.package_reading import open_package
from studyapp.anki.reading.untrusted_database import open_untrusted_database
from studyapp.core.transfer.unreadable_file import UnreadableFileError
from tests.anki import hostile_packages as hostile

AMPLE = DatabaseLimits(10**9, 10**12, 10**6)


def never_cancelled() -> None:
    """Continue."""


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    path = tmp_path / "x.anki2"
    path.write_bytes(hostile.build_collection(notes=[f"note {number}\x1fback" for number in range(3000)]))
    return path


class Stopped(Exception):
    """Raised by a canceled task."""


def stop_at(call: int) -> Callable[[], None]:
    """Return a check that raises at this call."""
    calls = 0

    def check() -> None:
        nonlocal calls
        calls += 1
        if calls == call:
            raise Stopped

    return check


def test_stop_interrupts_a_running_statement(tmp_path: Path) -> None:
    path = hostile.write_huge_schema(tmp_path / "x.anki2")
    with pytest.raises(Stopped), open_untrusted_database(path, AMPLE, stop_at(20)):
        pytest.fail("the schema was loaded")


def test_stop_ends_reading_rows(collection: Path) -> None:
    with pytest.raises(Stopped), open_untrusted_database(collection, AMPLE, never_cancelled) as database:
        database._check_cancelled = stop_at(1)
        list(database.rows("SELECT id FROM notes"))


def test_stop_ends_unpacking(tmp_path: Path) -> None:
    hostile.ARCHIVE_ATTACKS["zip bomb"](tmp_path / "x.apkg")
    check = stop_at(3)
    with pytest.raises(Stopped), open_package(tmp_path / "x.apkg", lambda _done, _total: check()):
        pytest.fail("the package was opened")


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        (AMPLE._replace(rows=2999), "far more data"),
        (AMPLE._replace(value_bytes=3000), "far more data"),
        (AMPLE._replace(seconds=0), "too long"),
    ],
)
def test_limits(collection: Path, limits: DatabaseLimits, reason: str) -> None:
    with (
        pytest.raises(UnreadableFileError, match=reason),
        open_untrusted_database(collection, limits, never_cancelled) as database,
    ):
        list(database.rows("SELECT flds FROM notes"))


def test_schema_must_load_in_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("studyapp.anki.reading.untrusted_database.SCHEMA_SECONDS", 0.05)
    path = hostile.write_huge_schema(tmp_path / "x.anki2")
    with (
        pytest.raises(UnreadableFileError, match="too long"),
        open_untrusted_database(path, AMPLE, never_cancelled),
    ):
        pytest.fail("the schema was loaded")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT hex(flds) FROM notes",
        "SELECT printf('%.*c', 9, 'x') FROM notes",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n",
        "SELECT * FROM graves",
        "PRAGMA user_version",
        "ATTACH ':memory:' AS other",
        "DELETE FROM notes",
    ],
)
def test_only_reading_of_anki_tables_is_allowed(collection: Path, query: str) -> None:
    with (
        pytest.raises(UnreadableFileError),
        open_untrusted_database(collection, AMPLE, never_cancelled) as database,
    ):
        list(database.rows(query))


def test_limits_grow_with_the_file() -> None:
    small, large = (package_limits.database_limits(size, size // 5) for size in (10**6, 10**9))
    assert small.seconds < 10
    assert large.rows > 10 * small.rows
    assert package_limits.max_collection_bytes(10**4) < 50 * 10**6
    assert package_limits.max_collection_bytes(10**7) > 300 * 10**6
    assert package_limits.max_media_bytes(10**9) >= 10**10


@pytest.mark.parametrize("name", ["endless view", "generated column", "view of a large blob"])
def test_hostile_collection_is_refused_by_the_preview(tmp_path: Path, name: str) -> None:
    path = tmp_path / "collection.anki2"
    path.write_bytes(hostile.build_collection(hostile.SCHEMA_ATTACKS[name]))
    with pytest.raises(UnreadableFileError):
        read_snapshot(path, never_cancelled)


def test_copy_includes_changes_in_the_write_ahead_log(collection: Path) -> None:
    with closing(sqlite3.connect(collection, isolation_level=None)) as anki:
        anki.execute("PRAGMA journal_mode = WAL")
        anki.execute("UPDATE notes SET guid = 'changed' WHERE id = 1")
        assert collection.with_name("x.anki2-wal").stat().st_size > 0
        with open_collection_copy(collection, never_cancelled) as database:
            assert database.first_row("SELECT guid FROM notes ORDER BY id") == ("changed",)

"""Damaged and malicious packages are rejected or imported safely."""

import contextlib
import json
import sqlite3
import sys
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from anki.collection import Collection as Anki

from studyapp.anki.reading.package_reading import open_package
from studyapp.core.transfer.import_losses import LossKind
from studyapp.core.transfer.unreadable_file import UnreadableFileError
from studyapp.store import journal_entries
from tests.anki.anki_collections import add_note, export_package, review_cards_in_anki
from tests.anki.studyapp_instance import StudyAppInstance
from tests.services.study_driver import DAY

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd


def modified_package(path: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """A copy of the package with changed entries."""
    with zipfile.ZipFile(path) as package:
        entries = {name: package.read(name) for name in package.namelist()}
    change(entries)
    out = path.with_name("damaged.apkg")
    with zipfile.ZipFile(out, "w") as package:
        for name, data in entries.items():
            package.writestr(name, data)
    return out


def _remove_collection(entries: dict[str, bytes]) -> None:
    for name in [name for name in entries if name.startswith("collection")]:
        del entries[name]


def _truncate_collection(entries: dict[str, bytes]) -> None:
    entries["collection.anki21b"] = entries["collection.anki21b"][:500]


def _replace_database(entries: dict[str, bytes]) -> None:
    entries["collection.anki21b"] = zstd.compress(b"x" * 5000)


def _truncate_database(entries: dict[str, bytes]) -> None:
    entries["collection.anki21b"] = zstd.compress(zstd.decompress(entries["collection.anki21b"])[:9000])


def _damage_media_list(entries: dict[str, bytes]) -> None:
    entries["media"] = zstd.compress(b"\xff\xff\xff\xff")


@pytest.mark.parametrize(
    "change",
    [_remove_collection, _truncate_collection, _replace_database, _truncate_database, _damage_media_list],
)
def test_damaged_package_is_rejected_without_changes(
    anki: Anki, instance: StudyAppInstance, tmp_path: Path, change: Callable[[dict[str, bytes]], None]
) -> None:
    add_note(anki, "Basic", "one", "1")
    bad = modified_package(export_package(anki, tmp_path), change)
    with pytest.raises(UnreadableFileError):
        instance.import_file(bad)
    assert list(instance.folder.iterdir()) == []


def test_media_stay_in_media_folder(anki: Anki, instance: StudyAppInstance, tmp_path: Path) -> None:
    add_note(anki, "Basic", '<img src="../../evil.png">', '<img src="/etc/evil.png">')
    intact = export_package(anki, tmp_path, legacy=True)

    def use_unsafe_names(entries: dict[str, bytes]) -> None:
        entries["media"] = json.dumps(
            {"0": "../../evil.png", "1": "/etc/evil.png", "2": "..\\evil.png"}
        ).encode()
        entries.update(dict.fromkeys("012", b"evil"))

    report = instance.import_file(modified_package(intact, use_unsafe_names))
    assert {loss.kind for loss in report.losses} == {LossKind.MISSING_MEDIA}
    assert not list(tmp_path.rglob("*evil*"))


def test_decompression_bomb_is_rejected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("studyapp.anki.reading.package_reading.MAX_COLLECTION_BYTES", 10_000_000)
    path = tmp_path / "bomb.apkg"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("collection.anki21b", zstd.compress(b"\0" * 50_000_000))
        package.writestr("media", zstd.compress(b""))
    with pytest.raises(UnreadableFileError, match="larger than"), open_package(path):
        pass


ENDLESS = "WITH RECURSIVE x(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM x) SELECT"


@pytest.mark.parametrize(
    ("statements", "reason"),
    [
        (f"DROP TABLE revlog; CREATE VIEW revlog AS {ENDLESS} i AS id, i AS cid FROM x", "revlog is a view"),
        (f"DROP TABLE notes; CREATE VIEW notes AS {ENDLESS} i AS id FROM x", "notes is a view"),
        (
            "ALTER TABLE notes DROP COLUMN data; "
            "ALTER TABLE notes ADD COLUMN data AS (hex(zeroblob(400000000)))",
            "notes has a generated column",
        ),
        ("CREATE VIRTUAL TABLE search USING fts5(text)", "search"),
    ],
    ids=["review log", "notes", "column", "virtual table"],
)
def test_database_that_computes_what_is_read_is_rejected(
    anki: Anki, instance: StudyAppInstance, tmp_path: Path, statements: str, reason: str
) -> None:
    add_note(anki, "Basic", "one", "1")

    def change(entries: dict[str, bytes]) -> None:
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.deserialize(entries["collection.anki21"])
            connection.executescript(statements)
            entries["collection.anki21"] = connection.serialize()

    with pytest.raises(UnreadableFileError, match=reason):
        instance.import_file(modified_package(export_package(anki, tmp_path, legacy=True), change))
    assert list(instance.folder.iterdir()) == []


ABSURD = ("'abc'", "3.5", "1e300", "x'00'", "9223372036854775807", "-9223372036854775808", "NULL")


COLUMNS = (
    *(f"cards.{name}" for name in ("mod", "type", "queue", "due", "ivl", "factor", "reps", "lapses", "left", "odue", "flags", "data")),
    *(f"revlog.{name}" for name in ("id", "ease", "ivl", "lastIvl", "factor", "time", "type")),
    "col.crt",
    "notes.guid",
    "notes.mid",
    "notes.tags",
)  # fmt: skip


@pytest.mark.parametrize("column", COLUMNS)
def test_absurd_column_values_are_handled(
    anki: Anki, instance: StudyAppInstance, tmp_path: Path, column: str
) -> None:
    add_note(anki, "Basic", "one", "1")
    add_note(anki, "Basic", "two", "2")
    review_cards_in_anki(anki, 1, 4)
    intact = export_package(anki, tmp_path, legacy=True)
    table, _, name = column.partition(".")
    for value in ABSURD:

        def set_value(entries: dict[str, bytes], value: str = value) -> None:
            with closing(sqlite3.connect(":memory:")) as connection:
                connection.deserialize(entries["collection.anki21"])
                with contextlib.suppress(sqlite3.Error):  # some columns reject some values
                    connection.execute("PRAGMA ignore_check_constraints = ON")
                    connection.execute(
                        f"UPDATE {table} SET {name} = {value} WHERE rowid = (SELECT min(rowid) FROM {table})"
                    )
                connection.commit()
                entries["collection.anki21"] = connection.serialize()

        with contextlib.suppress(UnreadableFileError):
            instance.import_file(modified_package(intact, set_value))
        with instance.collection.read_transaction() as connection:
            latest = max(
                (entry.at for _, journal in journal_entries.iterate_by_card(connection) for entry in journal),
                default=0,
            )
        assert latest <= instance.time.now + DAY

"""The commands `backup` and `restore`."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.command_runner import RunCommand, assert_one_line_error, journal_ratings

PARIS, LIMA = ("paris", 4), ("lima", 4)


@pytest.fixture
def collection_file(data_folder: Path) -> Path:
    return data_folder / "collection.db"


def backup_names(run: RunCommand) -> list[str]:
    return [line.split()[0] for line in run("restore", "--list").out.splitlines()]


def test_backup_is_made_once_while_nothing_changes(run: RunCommand, data_folder: Path) -> None:
    run("stats")
    assert run("backup").out == f"Backup: {data_folder}/backups/backup-000001.json\n"
    second = run("backup")
    assert (second.status, second.out) == (
        0,
        f"Nothing has changed since the backup {data_folder}/backups/backup-000001.json.\n",
    )


def test_review_is_backed_up_automatically(run: RunCommand) -> None:
    run("review", stdin="\n4q")
    run("review", stdin="\n4q")
    assert backup_names(run) == ["backup-000002", "backup-000001"]
    assert " 1 review " in run("restore", "--list").out and "-1 than now" in run("restore", "--list").out


def test_backup_is_restored_by_name_and_the_replaced_collection_is_kept(
    run: RunCommand, data_folder: Path
) -> None:
    run("review", stdin="\n4q")
    run("review", stdin="\n4q")
    assert journal_ratings(data_folder) == [PARIS, LIMA]
    result = run("restore", "backup-000001")
    assert result.status == 0 and result.out.startswith("Restored backup-000001 of ")
    assert journal_ratings(data_folder) == [PARIS]
    run("restore", "backup-000002")
    assert journal_ratings(data_folder) == [PARIS, LIMA]


@pytest.mark.parametrize("content", [None, b"", b"\xff" * 8192])
def test_lost_or_damaged_collection_is_restored_by_one_command(
    run: RunCommand, data_folder: Path, collection_file: Path, content: bytes | None
) -> None:
    run("review", stdin="\n4q")
    collection_file.unlink()
    if content is not None:
        collection_file.write_bytes(content)
    failed = run("review", stdin="\n4q")
    assert_one_line_error(failed)
    assert "studyapp restore" in failed.err
    assert run("restore").status == 0
    assert journal_ratings(data_folder) == [PARIS]


def test_restore_without_backups_says_where_it_looked(run: RunCommand, data_folder: Path) -> None:
    result = run("restore")
    assert (result.status, result.err) == (1, f"studyapp: no backup in {data_folder}/backups\n")
    assert run("restore", "--list").out == f"no backup in {data_folder}/backups\n"


def test_unknown_backup_is_named(run: RunCommand) -> None:
    run("review", stdin="\n4q")
    result = run("restore", "backup-7")
    assert result.status == 1 and "no backup backup-7 in" in result.err


def test_starting_over_keeps_the_lost_collection(
    run: RunCommand, data_folder: Path, collection_file: Path
) -> None:
    run("review", stdin="\n4q")
    collection_file.unlink()
    assert run("restore", "--start-over").out == "Started a new collection.\n"
    assert journal_ratings(data_folder) == []
    assert backup_names(run) == ["backup-000001"]


def test_failed_automatic_backup_does_not_fail_the_command(run: RunCommand, data_folder: Path) -> None:
    data_folder.mkdir()
    (data_folder / "backups").write_text("in the way")
    result = run("review", stdin="\n4q")
    assert result.status == 0 and "the automatic backup failed" in result.err
    assert journal_ratings(data_folder) == [PARIS]


def test_files_of_another_database_are_moved_and_named(
    run: RunCommand, data_folder: Path, collection_file: Path, tmp_path: Path
) -> None:
    run("review", stdin="\n4q")
    with closing(sqlite3.connect(tmp_path / "other.db", isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("CREATE TABLE t (a)")
        shutil.copy(tmp_path / "other.db-wal", f"{collection_file}-wal")
    assert f"were moved to {data_folder}/replaced-1" in run("stats").err
    assert journal_ratings(data_folder) == [PARIS]

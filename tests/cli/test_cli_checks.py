"""The commands `check` and `doctor`."""

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.cli.command_runner import DECK, RunCommand, date_reviews_in_the_future


def test_check_of_valid_files_finds_no_problems(run: RunCommand, deck_folder: Path) -> None:
    assert run("check", deck_folder / "cities.yaml") == (0, "1 file, 2 notes, 0 problems\n", "")
    assert run("check") == (0, "1 file, 2 notes, 0 problems\n", "")


def test_check_prints_problems_with_line_and_column(run: RunCommand, deck_folder: Path) -> None:
    (deck_folder / "cities.yaml").write_text(DECK + "  - {id: x, front: f}\n")
    result = run("check", deck_folder)
    assert result.status == 1
    first, last = result.out.splitlines()
    assert first.startswith(f"{deck_folder}/cities.yaml:12:5: ")
    assert last == "1 file, 2 notes, 1 problem"
    (row,) = run("check", deck_folder, "--json").rows
    assert row["line"] == 12
    assert row["path"] == f"{deck_folder}/cities.yaml"


def test_check_creates_no_collection(run: RunCommand, data_folder: Path) -> None:
    run("check")
    assert not data_folder.exists()


def test_check_without_deck_files_fails(run: RunCommand, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert run("check", tmp_path / "empty") == (1, "", "studyapp: no deck files (.yaml, .yml) found\n")
    result = run("check", tmp_path / "missing.yaml")
    assert result.status == 1
    assert "missing.yaml:1:1: Can't read the file: " in result.out


def test_check_fix_writes_only_ids(run: RunCommand, deck_folder: Path) -> None:
    path = deck_folder / "new.yaml"
    path.write_text('title: "New" # a comment\nnotes:\n  - front: Which?\n    back: This.\n')
    assert run("check", path).status == 1
    result = run("check", "--fix", path)
    assert result.status == 0
    assert result.err.startswith(f"{path}: ")
    text = path.read_text()
    assert "deck: new" in text
    assert "id: " in text
    assert "# a comment" in text
    assert run("check", path).status == 0
    assert run("check", "--fix", path).err == ""
    assert path.read_text() == text


def test_doctor_finds_no_problem_in_consistent_collection(run: RunCommand) -> None:
    run("review", stdin="\n3\n4q")
    assert run("doctor").out.endswith("\nNo problems found.\n")


def test_doctor_finds_and_rebuilds_inconsistent_schedule(run: RunCommand, data_folder: Path) -> None:
    run("review", stdin="\n4\n3q")
    with closing(sqlite3.connect(data_folder / "collection.db", isolation_level=None)) as connection:
        original = connection.execute("SELECT * FROM schedule ORDER BY note").fetchall()
        connection.execute("UPDATE schedule SET due_day = due_day + 5 WHERE note = 'paris'")
    result = run("doctor")
    assert result.status == 1
    assert "cities/paris#1: the schedule is inconsistent with the journal" in result.out
    assert "studyapp doctor --rebuild" in result.out
    assert run("doctor").status == 1
    result = run("doctor", "--rebuild")
    assert result.status == 0
    assert "cities/paris#1: the schedule was inconsistent" in result.out
    assert run("doctor").status == 0
    with closing(sqlite3.connect(data_folder / "collection.db", isolation_level=None)) as connection:
        assert connection.execute("SELECT * FROM schedule ORDER BY note").fetchall() == original


def test_doctor_finds_and_corrects_wrong_numbers_of_cards(run: RunCommand, data_folder: Path) -> None:
    run("review", stdin="\n4\n3q")
    with closing(sqlite3.connect(data_folder / "collection.db", isolation_level=None)) as connection:
        connection.execute("UPDATE card_count SET cards = cards + 1")
    result = run("doctor")
    assert result.status == 1
    assert "The stored numbers of cards are inconsistent with the cards." in result.out
    assert "studyapp doctor --rebuild" in result.out
    assert "Schedules: they match the journal." in result.out
    result = run("doctor", "--rebuild")
    assert result.status == 0
    assert "The stored numbers of cards were inconsistent with the cards." in result.out
    assert run("doctor").status == 0


def test_doctor_corrects_wrong_times(run: RunCommand, data_folder: Path) -> None:
    run("review", stdin="\n4\n4q")
    with closing(sqlite3.connect(data_folder / "collection.db", isolation_level=None)) as connection:
        right = connection.execute("SELECT note, due_day FROM schedule ORDER BY note").fetchall()
    date_reviews_in_the_future(data_folder)
    run("doctor", "--rebuild")
    result = run("doctor")
    assert result.status == 1
    assert "2 journal entries (2 reviews) recorded while the clock was wrong" in result.out
    assert "studyapp doctor --correct-times" in result.out
    result = run("doctor", "--correct-times")
    assert result.status == 0
    assert "Corrected to " in result.out
    assert run("doctor").out.endswith("\nNo problems found.\n")
    with closing(sqlite3.connect(data_folder / "collection.db", isolation_level=None)) as connection:
        assert connection.execute("SELECT note, due_day FROM schedule ORDER BY note").fetchall() == right
    assert "No wrong times found." in run("doctor", "--correct-times").out

"""Importing a table on the command line: its preview, what can be chosen, and the report."""

from pathlib import Path

import pytest

from tests.cli.command_runner import RunCommand

TABLE = """\
Wort;Bedeutung;Satz;Thema
Möwe;gull;Die Möwe ruft.;Tier
"for x in y:
  print(x)";a loop;;Code
;nothing;;
{{c1::Rom}} liegt in Italien;;;Ort
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "words.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_preview_shows_the_notes_and_imports_nothing(run: RunCommand, data_folder: Path, table: Path) -> None:
    result = run("import", table, "--preview")
    assert result.status == 0
    assert result.out.splitlines() == [
        f"{table}: 3 notes (0 already present). Nothing was imported.",
        "  separator: semicolon; column names in line 1; cells: text; note type: auto",
        "  columns: Wort = question, Bedeutung = answer, Satz = field, Thema = field",
        "  line 2; deck: words",
        "    Q: Möwe",
        "    A: gull",
        "       Die Möwe ruft.",
        "       Tier",
        *result.out.splitlines()[8:13],
        "  line 6; deck: words",
        "    Q: […] liegt in Italien",
        "    A: Rom liegt in Italien",
        "       Ort",
        "  1 × The row was skipped: its question is empty.",
        "      line 5",
    ]
    assert not (data_folder / "decks" / "words.yaml").exists()
    run("import", table)
    assert "3 notes (3 already present)" in run("import", table, "--preview").out


def test_preview_shows_ten_notes(run: RunCommand, tmp_path: Path) -> None:
    path = tmp_path / "numbers.csv"
    path.write_text("".join(f"q{number},a{number}\n" for number in range(12)), encoding="utf-8")
    lines = run("import", path, "--preview").out.splitlines()
    assert lines[-1] == "  and 2 more"
    assert sum(line.startswith("    Q: ") for line in lines) == 10


def test_choices_change_how_a_table_is_read(run: RunCommand, table: Path) -> None:
    options = ("--columns", "question,answer,-,tags", "--note-type", "reversed", "--no-header")
    lines = run("import", table, "--preview", *options).out.splitlines()
    assert lines[1:4] == [
        "  separator: semicolon; no column names; cells: text; note type: reversed",
        "  columns: Front = question, Back = answer, - = ignored, Field 4 = tags",
        "  line 1; deck: words; tags: Thema",
    ]
    assert lines[4:8] == ["    Q: Wort", "    A: Bedeutung", "    Q: Bedeutung", "    A: Wort"]
    assert "  1 × The column “-” was not imported." in lines


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--separator", ";"), "separator: semicolon"),
        (("--separator", "semicolon"), "separator: semicolon"),
        (("--html",), "cells: HTML"),
        (("--no-html",), "cells: text"),
        (("--header",), "column names in line 1"),
        (("--note-type", "Basic (type in the answer)"), "note type: typed"),
        (("--columns", "answer,question,note"), "Wort = answer, Bedeutung = question, note = field, Thema = ignored"),
        (("--columns", "kanji,meaning"), "kanji = question, meaning = answer"),
        (("--columns", "id,front,back"), "Wort = id, front = question, back = answer"),
    ],
)  # fmt: skip
def test_option_for_a_table(run: RunCommand, table: Path, options: tuple[str, ...], expected: str) -> None:
    assert expected in run("import", table, "--preview", *options).out


def test_import_says_how_the_table_was_read(run: RunCommand, table: Path) -> None:
    lines = run("import", table, "--columns", "front,back").out.splitlines()
    assert lines[0] == f"{table}: 3 notes added, 0 already present, 0 reviews added"
    assert lines[2] == "  columns: front = question, back = answer, Satz = ignored, Thema = ignored"
    assert "  1 × The column “Satz” was not imported." in lines
    assert "  1 × The row was skipped: its question is empty." in lines
    assert lines[lines.index("  1 × The row was skipped: its question is empty.") + 1] == "      line 5"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--separator", "Komma"), "“Komma” is not a separator"),
        (("--note-type", "Vocabulary"), "unknown note type “Vocabulary”"),
        (("--columns", "tags,deck"), "no column is a field"),
    ],
)
def test_invalid_option_is_a_usage_error(
    run: RunCommand, table: Path, options: tuple[str, ...], message: str
) -> None:
    result = run("import", table, *options)
    assert (result.status, result.out) == (2, "")
    assert message in result.err


def test_options_for_tables_are_refused_for_other_files(run: RunCommand, tmp_path: Path) -> None:
    for options in (("--preview",), ("--separator", ";")):
        result = run("import", tmp_path / "x.md", *options)
        assert (result.status, result.out) == (1, "")
        assert "the options for tables apply only to .csv, .tsv, .txt" in result.err


def test_preview_of_an_invalid_table_is_reported(run: RunCommand, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text('one,"two\n', encoding="utf-8")
    result = run("import", path, "--preview")
    assert (result.status, result.out) == (1, "")
    assert "line 1: the quote opened here is not closed" in result.err


def test_preview_of_an_exported_table_shows_its_notes(run: RunCommand, tmp_path: Path) -> None:
    path = tmp_path / "cities.csv"
    run("export", path, "--deck", "cities")
    lines = run("import", path, "--preview").out.splitlines()
    assert lines[0] == f"{path}: 2 notes (2 already present). Nothing was imported."
    assert sum(line.startswith("    Q: ") for line in lines) == 2


def test_preview_counts_notes_with_a_guid_that_are_present(run: RunCommand, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("guid,front,back\nabc,one,1\n", encoding="utf-8")
    run("import", path)
    path.write_text("guid,front,back\nabc,one,1\ndef,two,2\n", encoding="utf-8")
    assert "2 notes (1 already present)" in run("import", path, "--preview").out

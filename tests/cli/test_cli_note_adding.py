"""The command `add`."""

import json
from pathlib import Path

from tests.cli.command_runner import DECK, RunCommand, run_process


def deck_text(deck_folder: Path) -> str:
    return (deck_folder / "cities.yaml").read_text(encoding="utf-8")


def test_note_is_added_from_options(run: RunCommand, deck_folder: Path) -> None:
    arguments = ["--front", "Capital of Italy?", "--back", "Rome", "--tags", "europe new"]
    result = run("add", "cities", *arguments, "--field", "section=2.2")
    assert (result.status, result.out, result.err) == (0, "cities/capital-of-italy\n", "")
    assert deck_text(deck_folder) == DECK + (
        "  - id: capital-of-italy\n    front: Capital of Italy?\n    back: Rome\n"
        "    tags: [europe, new]\n    section: '2.2'\n"
    )


def test_type_is_an_option(run: RunCommand, deck_folder: Path) -> None:
    assert run("add", "cities", "--type", "reversed", "--front", "Lyon", "--back", "里昂").status == 0
    assert "  - id: lyon\n    type: reversed\n" in deck_text(deck_folder)


def test_notes_are_added_from_lines_of_json(run: RunCommand, deck_folder: Path) -> None:
    lines = [
        {"front": {"en": "Rome?", "zh-Hant": "羅馬？"}, "back": "b", "tags": ["x"]},
        {"front": "only"},
        {"front": "Best?", "options": [{"text": "a", "right": True}, "b"]},
        {"id": "x", "front": "f", "back": "b"},
        {"front": "f", "back": "b", "colour": "red"},
    ]
    stdin = "\n".join(json.dumps(line) for line in lines) + "\n\n[]\n{\n"
    result = run("add", "cities", "--json", stdin=stdin)
    assert result.status == 1
    assert result.out.splitlines() == ["cities/rome", "cities/best", "cities/f"]
    places = [line.split(": ", 2)[1] for line in result.err.splitlines()]
    assert places == ["line 2", "line 4", "line 5", "line 7", "line 8"]
    assert "right: true" in deck_text(deck_folder) and "zh-Hant: 羅馬？" in deck_text(deck_folder)


def test_what_can_not_be_added_is_explained(run: RunCommand, deck_folder: Path) -> None:
    for arguments, message in [
        (["cities"], "no fields"),
        (["towns", "--front", "f"], "no such deck: towns"),
        (["cities", "--front", "f"], "`back` is missing"),
        (["cities", "--field", "front"], "write it as NAME=TEXT"),
        (["cities", "--front", "f", "--back", "b", "--field", "id=x"], "Leave it out"),
        (["cities", "--front", "f", "--back", "b", "--field", "back=c"], "`back` is given twice"),
        (["cities", "--field", "Mine=a", "--field", "Mine=b"], "`Mine` is given twice"),
    ]:
        result = run("add", *arguments)
        assert (result.status, result.out) == (1, "") and message in result.err
    assert deck_text(deck_folder) == DECK


def test_nothing_of_a_line_is_dropped_or_replaced(deck_folder: Path, data_folder: Path) -> None:
    lines = [
        b'\xef\xbb\xbf{"front": 1.50, "back": 1e400}',
        b'{"front": "a", "front": "b", "back": "c"}',
        b'{"front": "a\xffb", "back": "c"}',
        b'{"front": "\\ud800", "back": "c"}',
        '{"front": "價值", "back": NaN}'.encode(),
    ]
    arguments = ["--decks", deck_folder, "add", "cities", "--json"]
    result = run_process(*arguments, stdin=b"\n".join(lines), STUDYAPP_DATA=str(data_folder), LC_ALL="C")
    assert result.status == 1
    text = deck_text(deck_folder).removeprefix(DECK)
    assert "front: '1.50'\n    back: 1e400\n" in text and "front: 價值\n    back: NaN\n" in text
    errors = result.err.splitlines()
    assert [error.split(": ", 2)[1] for error in errors] == ["line 2", "line 3", "line 4"]
    for error, message in zip(errors, ("`front` occurs twice", "not valid UTF-8", "U+D800"), strict=True):
        assert message in error

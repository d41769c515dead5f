"""Notes that were changed here and in Anki, on the command line."""

import io
from pathlib import Path

import pytest
from anki.collection import Collection as Anki
from anki.notes import NoteId

from studyapp.cli.conflicts.conflict_questions import ask_about_conflicts
from tests.anki.anki_collections import add_note, export_package
from tests.cli.command_runner import RunCommand
from tests.services.sample_conflicts import sample_conflict


@pytest.fixture
def package(run: RunCommand, data_folder: Path, tmp_path: Path) -> Path:
    """A package whose note was changed here and in Anki after it was imported."""
    (tmp_path / "anki").mkdir()
    anki = Anki(str(tmp_path / "anki" / "collection.anki2"))
    note = anki.get_note(NoteId(add_note(anki, "Basic", "question", "answer")))
    run("import", export_package(anki, tmp_path / "anki"))
    deck = data_folder / "decks" / "default.yaml"
    deck.write_text(deck.read_text().replace("back: answer", "back: mine"))
    note["Back"] = "theirs"
    anki.update_note(note)
    package = export_package(anki, tmp_path / "anki")
    anki.close()
    return package


@pytest.mark.parametrize(("choice", "back"), [("keep", "mine"), ("theirs", "theirs")])
def test_choice_is_an_option(
    run: RunCommand, package: Path, data_folder: Path, choice: str, back: str
) -> None:
    out = run("import", package, "--conflicts", choice).out
    assert "changed here and in Anki" not in out
    assert f"back: {back}\n" in (data_folder / "decks" / "default.yaml").read_text()
    assert "both sides" not in run("import", package).out


def test_conflicts_are_listed_without_a_terminal(run: RunCommand, package: Path, data_folder: Path) -> None:
    for _ in range(2):
        out = run("import", package).out
        assert "  1 changed here and in Anki\n" in out
        assert "The note was changed here and in Anki (back), and was left unchanged." in out
        assert "      question\n" in out
        assert "back: mine\n" in (data_folder / "decks" / "default.yaml").read_text()


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("m\na\nl\n", {"one": 0, "two": 2}),
        ("?\n\na\nM\n", {"one": 2, "two": 0, "three": 0}),
        ("A\n", {"one": 2, "two": 2, "three": 2}),
        ("l\nl\n", {}),
        ("a\n", {"one": 2}),
    ],
)
def test_questions(
    typed: str,
    expected: dict[str, int],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    conflicts = [sample_conflict(name) for name in ("one", "two", "three")]
    decisions = ask_about_conflicts(conflicts)
    assert {one.conflict.mine.id: len(one.fields_of_anki) for one in decisions} == expected
    shown = capsys.readouterr().err
    assert "My one" in shown and "one of Anki" in shown

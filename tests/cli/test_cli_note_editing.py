"""The command `edit`, with a shell script as the editor."""

import io
import sys
from pathlib import Path

import pytest

from tests.cli.command_runner import DECK, RunCommand

LIMA = "  - {id: lima, front: Capital of Peru?, back: Lima}\n"


@pytest.fixture
def set_editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file with Python code that changes `text`, the text in the editor."""
    code = tmp_path / "change.py"
    program = tmp_path / "editor.py"
    program.write_text(
        "import pathlib, sys\n"
        "file = pathlib.Path(sys.argv[1])\n"
        "text = file.read_bytes().decode()\n"
        f"exec(pathlib.Path({str(code)!r}).read_text())\n"
        "file.write_bytes(text.encode())\n"
    )
    monkeypatch.setenv("VISUAL", f"'{sys.executable}' '{program}'")
    return code


def test_edited_lines_replace_the_note(run: RunCommand, deck_folder: Path, set_editor: Path) -> None:
    set_editor.write_text("text = text.replace('Lima}', 'Lima} # corrected')")
    result = run("edit", "cities/lima")
    assert (result.status, result.out, result.err) == (0, "cities/lima was changed.\n", "")
    corrected = LIMA.replace("Lima}", "Lima} # corrected")
    assert (deck_folder / "cities.yaml").read_text(encoding="utf-8") == DECK.replace(LIMA, corrected)


def test_unchanged_lines_change_nothing(run: RunCommand, deck_folder: Path, set_editor: Path) -> None:
    set_editor.write_text("")
    modified_at = (deck_folder / "cities.yaml").stat().st_mtime_ns
    assert run("edit", "cities/lima").out == "Nothing was changed.\n"
    assert (deck_folder / "cities.yaml").stat().st_mtime_ns == modified_at


def test_lines_with_a_problem_can_be_edited_again(
    run: RunCommand, deck_folder: Path, set_editor: Path
) -> None:
    set_editor.write_text(
        "text = text.replace('answer: Lima', 'back: LIMA') if 'answer' in text else text.replace('back', 'answer')"
        ".replace('front', 'from')"
        "\nif 'LIMA' in text: text = text.replace('from', 'front')"
    )
    result = run("edit", "cities/lima", stdin="y\n")
    assert result.status == 0 and "the note “lima” was not changed" in result.err
    assert "back: LIMA" in (deck_folder / "cities.yaml").read_text(encoding="utf-8")


def test_refused_text_is_printed(run: RunCommand, deck_folder: Path, set_editor: Path) -> None:
    set_editor.write_text("text = text.replace('id: lima', 'id: other')")
    result = run("edit", "cities/lima", stdin="n\n")
    assert result.status == 1 and "id: other" in result.err
    assert (deck_folder / "cities.yaml").read_text(encoding="utf-8") == DECK


def test_unknown_note_and_failing_editor_are_explained(
    run: RunCommand, set_editor: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "no note “none”" in run("edit", "cities/none").err
    monkeypatch.setenv("VISUAL", "no-such-editor")
    result = run("edit", "cities/lima")
    assert result.status == 3 and "Set EDITOR" in result.err


def test_text_is_printed_if_the_editor_fails_after_saving(
    run: RunCommand, deck_folder: Path, set_editor: Path
) -> None:
    set_editor.write_text("file.write_bytes(text.replace('Lima}', 'long work}').encode())\nsys.exit(1)")
    result = run("edit", "cities/lima")
    assert result.status == 3 and "long work}" in result.err and "the editor failed" in result.err
    set_editor.write_text("sys.exit(1)")
    assert "Your text" not in run("edit", "cities/lima").err
    set_editor.write_text("file.unlink()\nsys.exit(0)")
    result = run("edit", "cities/lima")
    assert result.status == 3 and "the editor failed" in result.err
    assert (deck_folder / "cities.yaml").read_text(encoding="utf-8") == DECK


def test_refused_text_is_printed_at_ctrl_c(
    run: RunCommand, set_editor: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: io.StringIO) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(io, "StringIO", type("Terminal", (io.StringIO,), {"readline": interrupt}))
    set_editor.write_text("text = text.replace('id: lima', 'id: other')")
    result = run("edit", "cities/lima")
    assert result.status != 0 and "id: other" in result.err

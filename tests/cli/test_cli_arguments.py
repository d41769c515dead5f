"""Arguments of the command line: usage, folders, decks."""

import subprocess
import sys
from pathlib import Path

import pytest

from studyapp import __version__
from tests.cli.command_runner import DECK, ENVIRONMENT, RunCommand, run_process


@pytest.mark.parametrize(
    "arguments", [["zzz"], ["cards", "--language", "fr"], ["export"], ["stats", "--zzz"]]
)
def test_usage_error_exits_with_status_2(run: RunCommand, arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.status == 2
    assert result.out == ""
    assert "usage: studyapp" in result.err


def test_version_and_help_are_printed(run: RunCommand) -> None:
    assert run("--version") == (0, f"StudyApp {__version__}\n", "")
    result = run("--help")
    assert result.status == 0
    for command in ("gui", "check", "cards", "review", "export", "stats", "doctor"):
        assert f"\n    {command} " in result.out


@pytest.mark.parametrize("index", range(3))
def test_decks_option_is_accepted_before_and_after_the_command(
    run: RunCommand, deck_folder: Path, index: int
) -> None:
    arguments = ["stats", "--json"]
    arguments[index:index] = ["--decks", str(deck_folder)]
    (row,) = run(*arguments, decks=None).rows
    assert row["notes"] == 2


def test_several_deck_folders_are_combined(run: RunCommand, deck_folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "x.yaml").write_text("deck: x\ntitle: X\nnotes:\n  - {id: a, front: f, back: b}\n")
    (row,) = run("--decks", other, "stats", "--json").rows
    assert row["notes"] == 3


def test_deck_folders_before_and_after_the_command_are_combined(
    run: RunCommand, deck_folder: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "x.yaml").write_text("deck: x\ntitle: X\nnotes:\n  - {id: a, front: f, back: b}\n")
    (row,) = run("--decks", other, "stats", "--decks", deck_folder, "--json", decks=None).rows
    assert row["notes"] == 3


def test_decks_in_data_folder_are_read_by_default(run: RunCommand, data_folder: Path) -> None:
    (data_folder / "decks").mkdir(parents=True)
    (data_folder / "decks" / "own.yaml").write_text(DECK.replace("deck: cities", "deck: own"))
    (row,) = run("stats", "--json", decks=None).rows
    assert row["notes"] == 2


@pytest.mark.parametrize("name", ["missing", "cities.yaml"])
def test_invalid_deck_folder_is_reported(run: RunCommand, deck_folder: Path, name: str) -> None:
    result = run("stats", decks=deck_folder / name)
    assert result == (1, "", f"studyapp: {deck_folder / name} is not a folder\n")


def test_data_option_overrides_environment(run: RunCommand, data_folder: Path, tmp_path: Path) -> None:
    run("--data", tmp_path / "first", "stats")
    run("stats", "--data", tmp_path / "second")
    assert not data_folder.exists()
    assert (tmp_path / "first" / "collection.db").exists()
    assert (tmp_path / "second" / "collection.db").exists()
    run("stats")
    assert (data_folder / "collection.db").exists()


@pytest.mark.parametrize("command", [["cards", "--deck"], ["export", "x.apkg", "--deck"], ["review"]])
def test_unknown_deck_error_lists_available_decks(run: RunCommand, command: list[str]) -> None:
    assert run(*command, "nowhere") == (1, "", "studyapp: no such deck: nowhere; available decks: cities\n")


def test_deck_problems_go_to_stderr_without_failing_the_command(run: RunCommand, deck_folder: Path) -> None:
    (deck_folder / "bad.yaml").write_text("deck: bad\nnotes: [")
    result = run("stats", "--json")
    assert result.status == 0
    assert result.rows[0]["notes"] == 2
    assert result.err.startswith(f"studyapp: {deck_folder}/bad.yaml:2:")


def test_commands_without_window_do_not_import_qt(data_folder: Path, tmp_path: Path) -> None:
    script = f"""
import io, sys
from studyapp.cli.main import main
from studyapp.core.rendering.markdown_rendering import render_markdown
from studyapp.core.rendering.text_layout.plain_text import html_to_text
sys.stdin = io.StringIO("\\n3q")
for command in (["check"], ["cards"], ["stats"], ["review"], ["export", {str(tmp_path / "x.apkg")!r}], ["doctor"]):
    assert main(command) == 0, command
    loaded = [name for name in sys.modules if name.split(".")[0] in ("PySide6", "shiboken6")]
    assert not loaded, (command, loaded)
"""
    result = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        env=ENVIRONMENT | {"STUDYAPP_DATA": str(data_folder)},
    )
    assert result.stderr.decode() == ""
    assert result.returncode == 0


def test_module_is_executable() -> None:
    assert run_process("--version") == (0, f"StudyApp {__version__}\n", "")

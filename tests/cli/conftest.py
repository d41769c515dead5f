"""A deck, a data folder, and a runner of commands over them."""

import io
import sys
from pathlib import Path

import pytest

from studyapp import paths
from studyapp.cli.main import main
from tests.cli.command_runner import DECK, CommandResult, RunCommand


@pytest.fixture
def deck_folder(tmp_path: Path) -> Path:
    """A folder with the deck `cities`."""
    folder = tmp_path / "decks"
    folder.mkdir()
    (folder / "cities.yaml").write_text(DECK, encoding="utf-8")
    return folder


@pytest.fixture
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder, set by the environment; there are no bundled decks."""
    folder = tmp_path / "data"
    monkeypatch.setenv("STUDYAPP_DATA", str(folder))
    monkeypatch.setattr(paths, "bundled_decks_folder", lambda: tmp_path / "none")
    return folder


@pytest.fixture
def run(
    data_folder: Path, deck_folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> RunCommand:
    """Run a command over the deck in this process."""

    def run_command(*arguments: object, decks: Path | None = deck_folder, stdin: str = "") -> CommandResult:
        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        deck_options = ["--decks", str(decks)] if decks else []
        capsys.readouterr()
        try:
            status = main([*deck_options, *map(str, arguments)])
        except SystemExit as error:
            status = int(error.code or 0)
        return CommandResult(status, *capsys.readouterr())

    return run_command

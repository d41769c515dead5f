"""The user's copy of a bundled deck replaces it in every command."""

from pathlib import Path

import pytest

from studyapp import paths
from tests.cli.command_runner import DECK, RunCommand


@pytest.fixture
def copy(tmp_path: Path, data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of a bundled deck in the user's folder, with a note less."""
    bundled = tmp_path / "bundled"
    bundled.mkdir()
    (bundled / "cities.yaml").write_text(DECK)
    monkeypatch.setattr(paths, "bundled_decks_folder", lambda: bundled)
    copy = data_folder / "decks" / "cities.yaml"
    copy.parent.mkdir(parents=True)
    copy.write_text(DECK[: DECK.rindex("  - {id:")])
    return copy


def test_copy_is_used_without_a_problem(run: RunCommand, copy: Path, tmp_path: Path) -> None:
    listed = run("cards", decks=None)
    assert (listed.status, listed.err) == (0, "")
    assert len(listed.out.splitlines()) == 1
    assert run("check", decks=None) == (0, "2 files, 1 note, 0 problems\n", "")
    exported = run("export", "--deck", "cities", tmp_path / "out.csv", decks=None)
    assert (exported.status, exported.err) == (0, "")
    assert (tmp_path / "out.csv").read_text().count("\ncities,") == 1


def test_bundled_deck_is_back_without_the_copy(run: RunCommand, copy: Path) -> None:
    run("cards", decks=None)
    copy.unlink()
    assert len(run("cards", decks=None).out.splitlines()) == 2

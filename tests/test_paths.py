"""Tests of the paths."""

from pathlib import Path

import pytest

from studyapp import paths
from studyapp.paths import data_folder


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Use a temporary home folder, with no data folder set in the environment."""
    monkeypatch.delenv("STUDYAPP_DATA", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    return tmp_path


def test_folder_chosen_goes_before_the_environment(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STUDYAPP_DATA", "/from/environment")
    assert data_folder("/chosen") == Path("/chosen")
    assert data_folder() == Path("/from/environment")
    monkeypatch.setenv("STUDYAPP_DATA", "")
    assert data_folder("") == home / "share" / "StudyApp"


@pytest.mark.parametrize(
    ("named", "path"),
    [("~", "{home}"), ("~/x", "{home}/x"), ("rel/x", "{here}/rel/x"), ("~nobody-x/y", "{here}/~nobody-x/y")],
)
def test_named_folder_is_absolute(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str, path: str
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    assert data_folder(named) == Path(path.format(home=home, here=here))


def test_what_comes_with_the_program_is_there() -> None:
    assert list(paths.bundled_decks_folder().glob("*.yaml"))
    assert (paths.resources_folder() / "style.qss").is_file()


def test_installed_program_finds_its_files_inside_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "site" / "studyapp"
    (package / "shipped" / "decks").mkdir(parents=True)
    monkeypatch.setattr(paths, "_PACKAGE_FOLDER", package)
    assert paths.bundled_decks_folder() == package / "shipped" / "decks"
    assert paths.resources_folder() == tmp_path / "site" / "resources"

"""The folders of data, decks and resources."""

from pathlib import Path

import pytest

from studyapp import paths
from studyapp.paths import data_folder


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A temporary home folder, without a data folder in the environment."""
    monkeypatch.delenv("STUDYAPP_DATA", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    return tmp_path


def test_data_argument_overrides_environment(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STUDYAPP_DATA", "/from/environment")
    assert data_folder("/chosen") == Path("/chosen")
    assert data_folder() == Path("/from/environment")
    monkeypatch.setenv("STUDYAPP_DATA", "")
    assert data_folder("") == home / "share" / "StudyApp"


@pytest.mark.parametrize(
    ("folder", "expected"),
    [("~", "{home}"), ("~/x", "{home}/x"), ("rel/x", "{here}/rel/x"), ("~nobody-x/y", "{here}/~nobody-x/y")],
)
def test_data_folder_is_absolute(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str, expected: str
) -> None:
    working_directory = tmp_path / "here"
    working_directory.mkdir()
    monkeypatch.chdir(working_directory)
    assert data_folder(folder) == Path(expected.format(home=home, here=working_directory))


def test_bundled_decks_and_resources_exist() -> None:
    assert list(paths.bundled_decks_folder().glob("*.yaml"))
    assert (paths.resources_folder() / "style.qss").is_file()
    assert (paths.documents_folder() / "cards.md").is_file()


def test_installed_package_finds_its_own_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site" / "studyapp"
    (package / "shipped" / "decks").mkdir(parents=True)
    monkeypatch.setattr(paths, "_PACKAGE_FOLDER", package)
    assert paths.bundled_decks_folder() == package / "shipped" / "decks"
    assert paths.resources_folder() == tmp_path / "site" / "resources"

"""Paths in reports name neither the user nor the user's folders."""

import json
import os
from pathlib import Path

import pytest

from studyapp import paths
from studyapp.diagnostics.anonymous_paths import hide_home, shorten_code_path


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "alice"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    return folder


def test_code_paths_are_relative_to_the_library() -> None:
    assert paths.__file__ is not None
    assert json.__file__ is not None
    assert shorten_code_path(paths.__file__) == "studyapp/paths.py"
    assert shorten_code_path(json.__file__) == "json/__init__.py"
    assert shorten_code_path(pytest.__file__) == "pytest/__init__.py"
    assert shorten_code_path("/home/alice/secret diary/script.py") == "script.py"
    assert shorten_code_path("<string>") == "<string>"


def test_home_folder_and_user_name_are_replaced(home: Path) -> None:
    assert hide_home(f"in {home}{os.sep}decks") == f"in ~{os.sep}decks"
    assert hide_home(f"{home}") == "~"
    assert hide_home("/media/alice/disk and /run/alice") == "/media/USER/disk and /run/USER"


def test_other_text_stays(home: Path) -> None:
    assert hide_home("alice in /alices/wonderland") == "alice in /alices/wonderland"
    assert hide_home(f"{home}2") == f"{home.parent}{os.sep}alice2"


def test_root_as_home_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", os.sep)
    monkeypatch.setenv("USERPROFILE", os.sep)
    assert hide_home("/a/b") == "/a/b"

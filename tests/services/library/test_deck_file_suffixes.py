"""Deck files are recognized whatever the case of their suffix."""

from pathlib import Path

import pytest

from studyapp.services.library.deck_checking import find_deck_files
from studyapp.services.library.deck_file_adding import is_deck_file
from studyapp.services.library.library_refresh import refresh_library
from tests.services.study_driver import StudyDriver


@pytest.mark.parametrize("name", ["a.yaml", "a.yml", "a.YAML", "a.Yml"])
def test_deck_file_is_found_by_every_reader(driver: StudyDriver, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "decks"
    folder.mkdir()
    path = folder / name
    path.write_text("deck: a\ntitle: A\nnotes:\n  - {id: n, front: F, back: B}\n")
    assert is_deck_file(path)
    assert find_deck_files([folder]) == [path]
    assert refresh_library(driver.collection, [folder], driver.time.clock()).library.deck_ids == ("a",)

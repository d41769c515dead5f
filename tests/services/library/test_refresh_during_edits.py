"""Refreshing the library while an edit brings a file back."""

import json
from pathlib import Path

from studyapp.services.library.deck_library import load_cached_library
from studyapp.services.library.library_refresh import refresh_library
from tests.services.study_driver import StudyDriver


def write_deck(path: Path, note_count: int) -> None:
    notes = [{"id": f"n{number}", "front": f"q{number}", "back": "a"} for number in range(note_count)]
    path.write_text(json.dumps({"deck": path.stem, "title": path.stem, "notes": notes}), encoding="utf-8")


def test_a_file_that_comes_back_during_a_refresh_is_not_forgotten(
    driver: StudyDriver, tmp_path: Path
) -> None:
    folder = tmp_path / "decks"
    folder.mkdir()
    restored, other = folder / "restored.yaml", folder / "other.yaml"
    write_deck(restored, 1)
    refresh_library(driver.collection, [folder], driver.time.clock())
    content = restored.read_bytes()
    restored.unlink()
    write_deck(other, 2000)

    def bring_back(_note_count: int) -> None:
        restored.write_bytes(content)

    refresh_library(driver.collection, [folder], driver.time.clock(), bring_back)
    assert load_cached_library(driver.collection, [folder]).deck_ids == ("other", "restored")


def test_a_file_that_is_gone_is_forgotten(driver: StudyDriver, tmp_path: Path) -> None:
    folder = tmp_path / "decks"
    folder.mkdir()
    write_deck(folder / "gone.yaml", 1)
    refresh_library(driver.collection, [folder], driver.time.clock())
    (folder / "gone.yaml").unlink()
    refresh_library(driver.collection, [folder], driver.time.clock())
    assert load_cached_library(driver.collection, [folder]).deck_ids == ()

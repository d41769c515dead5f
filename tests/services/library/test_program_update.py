"""A new version of the program reads all deck files again, because it may read them differently."""

from pathlib import Path

import pytest

from studyapp.services.library.library_refresh import refresh_library
from studyapp.store.notes import NoteChanges
from tests.services.study_driver import StudyDriver


def test_another_version_reads_unchanged_files_again(
    driver: StudyDriver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "decks"
    folder.mkdir()
    (folder / "a.yaml").write_text("deck: a\ntitle: A\nnotes:\n  - {id: x, front: q, back: a}\n")

    def read_decks() -> set[str]:
        return set(refresh_library(driver.collection, [folder], driver.time.clock()).changes_by_deck_id)

    assert read_decks() == {"a"}
    assert read_decks() == set()
    monkeypatch.setattr("studyapp.services.library.deck_storing.__version__", "another version")
    result = refresh_library(driver.collection, [folder], driver.time.clock())
    assert result.changes_by_deck_id == {"a": NoteChanges()}
    assert read_decks() == set()

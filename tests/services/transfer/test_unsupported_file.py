"""Importing an unsupported file type is rejected with a list of supported types."""

from pathlib import Path

import pytest

from studyapp.core.transfer.import_suffixes import IMPORT_SUFFIXES
from studyapp.core.transfer.unreadable_file import UnreadableFileError
from studyapp.services.transfer.file_import import import_file
from tests.services.study_driver import StudyDriver


def test_deck_file_is_not_imported(driver: StudyDriver, tmp_path: Path) -> None:
    path = tmp_path / "deck.yaml"
    path.write_text("deck: d\nnotes: []\n")
    with pytest.raises(UnreadableFileError) as caught:
        import_file(driver.collection, [tmp_path], tmp_path, path, driver.time.clock())
    assert all(suffix in str(caught.value) for suffix in IMPORT_SUFFIXES)
    assert caught.value.values["types"] == ", ".join(IMPORT_SUFFIXES)


def test_damaged_package_is_not_reported_as_unsupported(driver: StudyDriver, tmp_path: Path) -> None:
    path = tmp_path / "deck.apkg"
    path.write_bytes(b"no archive")
    with pytest.raises(UnreadableFileError, match="not a zip file"):
        import_file(driver.collection, [tmp_path], tmp_path, path, driver.time.clock())

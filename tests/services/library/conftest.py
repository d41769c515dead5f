from pathlib import Path

import pytest

from tests.services.library.deck_folder import DeckFolder
from tests.services.study_driver import StudyDriver


@pytest.fixture
def deck_folder(driver: StudyDriver, tmp_path: Path) -> DeckFolder:
    folder = tmp_path / "decks"
    folder.mkdir()
    return DeckFolder(driver, folder)

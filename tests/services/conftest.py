from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.study_driver import StudyDriver


@pytest.fixture
def driver(tmp_path: Path) -> Iterator[StudyDriver]:
    study_driver = StudyDriver.at(tmp_path / "data" / "collection.db")
    yield study_driver
    study_driver.close()

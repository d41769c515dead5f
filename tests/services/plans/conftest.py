from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.study_driver import StudyDriver


@pytest.fixture
def driver(tmp_path: Path) -> Iterator[StudyDriver]:
    driver = StudyDriver.at(tmp_path / "collection.db")
    yield driver
    driver.close()

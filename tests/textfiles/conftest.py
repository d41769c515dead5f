"""An empty StudyApp instance."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.anki.studyapp_instance import StudyAppInstance
from tests.services.study_driver import FakeTime


@pytest.fixture
def instance(tmp_path: Path) -> Iterator[StudyAppInstance]:
    instance = StudyAppInstance.at(tmp_path / "studyapp" / "collection.db")
    instance.folder.mkdir()
    instance.time = FakeTime(round(time.time() * 1000))
    yield instance
    instance.close()

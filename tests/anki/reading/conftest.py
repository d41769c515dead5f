"""An Anki collection created today, an empty StudyApp instance, and packages exchanged between both."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from anki.collection import Collection as Anki

from tests.anki.package_exchange import PackageExchange
from tests.anki.studyapp_instance import StudyAppInstance
from tests.services.study_driver import FakeTime


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[Anki]:
    (tmp_path / "anki").mkdir()
    collection = Anki(str(tmp_path / "anki" / "collection.anki2"))
    yield collection
    if collection.db is not None:
        collection.close()


@pytest.fixture
def instance(tmp_path: Path) -> Iterator[StudyAppInstance]:
    instance = StudyAppInstance.at(tmp_path / "studyapp" / "collection.db")
    instance.folder.mkdir()
    instance.time = FakeTime(round(time.time() * 1000))
    yield instance
    instance.close()


@pytest.fixture
def both(anki: Anki, tmp_path: Path, instance: StudyAppInstance) -> PackageExchange:
    return PackageExchange(anki, instance, tmp_path)

from collections.abc import Iterator
from pathlib import Path

import pytest

from studyapp.store.collection import Collection
from tests.store.samples import open_collection


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Path of the collection file."""
    return tmp_path / "data" / "collection.db"


@pytest.fixture
def collection(path: Path) -> Iterator[Collection]:
    with open_collection(path) as collection:
        yield collection

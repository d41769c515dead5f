from collections.abc import Iterator
from pathlib import Path

import pytest

from studyapp.store.collection import Collection
from tests.store.samples import opened


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the collection lies."""
    return tmp_path / "data" / "collection.db"


@pytest.fixture
def collection(path: Path) -> Iterator[Collection]:
    with opened(path) as found:
        yield found

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.samples import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    found = Desk.at(tmp_path / "data" / "collection.db")
    yield found
    found.close()

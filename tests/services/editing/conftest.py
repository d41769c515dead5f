from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.editing.edit_driver import EditDriver


@pytest.fixture
def editing(tmp_path: Path) -> Iterator[EditDriver]:
    driver = EditDriver.at(tmp_path / "data")
    yield driver
    driver.close()

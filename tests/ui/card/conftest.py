"""The driver of each card view test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.card.card_view_driver import CardViewDriver


@pytest.fixture
def driver(tmp_path: Path, qtbot: QtBot) -> Iterator[CardViewDriver]:
    card_view_driver = CardViewDriver(tmp_path, qtbot)
    yield card_view_driver
    card_view_driver.window.close()

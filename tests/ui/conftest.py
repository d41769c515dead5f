"""The room of a test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.room import Room, undress


@pytest.fixture
def room(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Room]:
    """Decks, data and a clock; the window is closed at the end."""
    font, palette = qapp.font(), qapp.palette()
    made = Room(tmp_path, qapp, qtbot)
    yield made
    made.close()
    undress(qapp, font, palette)

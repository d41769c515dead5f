"""The app driver of each UI test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.app_driver import AppDriver, reset_application


@pytest.fixture
def app(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[AppDriver]:
    """The app under test; its window is closed at the end."""
    font, palette = qapp.font(), qapp.palette()
    driver = AppDriver(tmp_path, qapp, qtbot)
    yield driver
    driver.close()
    reset_application(qapp, font, palette)

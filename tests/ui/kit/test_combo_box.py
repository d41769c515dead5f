"""Boxes with a list of entries, as the style sheet draws them."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from studyapp.ui.kit.combo_box import ComboBox
from tests.ui.app_driver import AppDriver

pytestmark = pytest.mark.qt_log_ignore(
    "plugin does not support (propagateSizeHints|raise|grabbing the keyboard)"
)


def picture_of(text: str, window: QWidget) -> QImage:
    box = ComboBox(window)
    box.addItem(text)
    box.resize(200, 40)
    picture = box.grab().toImage()
    box.deleteLater()
    return picture


def test_a_long_entry_ends_in_an_ellipsis(app: AppDriver) -> None:
    window = app.open_window()
    text = "Some words that are too many for it"
    shown = picture_of(text, window)
    parts = [text[:length] for length in range(1, len(text))]
    # The ellipsis is really visible: without it, the picture is another one.
    assert any(shown == picture_of(f"{part}…", window) != picture_of(part, window) for part in parts)

"""Boxes with a list of entries, as the style sheet draws them."""

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from studyapp.ui.dialogs.spin_box import create_spin_box
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


def is_wheel_used(widget: QWidget) -> bool:
    """Turn the wheel over a widget, and return whether it takes the event."""
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        widget.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QCoreApplication.sendEvent(widget, event)
    return event.isAccepted()


def test_wheel_scrolls_the_page_and_changes_no_value(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    box, number = ComboBox(window), create_spin_box(5, 0, 9, window)
    box.addItems(["first", "second", "third"])
    box.setCurrentIndex(1)
    window.show()
    for widget in (box, number):
        widget.setFocus()
        assert not is_wheel_used(widget)
    assert (box.currentIndex(), number.value()) == (1, 5)

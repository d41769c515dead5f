"""Objects and references that the window must not leak."""

import gc
import sys

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QApplication,
)

from tests.ui.app_driver import AppDriver, basic_note

pytestmark = pytest.mark.qt_log_ignore(
    "plugin does not support (propagateSizeHints|raise|grabbing the keyboard)"
)

Key = Qt.Key


def run_session(app: AppDriver) -> None:
    app.press_ctrl(Key.Key_S)
    app.press(Key.Key_Space)
    app.press(Key.Key_3)
    app.press_ctrl(Key.Key_Z)
    app.press(Key.Key_F1)
    app.press(Key.Key_F1)
    app.press_ctrl(Key.Key_L)
    app.press(Key.Key_Escape)
    app.press_ctrl(Key.Key_E)
    app.press(Key.Key_Escape)
    app.window.refresh_library()
    app.wait_until_idle()


def count_objects(app: AppDriver) -> int:
    for _ in range(2):
        gc.collect()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
    top_level_widgets = QApplication.topLevelWidgets()
    return sum(len(widget.findChildren(QObject)) for widget in top_level_widgets) + len(
        app.application.children()
    )


def test_sessions_leak_no_qobjects(app: AppDriver) -> None:
    app.write_deck(basic_note("a"), basic_note("b"))
    app.open_window()
    for _ in range(3):
        run_session(app)
    before = count_objects(app)
    for _ in range(20):
        run_session(app)
    assert count_objects(app) <= before


def test_qt_calls_do_not_decrement_refcount_of_none(qapp: QApplication) -> None:
    """PySide6 6.12.0 does so where None is reference-counted, until the process crashes. From Python 3.12 on None is immortal
    and starts with more than a billion references."""
    qobject = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        qobject.setObjectName("name")
    assert before - sys.getrefcount(None) < 100 or before > 1 << 30

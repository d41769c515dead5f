"""The overlay that lists the shortcuts: focus, closing, scrolling, and what a screen reader gets."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.ui.app_driver import AppDriver
from tests.ui.decks.deck_page_actions import deck_titles

pytestmark = pytest.mark.qt_log_ignore(
    "plugin does not support (propagateSizeHints|raise|grabbing the keyboard)"
)

Key = Qt.Key


def test_shortcuts_overlay_can_be_scrolled(app: AppDriver) -> None:
    window = app.open_window()
    window.resize(window.minimumSize())
    app.press(Key.Key_F1)
    bar = window.shortcuts_overlay.scroll_area.verticalScrollBar()
    assert bar.maximum() > 0
    for _ in range(10):
        app.press(Key.Key_PageDown)
    assert bar.value() == bar.maximum()
    app.press(Key.Key_Up)
    assert bar.value() < bar.maximum()
    app.press(Key.Key_A)
    assert window.shortcuts_overlay.isVisible()
    app.press(Key.Key_Escape)
    assert not window.shortcuts_overlay.isVisible()


def test_shortcuts_overlay_keeps_the_focus(app: AppDriver) -> None:
    window = app.open_window()
    focus_before = window.focusWidget()
    app.press(Key.Key_F1)
    overlay = window.shortcuts_overlay
    for expected in (overlay.close_button, overlay.scroll_area, overlay.close_button):
        app.press(Key.Key_Tab)
        assert window.focusWidget() is expected
    app.press_ctrl(Key.Key_S)
    assert not app.is_reviewing
    app.press(Key.Key_F1)
    assert not overlay.isVisible()
    assert window.focusWidget() is focus_before


def test_shortcuts_overlay_closes_on_click_beside_the_list(app: AppDriver) -> None:
    window = app.open_window()
    app.press(Key.Key_F1)
    overlay = window.shortcuts_overlay
    QTest.mouseClick(overlay.scroll_area.viewport(), Qt.MouseButton.LeftButton)
    assert overlay.isVisible()
    QTest.mouseClick(overlay, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert not overlay.isVisible()


def test_shortcuts_overlay_is_a_dialog_with_groups(app: AppDriver) -> None:
    window = app.open_window()
    app.press(Key.Key_F1)
    overlay = window.shortcuts_overlay
    interface = QAccessible.queryAccessibleInterface(overlay)
    assert interface.role() is QAccessible.Role.Dialog
    assert interface.text(QAccessible.Text.Name) == "Keyboard shortcuts"
    assert "Esc" in interface.text(QAccessible.Text.Description)
    headings = [label.text() for label in overlay.findChildren(QLabel, "groupTitle")]
    assert headings == [
        "During review",
        "Current card",
        "In the browser",
        "In the editor",
        "Whole window",
    ]
    names = {label.accessibleName() for label in overlay.findChildren(QLabel)}
    assert "Show decks: Ctrl+D" in names


@pytest.mark.parametrize("text_size", [100, 200])
def test_shortcuts_overlay_cuts_no_text_in_a_small_window(app: AppDriver, text_size: int) -> None:
    app.app_settings.text_size = text_size
    window = app.open_window()
    window.resize(640, 480)
    app.press(Key.Key_F1)
    app.application.processEvents()
    overlay = window.shortcuts_overlay
    content = overlay.scroll_area.widget()
    assert content is not None
    assert content.width() <= overlay.scroll_area.viewport().width()
    for label in overlay.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width()), label.text()
        assert label.width() >= label.minimumSizeHint().width(), label.text()


def test_background_refresh_keeps_shortcuts_overlay_open(app: AppDriver) -> None:
    path = app.write_deck({"id": "a", "front": "A", "back": "B"})
    app.open_window()
    app.press(Key.Key_F1)
    path.write_text(path.read_text().replace("The deck", "Another name"))
    app.window.refresh_library()
    app.wait_until_idle()
    assert deck_titles(app)[0] == "Another name"
    assert app.window.shortcuts_overlay.isVisible()

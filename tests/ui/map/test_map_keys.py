"""The map page by keyboard, and what it says to screen readers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from studyapp.core.study.rating import Rating
from tests.ui.app_driver import AppDriver, basic_note
from tests.ui.map.map_driver import NET, MapDriver

pytestmark = pytest.mark.qt_log_ignore(
    "plugin does not support (propagateSizeHints|raise|grabbing the keyboard)"
)
Key = Qt.Key
GOOD, AGAIN = Rating.GOOD, Rating.AGAIN


def test_arrow_keys_go_along_the_edges(maps: MapDriver) -> None:
    maps.open()
    maps.press(Key.Key_Down)
    assert maps.selected == "root"
    maps.press(Key.Key_Down)
    assert maps.selected in ("left", "right")
    beside = {"left": Key.Key_Right, "right": Key.Key_Left}[maps.selected]
    other = {"left": "right", "right": "left"}[maps.selected]
    maps.press(beside)
    assert maps.selected == other
    maps.press(Key.Key_Down)
    assert maps.selected == "end"
    maps.press(Key.Key_Up, Key.Key_Up)
    assert maps.selected == "root"
    maps.press(Key.Key_End)
    assert maps.selected == "alone"
    maps.press(Key.Key_Home)
    assert maps.selected == "root"


def test_each_move_is_said_to_screen_readers(
    app: AppDriver, maps: MapDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    app.write_deck(*NET)
    maps.study((GOOD,))
    maps.open_window()
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    canvas = maps.canvas
    maps.press(Key.Key_Home)
    said = canvas.accessibleDescription()
    assert said.startswith("Question root?, Known, 1 card, expected recall ")
    maps.press(Key.Key_Right)
    assert canvas.accessibleDescription().endswith("?, New, 1 card")
    assert canvas.accessibleDescription() != said
    maps.page.view.header.field.setFocus()
    QTest.keyClicks(maps.page.view.header.field, "end")
    QTest.keyClick(maps.page.view.header.field, Key.Key_Return)
    app.process_events()
    assert maps.page.view.header.field.accessibleDescription() == "1 of 1: Question end?, New, 1 card"
    canvas.setFocus()
    assert canvas.accessibleDescription() == "Question end?, New, 1 card"


def test_tab_selects_a_node(app: AppDriver, maps: MapDriver) -> None:
    maps.open()
    maps.page.view.header.menu_button.setFocus()
    app.press(Key.Key_Tab)
    assert QApplication.focusWidget() is maps.canvas
    assert maps.selected == "root"


def test_tab_goes_from_the_header_over_the_map_to_the_panel_and_the_slider(
    app: AppDriver, maps: MapDriver
) -> None:
    app.write_deck(*NET)
    maps.study((GOOD,))
    page = maps.open_window()
    maps.press(Key.Key_Home, Key.Key_Return)
    header, panel = page.view.header, page.panel
    page.view.header.map_box.setFocus()
    reached = []
    for _ in range(11):
        reached.append(QApplication.focusWidget())
        app.press(Key.Key_Tab)
    (edit_button,) = panel.row_widgets[0].findChildren(QPushButton)
    assert reached == [
        header.map_box,
        header.field,
        header.zoom_out_button,
        header.fit_button,
        header.zoom_in_button,
        header.legend_button,
        header.menu_button,
        page.canvas,
        panel.close_button,
        panel.study_button,
        edit_button,
    ]
    assert QApplication.focusWidget() is page.view.day_bar.slider


def test_enter_opens_the_panel_and_escape_closes_it(app: AppDriver, maps: MapDriver) -> None:
    page = maps.open()
    maps.press(Key.Key_Home, Key.Key_Return)
    assert page.panel.isVisible()
    assert QApplication.focusWidget() is page.panel.study_button
    app.press(Key.Key_Escape)
    assert not page.panel.isVisible()
    assert QApplication.focusWidget() is page.canvas
    maps.press(Key.Key_Return)
    maps.canvas.setFocus()
    app.press(Key.Key_Escape)
    assert not page.panel.isVisible()


def test_the_map_has_the_focus_from_the_moment_the_page_is_shown(app: AppDriver, maps: MapDriver) -> None:
    app.write_deck(*NET)
    app.open_window()
    app.wait_until_idle()
    app.press_ctrl(Key.Key_M)
    assert QApplication.focusWidget() is maps.canvas
    assert not maps.page.view.empty_label.isVisible()
    maps.wait()
    assert QApplication.focusWidget() is maps.canvas
    app.window.show_decks()
    QTest.mouseClick(app.window.sidebar.item_button("map"), Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is maps.canvas


def test_the_text_about_a_missing_map_has_the_focus_while_it_is_shown(
    app: AppDriver, maps: MapDriver
) -> None:
    page = maps.open(basic_note("a"))
    assert QApplication.focusWidget() is page.view.empty_label
    app.write_deck(*NET)
    app.window.refresh_library()
    app.wait_until(lambda: page.shown is not None)
    maps.wait()
    assert QApplication.focusWidget() is page.canvas
    app.window.sidebar.item_button("map").setFocus()
    app.write_deck(basic_note("a"))
    app.window.refresh_library()
    app.wait_until(lambda: page.shown is None)
    maps.wait()
    assert QApplication.focusWidget() is app.window.sidebar.item_button("map")


def test_the_empty_field_reports_no_cursor_before_its_focus(app: AppDriver, maps: MapDriver) -> None:
    header = maps.open().view.header
    moves: list[int] = []
    header.field.cursorPositionChanged.connect(lambda _, new: moves.append(new))
    header.map_box.setFocus()
    app.press(Key.Key_Tab)
    assert header.field.hasFocus()
    assert moves == []  # Orca would say nothing about the focus
    assert header.field.accessibleName() == "Find"

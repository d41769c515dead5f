"""Keys and menus of the browse page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QStyle

from studyapp.ui.browse.browse_shortcuts import build_browse_menu
from tests.ui.app_driver import basic_note
from tests.ui.browse.browse_driver import BrowseDriver

pytestmark = pytest.mark.qt_log_ignore(
    "plugin does not support (propagateSizeHints|raise|grabbing the keyboard)"
)


Key = Qt.Key


Ctrl = Qt.KeyboardModifier.ControlModifier


def undo(browse: BrowseDriver) -> None:
    browse.app.press_ctrl(Key.Key_Z)
    browse.wait()


def suspended(browse: BrowseDriver) -> str:
    return "".join(name for name in "abc" if browse.schedule(name).is_suspended)


def test_keys_in_the_filters_act_on_filters_only(browse: BrowseDriver) -> None:
    page = browse.open(basic_note("a", tags=["some-tag"]), basic_note("b"))
    page.filters.setFocus()
    browse.app.type_text("some")
    assert page.filters.currentItem().text(0) == "some-tag"  # type: ignore[union-attr]
    browse.app.press(Key.Key_Delete)
    browse.app.press(Key.Key_Return)
    browse.wait()
    assert (page.field.text(), browse.notes) == ("tag:some-tag", ["a"])
    assert browse.app.window.current_page is page


def test_enter_presses_the_focused_button(browse: BrowseDriver) -> None:
    page = browse.open()
    requests: list[str] = []
    page.editRequested.disconnect()
    page.editRequested.connect(requests.append)
    page.search_bar.preview_button.setFocus()
    browse.app.press(Key.Key_Return)
    assert (page.preview.isVisible(), requests) == (False, [])


def test_letters_without_a_shortcut_read_no_rows(browse: BrowseDriver) -> None:
    page = browse.open(*(basic_note(f"n{number}") for number in range(300)))
    page.table.setFocus()
    read = len(page.model._row_by_card)
    browse.app.type_text("x")
    assert len(page.model._row_by_card) == read


def test_menu_lists_the_actions_with_their_keys(browse: BrowseDriver) -> None:
    page = browse.open()
    menu = build_browse_menu(page)
    flags, order, columns = menu.findChildren(QMenu)
    assert len(flags.actions()) == 4
    menu.ensurePolished()
    # On a low screen, it scrolls instead of growing beyond the edge in columns.
    assert menu.style().styleHint(QStyle.StyleHint.SH_Menu_Scrollable, None, menu) == 1
    assert [column.text() for column in order.actions()[:2]] == ["Order of decks and files", "Question"]
    assert columns.actions()[0].isChecked()
    shortcut_by_label = {action.text(): action.shortcut().toString() for action in menu.actions()}
    assert shortcut_by_label["Suspend (toggle)"] == "@"
    assert shortcut_by_label["Delete notes"] == "Del"
    assert shortcut_by_label["Undo"] == "Ctrl+Z"


def test_key_opens_the_menu_of_the_rows_or_of_the_filters(browse: BrowseDriver) -> None:
    page = browse.open()
    labels = []
    for widget in (page.table, page.filters):
        widget.setFocus()
        QTest.keyClick(widget, Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, QMenu)
        labels.append(popup.actions()[0].text())
        popup.close()
    assert labels == ["Edit note", "Search"]

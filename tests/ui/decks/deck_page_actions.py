"""Decks and actions that several tests of the decks page share."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from studyapp.ui.deck_list.deck_row import DeckRow
from tests.ui.app_driver import AppDriver, basic_note


def row_texts(app: AppDriver) -> list[list[str]]:
    """The titles and counts of the rows."""
    return [[row.title, *(str(count or "–") for count in row.counts.values())] for row in deck_rows(app)]


def deck_rows(app: AppDriver) -> list[DeckRow]:
    """The rows that are not below a collapsed one."""
    return list(app.decks_page.deck_list.tree.visible_rows())


def focus_row(app: AppDriver, number: int) -> None:
    """Focus the deck list and make this row the current one."""
    tree = app.decks_page.deck_list.tree
    tree.setFocus()
    tree.set_current(deck_rows(app)[number].key)


def focused_row(app: AppDriver) -> int:
    """The number of the row with the focus."""
    keys = [row.key for row in deck_rows(app)]
    return keys.index(app.decks_page.deck_list.focused_node_key)


def click_row(app: AppDriver, number: int, x: int = 200) -> None:
    """Click a row, `x` pixels from its left edge."""
    tree = app.decks_page.deck_list.tree
    point = QPoint(x, tree.row_rect(deck_rows(app)[number].key).center().y())
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=point)


def row_menu(app: AppDriver, number: int) -> QMenu:
    """The menu of a row."""
    return app.decks_page.deck_list.build_menu(deck_rows(app)[number].key)


def choose_in_row_menu(app: AppDriver, number: int, label: str) -> None:
    """Choose an item of the menu of a row."""
    next(action for action in row_menu(app, number).actions() if action.text().startswith(label)).trigger()


def write_two_decks(app: AppDriver) -> None:
    app.write_deck(basic_note("a"), basic_note("b"), deck="one", title={"en": "First", "zh-Hant": "第一"})
    app.write_deck(basic_note("c"), deck="two", title="Second")


def deck_titles(app: AppDriver) -> list[str]:
    return [row.title for row in deck_rows(app)]


def choose_menu_item(app: AppDriver, label: str) -> None:
    """Choose an item of the menu for adding decks."""
    menu = app.window.deck_adder.build_menu()
    next(action for action in menu.actions() if action.text().startswith(label)).trigger()
    app.wait_until_idle()


def drop_files(app: AppDriver, *paths: Path) -> None:
    mime_data = QMimeData()
    mime_data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), action, mime_data, left, none)
    app.application.sendEvent(app.window, enter)
    assert enter.isAccepted()
    app.application.sendEvent(app.window, QDropEvent(QPointF(9, 9), action, mime_data, left, none))
    app.wait_until_idle()

"""Decks and actions that several tests of the decks page share."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from tests.ui.app_driver import AppDriver, basic_note


def row_texts(app: AppDriver) -> list[list[str]]:
    """The titles and counts of the rows."""
    return [
        [row.text(), *(str(count or "–") for count in row.counts.values())]
        for row in app.decks_page.deck_list.rows
    ]


def write_two_decks(app: AppDriver) -> None:
    app.write_deck(basic_note("a"), basic_note("b"), deck="one", title={"en": "First", "zh-Hant": "第一"})
    app.write_deck(basic_note("c"), deck="two", title="Second")


def deck_titles(app: AppDriver) -> list[str]:
    return [row.text() for row in app.decks_page.deck_list.rows]


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

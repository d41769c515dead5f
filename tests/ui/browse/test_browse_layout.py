"""The arrangement of filters, table and preview in windows of all sizes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from studyapp.ui.browse.browse_page import BrowsePage
from tests.ui.app_driver import click
from tests.ui.browse.browse_driver import BrowseDriver

pytestmark = pytest.mark.qt_log_ignore(
    "plugin does not support (propagateSizeHints|raise|grabbing the keyboard)"
)


def resize(browse: BrowseDriver, width: int, height: int) -> None:
    browse.app.window.resize(width, height)
    browse.app.process_events()


def shown(page: BrowsePage) -> list[str]:
    parts = {"filters": page.filters, "table": page.table, "preview": page.preview}
    return [name for name, widget in parts.items() if widget.isVisible()]


def is_below(upper: QWidget, lower: QWidget, page: QWidget) -> bool:
    return lower.mapTo(page, lower.rect().topLeft()).y() >= upper.mapTo(page, upper.rect().bottomLeft()).y()


def test_preview_is_beside_or_below_the_table_or_alone(browse: BrowseDriver) -> None:
    page = browse.open()
    assert shown(page) == ["filters", "table", "preview"]
    assert not is_below(page.table, page.preview, page)
    resize(browse, 1000, 700)
    assert shown(page) == ["filters", "table", "preview"]
    assert is_below(page.table, page.preview, page)
    resize(browse, 640, 480)
    assert shown(page) == ["table"]
    click(page.search_bar.preview_button)
    assert shown(page) == ["preview"]
    click(page.search_bar.filters_button)
    assert shown(page) == ["filters"]
    page.filters.searchChosen.emit("is:new")
    browse.wait()
    assert shown(page) == ["table"]
    resize(browse, 1366, 768)
    assert shown(page) == ["filters", "table", "preview"]


def test_hidden_parts_stay_hidden_at_the_next_start(browse: BrowseDriver) -> None:
    page = browse.open()
    browse.app.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert shown(page) == ["table", "preview"]
    assert not page.search_bar.filters_button.isChecked()
    browse.app.close()
    page = browse.open_window()
    assert shown(page) == ["table", "preview"]
    click(page.search_bar.filters_button)
    assert shown(page) == ["filters", "table", "preview"]


def test_moved_border_stays_at_the_next_start(browse: BrowseDriver) -> None:
    page = browse.open()
    page.panels._outer.moveSplitter(260, 1)
    browse.app.process_events()
    width = page.filters.width()
    assert width > 220
    browse.app.close()
    assert browse.open_window().filters.width() == width


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("language", ["en", "zh-Hant"])
def test_no_button_is_cut_in_the_smallest_window(browse: BrowseDriver, text_size: int, language: str) -> None:
    browse.app.app_settings.interface_language = language
    browse.app.app_settings.text_size = text_size
    page = browse.open()
    resize(browse, 640, 480)
    bar = page.search_bar
    buttons = (
        bar.searches_button, bar.filters_button, bar.cards_button, bar.notes_button, bar.preview_button, bar.menu_button,
    )  # fmt: skip
    visible = [button for button in buttons if button.isVisible()]
    assert {bar.searches_button, bar.filters_button, bar.preview_button, bar.menu_button} <= set(visible)
    assert all(button.width() >= button.sizeHint().width() for button in visible)
    assert all(bar.rect().contains(button.geometry()) for button in visible)
    count = bar.narrow_count_label if bar.narrow_count_label.isVisible() else bar.count_label
    assert count.width() >= count.fontMetrics().horizontalAdvance(count.text())
    assert page.table.viewport().height() >= 2 * page.table.rowHeight(0)

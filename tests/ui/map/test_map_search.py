"""Finding nodes of a map: the search field, and the table of all nodes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from studyapp.core.study.rating import Rating
from studyapp.ui.map.node_table_dialog import NodeTableDialog
from tests.ui.app_driver import AppDriver, basic_note
from tests.ui.map.map_driver import NET, MapDriver

pytestmark = pytest.mark.qt_log_ignore(
    "plugin does not support (propagateSizeHints|raise|grabbing the keyboard)"
)
Key = Qt.Key
GOOD, AGAIN = Rating.GOOD, Rating.AGAIN


def test_search_outlines_nodes_and_enter_goes_through_them(app: AppDriver, maps: MapDriver) -> None:
    page = maps.open()
    field, found = page.view.header.field, page.view.header.found_label
    field.setFocus()
    QTest.keyClicks(field, "T?")
    assert page.canvas._found == {maps.node("left"), maps.node("right"), maps.node("root")}
    assert found.text() == "3 found"
    visited = []
    for _ in range(4):
        app.press(Key.Key_Return)
        visited.append(maps.selected)
    assert visited[0] == visited[3] == "root"
    assert set(visited) == {"root", "left", "right"}
    assert found.text() == "1 of 3"
    app.press(Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert maps.selected == visited[2]
    app.press(Key.Key_Escape)
    assert field.text() == ""
    assert page.canvas._found == frozenset()
    assert not found.isVisible()


def test_search_ignores_case_and_chinese_variants(app: AppDriver, maps: MapDriver) -> None:
    app.write_deck(
        {"id": "a", "front": {"en": "Model", "zh-Hant": "語言模型"}, "back": "x"},
        basic_note("b", requires=["a"]),
    )
    maps.open_window()
    for text in ("MODEL", "語言", "语言"):
        assert maps.shown.find(text) == [maps.node("a")], text
    assert maps.shown.find("  ") == []


def test_the_table_lists_all_nodes_and_leads_to_them(app: AppDriver, maps: MapDriver) -> None:
    app.write_deck(*NET)
    maps.study((GOOD,))
    page = maps.open_window()
    page.show_table()
    (dialog,) = page.findChildren(NodeTableDialog)
    rows = [
        [dialog.table.item(row, column).text() for column in range(dialog.table.columnCount())]  # type: ignore[union-attr]
        for row in range(dialog.table.rowCount())
    ]
    assert rows[0][:3] == ["Question root?", "Known", "1"]
    assert rows[0][3].endswith("%")
    assert set(rows[0][6].split("; ")) == {"Question left?", "Question right?"}
    assert set(rows[3][5].split("; ")) == {"Question left?", "Question right?"}
    assert rows[4][:4] == ["Question alone?", "New", "1", ""]
    dialog.table.sortItems(1)
    states = [dialog.table.item(row, 1).text() for row in range(5)]  # type: ignore[union-attr]
    assert states == ["Known", "New", "New", "New", "New"]
    dialog.table.sortItems(1, Qt.SortOrder.DescendingOrder)
    assert dialog.table.item(4, 1).text() == "Known"  # type: ignore[union-attr]
    (row,) = (row for row in range(5) if dialog.table.item(row, 0).text() == "Question end?")  # type: ignore[union-attr]
    dialog.table.setCurrentCell(row, 0)
    QTest.keyClick(dialog.table, Key.Key_Return)
    app.process_events()
    assert maps.selected == "end"
    assert app.window.focusWidget() is page.canvas

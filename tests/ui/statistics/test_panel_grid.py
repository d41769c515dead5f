"""Where the panels of the page stand."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from studyapp.ui.kit.widgets import create_label
from studyapp.ui.statistics.panel_grid import PanelGrid

pytestmark = pytest.mark.qt_log_ignore("plugin does not support propagateSizeHints")

HEIGHTS = (100, 300, 100, 100, 50)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def show_grid(parent: QWidget, width: int) -> tuple[PanelGrid, list[QWidget], QWidget]:
    grid = PanelGrid(parent)
    panels = [QWidget(grid) for _ in HEIGHTS]
    for panel, height in zip(panels, HEIGHTS, strict=True):
        panel.setFixedHeight(height)
    bottom = QWidget(grid)
    bottom.setFixedHeight(40)
    grid.add_panels([], panels, [bottom])
    parent.resize(width, 2000)
    grid.resize(width, 2000)
    parent.show()
    lay_out()
    return grid, panels, bottom


def lay_out() -> None:
    """Handle the events of the layout, and those of the panels that were moved."""
    for _ in range(3):
        QApplication.processEvents()


def lefts(panels: list[QWidget]) -> list[bool]:
    return [panel.x() == 0 for panel in panels]


def test_each_panel_stands_in_the_shorter_column(parent: QWidget) -> None:
    grid, panels, bottom = show_grid(parent, 1200)
    assert lefts(panels) == [True, False, True, True, False]
    assert bottom.width() == grid.width()
    assert bottom.y() > max(panel.geometry().bottom() for panel in panels)


def test_a_panel_that_grows_moves_those_after_it(parent: QWidget) -> None:
    _, panels, _ = show_grid(parent, 1200)
    panels[0].setFixedHeight(500)
    lay_out()
    assert lefts(panels) == [True, False, False, False, True]


@pytest.mark.parametrize("width", [300, 1200])
def test_panels_have_room_for_all_lines_of_their_texts(parent: QWidget, width: int) -> None:
    grid = PanelGrid(parent)
    labels = [
        create_label("some words " * count, "subtitle", grid, has_word_wrap=True) for count in (80, 5, 40)
    ]
    bottom = QWidget(grid)
    bottom.setFixedHeight(40)
    grid.add_panels([], labels, [bottom])
    parent.resize(width, 4000)
    grid.resize(width, 4000)
    parent.show()
    lay_out()
    for label in labels:
        assert label.height() >= label.heightForWidth(label.width())
    assert bottom.y() - max(label.geometry().bottom() for label in labels) < 40


def test_one_column_keeps_the_order(parent: QWidget) -> None:
    _, panels, bottom = show_grid(parent, 500)
    assert lefts(panels) == [True] * len(panels)
    tops = [panel.y() for panel in [*panels, bottom]]
    assert tops == sorted(tops)

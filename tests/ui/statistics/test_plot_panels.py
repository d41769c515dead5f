"""The panels of the statistics page: keys, tooltips, tables, files and their columns."""

import csv

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QHelpEvent, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QFileDialog, QToolTip

from studyapp.core.study.rating import Rating
from studyapp.ui.statistics.figures.plot_names import PlotName
from studyapp.ui.statistics.table_dialog import TableDialog
from tests.ui.app_driver import AppDriver, basic_note
from tests.ui.statistics.statistics_driver import StatisticsDriver

pytestmark = pytest.mark.qt_log_ignore(
    "plugin does not support (propagateSizeHints|raise|grabbing the keyboard)"
)
Key = Qt.Key
GOOD, AGAIN = Rating.GOOD, Rating.AGAIN
NOTES = [basic_note(name) for name in ("a", "b", "c")]


def test_arrow_keys_go_through_the_bars_and_say_their_values(
    app: AppDriver, statistics: StatisticsDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    app.write_deck(*NOTES)
    statistics.study((GOOD, AGAIN))
    statistics.open_window()
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    view = statistics.panel(PlotName.BUTTONS).view
    view.setFocus()
    assert view.accessibleName() == "Answer buttons"
    assert view.accessibleDescription() == statistics.plot(PlotName.BUTTONS).sentence
    app.press(Key.Key_Right)
    app.process_events()
    assert view.accessibleDescription() == "Hard, Mature: 0, Young: 0, Learning and relearning: 0, Share: 0%"
    app.press(Key.Key_Home)
    app.process_events()
    assert (
        view.accessibleDescription() == "Again, Mature: 0, Young: 0, Learning and relearning: 1, Share: 50%"
    )
    app.press(Key.Key_Left)
    assert view.selected == 0
    statistics.page.focus_default_widget()
    assert view.accessibleDescription() == statistics.plot(PlotName.BUTTONS).sentence


def test_the_menu_shows_the_table_and_writes_files(
    app: AppDriver, statistics: StatisticsDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    app.write_deck(*NOTES)
    statistics.study((GOOD, AGAIN))
    statistics.open_window()
    panel = statistics.panel(PlotName.BUTTONS)
    actions = panel.build_menu().actions()
    assert [one.text() for one in actions if one.text()] == [
        "Show table", "Save as CSV…", "Save as SVG…", "Save as PNG…",
    ]  # fmt: skip
    actions[0].trigger()
    (dialog,) = panel.findChildren(TableDialog)
    model = dialog.table.model()
    assert [model.index(row, 3).data() for row in range(4)] == ["1", "0", "1", "0"]
    dialog.close()
    for action, suffix in zip(actions[2:], ("csv", "svg", "png"), strict=True):
        file = app.data_folder / f"plot.{suffix}"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, name=str(file): (name, ""))
        action.trigger()
    with (app.data_folder / "plot.csv").open(encoding="utf-8-sig", newline="") as csv_file:
        assert list(csv.reader(csv_file))[:2] == [
            ["Button", "Mature", "Young", "Learning and relearning", "Share"],
            ["Again", "0", "0", "1", "0.5"],
        ]
    assert QSvgRenderer(str(app.data_folder / "plot.svg")).isValid()
    image = QImage(str(app.data_folder / "plot.png"))
    assert (
        len({image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}) > 3
    )


def test_a_file_that_cannot_be_written_is_reported(
    app: AppDriver, statistics: StatisticsDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    statistics.open()
    shown: list[str] = []
    monkeypatch.setattr("studyapp.ui.dialogs.modal_dialogs.show_error", lambda _, text: shown.append(text))
    statistics.panel(PlotName.STATES).save(app.data_folder / "missing" / "plot.csv")
    assert len(shown) == 1
    assert "missing" in shown[0]


@pytest.mark.parametrize(("width", "columns"), [(1366, 2), (640, 1)])
def test_panels_stand_in_as_many_columns_as_there_is_room_for(
    app: AppDriver, statistics: StatisticsDriver, width: int, columns: int
) -> None:
    statistics.open()
    app.window.resize(width, 700)
    app.process_events()
    assert statistics.page.view.grid.column_count == columns
    scroll_area = statistics.page.view.scroll_area
    widget = scroll_area.widget()
    assert widget is not None
    assert widget.width() <= scroll_area.viewport().width()


def test_nothing_is_cut_off_at_double_text_size(app: AppDriver, statistics: StatisticsDriver) -> None:
    app.app_settings.text_size = 200
    app.write_deck(*NOTES)
    statistics.study((GOOD,), (GOOD,))
    statistics.open_window()
    app.window.resize(640, 480)
    app.process_events()
    scroll_area = statistics.page.view.scroll_area
    widget = scroll_area.widget()
    assert widget is not None
    assert widget.width() <= scroll_area.viewport().width()


def test_a_tooltip_shows_the_values_at_the_pointer(app: AppDriver, statistics: StatisticsDriver) -> None:
    statistics.open()
    view = statistics.panel(PlotName.STATES).view
    painter = view._current_painter
    assert painter is not None
    assert painter.index_at(painter.rect_of(0).center()) == 0
    place: QPoint = painter.rect_of(0).center().toPoint()
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, place, view.mapToGlobal(place)))
    assert QToolTip.text() == "New\nCards: 3"

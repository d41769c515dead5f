"""The statistics page as a screen reader says it: the accessibility tree of every plot, its categories and its table."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QWidget

from studyapp.core.study.rating import Rating
from studyapp.ui.statistics.figures.plot_names import PlotName
from studyapp.ui.statistics.plots.plot_table import column_headings, describe, row_texts
from studyapp.ui.statistics.table_dialog import TableDialog
from tests.ui.app_driver import DAY, AppDriver, basic_note, visible_widgets
from tests.ui.statistics.statistics_driver import StatisticsDriver

pytestmark = pytest.mark.qt_log_ignore("plugin does not support")

Key = Qt.Key
GOOD, AGAIN = Rating.GOOD, Rating.AGAIN

WITHOUT_VALUES = {PlotName.CONFIDENCE}
"""Plots that have no values in these tests: no confidence was stated."""


@pytest.fixture(autouse=True)
def screen_reader_is_active() -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def studied(app: AppDriver, statistics: StatisticsDriver) -> StatisticsDriver:
    """The page of somebody who has studied for months and has forgotten a card again and again."""
    app.write_deck(basic_note("a", section="2", evidence="hypothesis"))
    statistics.study((GOOD, GOOD))
    for _ in range(3):
        app.now += 60 * DAY
        statistics.study((AGAIN, GOOD))
    statistics.open_window()
    return statistics


def interface(widget: QWidget) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(widget)


def text(widget: QWidget, kind: QAccessible.Text) -> str:
    return interface(widget).text(kind)


def heard(widget: QWidget) -> str:
    """The description of a widget once all events are handled."""
    for _ in range(3):
        QApplication.processEvents()
    return text(widget, QAccessible.Text.Description)


def test_every_plot_has_its_title_as_name_and_its_sentence_as_description(studied: StatisticsDriver) -> None:
    for name in PlotName:
        panel = studied.panel(name)
        plot = studied.plot(name)
        assert panel.view.isVisible() is (name not in WITHOUT_VALUES), name
        if name in WITHOUT_VALUES:
            assert text(panel.sentence_label, QAccessible.Text.Name) == plot.sentence
            continue
        assert text(panel.view, QAccessible.Text.Name) == plot.title
        assert text(panel.view, QAccessible.Text.Description) == plot.sentence
        assert interface(panel.view).state().focusable
        assert plot.title in text(panel.menu_button, QAccessible.Text.Name)


def test_plots_are_in_the_tree_below_the_page(studied: StatisticsDriver) -> None:
    window = interface(studied.app.window)
    for name in set(PlotName) - WITHOUT_VALUES:
        view = interface(studied.panel(name).view)
        parents = []
        current = view
        while current is not None and current.isValid() and current.object() is not window.object():
            parents.append(current)
            above = current.parent()
            assert above.indexOfChild(current) >= 0
            current = above
        assert len(parents) > 2


@pytest.mark.parametrize("name", sorted(set(PlotName) - WITHOUT_VALUES))
def test_arrow_keys_say_each_category(studied: StatisticsDriver, name: PlotName) -> None:
    view, plot = studied.panel(name).view, studied.plot(name)
    view.setFocus()
    heard(view)
    QTest.keyClick(view, Key.Key_Home)
    assert heard(view) == describe(plot, 0).replace("\n", ", ")
    step = 7 if name is PlotName.CALENDAR else 1
    for index in range(step, min(len(plot.categories), 3 * step + 1), step):
        QTest.keyClick(view, Key.Key_Right)
        assert heard(view) == describe(plot, index).replace("\n", ", ")
    QTest.keyClick(view, Key.Key_End)
    assert heard(view) == describe(plot, len(plot.categories) - 1).replace("\n", ", ")
    studied.page.focus_default_widget()
    assert heard(view) == plot.sentence


def press(app: AppDriver, key: Qt.Key) -> None:
    app.press(key)
    app.process_events()


def table_rows(dialog: TableDialog) -> list[list[str]]:
    """What is said of the cells of each row, first that of the headings. Rows begin with a heading of their own."""
    table = interface(dialog.table)
    names = [table.child(index).text(QAccessible.Text.Name) for index in range(table.childCount())]
    width = dialog.table.columnCount() + 1
    return [names[start + 1 : start + width] for start in range(0, len(names), width)]


@pytest.mark.parametrize("name", sorted(set(PlotName) - WITHOUT_VALUES))
def test_the_table_of_each_plot_is_reached_and_read_by_keyboard(
    studied: StatisticsDriver, name: PlotName
) -> None:
    app, panel, plot = studied.app, studied.panel(name), studied.plot(name)
    panel.view.setFocus()
    press(app, Key.Key_Backtab)
    assert QApplication.focusWidget() is panel.menu_button
    press(app, Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Key.Key_Down)
    assert interface(menu).child(0).text(QAccessible.Text.Name) == "Show table"
    QTest.keyClick(menu, Key.Key_Return)
    app.process_events()
    (dialog,) = panel.findChildren(TableDialog)
    app.wait_until(dialog.isActiveWindow)
    assert QApplication.focusWidget() is dialog.table
    assert text(dialog.table, QAccessible.Text.Name) == plot.title
    labels = [one.text() for one in visible_widgets(dialog) if isinstance(one, QLabel)]
    assert plot.sentence in labels
    rows = table_rows(dialog)
    assert rows[0] == column_headings(plot)
    assert len(rows) == 1 + len(plot.categories)
    for index in {0, len(plot.categories) - 1}:
        assert rows[1 + index] == row_texts(plot, index)
    press(app, Key.Key_Escape)
    assert panel.findChildren(TableDialog) == []


def test_cards_that_were_forgotten_and_their_buttons_are_heard(studied: StatisticsDriver) -> None:
    panel = studied.page.view.forgotten
    (row,) = panel.row_widgets
    labels = [text(one, QAccessible.Text.Name) for one in row.findChildren(QLabel)]
    assert labels[0] == "Question a?"
    assert "3 lapses" in labels[1]
    assert "expected" in labels[1]
    buttons = [text(one, QAccessible.Text.Name) for one in row.findChildren(QPushButton)]
    assert buttons == ["Edit: Question a?", "Similar cards: Question a?"]
    panel.table_button.setFocus()
    press(studied.app, Key.Key_Return)
    (dialog,) = panel.findChildren(TableDialog)
    app = studied.app
    app.wait_until(dialog.isActiveWindow)
    assert table_rows(dialog)[1][0] == "Question a?"
    assert QApplication.focusWidget() is dialog.table
    dialog.close()


def test_tab_goes_through_the_filters_then_all_plots_then_the_forgotten_cards(
    studied: StatisticsDriver,
) -> None:
    header, forgotten = studied.page.header, studied.page.view.forgotten
    studied.page.focus_default_widget()
    reached: list[QWidget] = []
    while (widget := QApplication.focusWidget()) not in reached:
        assert widget is not None
        assert text(widget, QAccessible.Text.Name), widget
        reached.append(widget)
        press(studied.app, Key.Key_Tab)
    names = sorted(set(PlotName) - WITHOUT_VALUES, key=[PlotName.CALENDAR, *PlotName].index)
    shown = [studied.panel(name) for name in names]
    filters = [header.deck_box, header.period_box, header.step_box, header.field]
    plots = [widget for panel in shown for widget in (panel.menu_button, panel.view)]
    end = len(filters) + len(plots)
    assert reached[: len(filters)] == filters
    calendar = studied.page.view.calendar
    for below_the_calendar in (calendar.year_box, calendar.plans_button):
        reached.remove(below_the_calendar)
    assert reached[len(filters) : end] == plots
    assert all(forgotten.isAncestorOf(widget) for widget in reached[end : end + 3])
    assert reached[end + 3] is studied.app.window.sidebar.item_button("decks")


def test_days_off_are_heard_in_the_calendar(studied: StatisticsDriver) -> None:
    view, plot = studied.panel(PlotName.CALENDAR).view, studied.plot(PlotName.CALENDAR)
    assert plot.current is not None
    view.setFocus()
    QTest.keyClick(view, Key.Key_Down)
    assert heard(view) == describe(plot, plot.current + 1).replace("\n", ", ")
    QTest.keyClick(view, Key.Key_Space)
    studied.wait()
    assert heard(view).endswith("Day off: yes")
    assert text(studied.page.view.calendar.year_box, QAccessible.Text.Description) == "Year"


def test_a_page_without_reviews_is_heard(statistics: StatisticsDriver) -> None:
    statistics.open()
    for name in PlotName:
        panel = statistics.panel(name)
        assert text(panel.title_label, QAccessible.Text.Name) == statistics.plot(name).title
        assert text(panel.sentence_label, QAccessible.Text.Name) == statistics.plot(name).sentence

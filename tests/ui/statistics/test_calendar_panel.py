"""The calendar, and the days off that are marked in it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from studyapp.core.study.rating import Rating
from studyapp.core.study.study_day import study_day_at
from studyapp.ui.statistics.figures.plot_names import PlotName
from studyapp.ui.statistics.plots.plot_table import describe
from tests.ui.app_driver import DAY, AppDriver, basic_note
from tests.ui.statistics.statistics_driver import StatisticsDriver

pytestmark = pytest.mark.qt_log_ignore(
    "plugin does not support (propagateSizeHints|raise|grabbing the keyboard)"
)
Key = Qt.Key
GOOD, AGAIN = Rating.GOOD, Rating.AGAIN
NOTES = [basic_note(name) for name in ("a", "b", "c")]


def today_of(app: AppDriver) -> int:
    return study_day_at(app.now, app.clock.zone)


def days_off(app: AppDriver) -> list[int]:
    return [day for (day,) in app.collection.connection.execute("SELECT day FROM day_off ORDER BY day")]


def test_days_off_are_marked_by_click_and_by_key(app: AppDriver, statistics: StatisticsDriver) -> None:
    app.write_deck(*NOTES)
    statistics.study((GOOD,), (), (GOOD,))
    statistics.open_window()
    panel, today = statistics.page.view.calendar, today_of(app)
    current = statistics.plot(PlotName.CALENDAR).current
    assert current is not None
    yesterday = current - 1
    painter = panel.view._current_painter
    assert painter is not None
    QTest.mouseClick(panel.view, Qt.MouseButton.LeftButton, pos=painter.rect_of(yesterday).center().toPoint())
    statistics.wait()
    assert [row[0] for row in app.collection.connection.execute("SELECT day FROM day_off")] == [today - 1]
    calendar = statistics.plot(PlotName.CALENDAR).calendar
    assert calendar is not None
    assert calendar.days_off == {yesterday}
    assert statistics.sentence(PlotName.CALENDAR).startswith("Current streak: 2 days")
    panel.view.setFocus()
    app.press(Key.Key_Space)
    statistics.wait()
    assert app.collection.connection.execute("SELECT count(*) FROM day_off").fetchone() == (0,)


def test_coming_days_are_shown_and_marked_as_days_off(
    app: AppDriver, statistics: StatisticsDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    app.write_deck(*NOTES)
    statistics.study((GOOD,), (GOOD,))
    statistics.open_window()
    panel, today = statistics.page.view.calendar, today_of(app)
    plot = statistics.plot(PlotName.CALENDAR)
    current = plot.current
    assert current is not None
    assert len(plot.categories) == current + 1 + 60
    cards = statistics.page._cards
    assert cards is not None
    due = [cards.due_by_day.get(today + ahead, 0) for ahead in range(1, 61)]
    assert sum(due) > 0
    shown = [describe(plot, current + ahead).split("Due: ")[1] for ahead in range(1, 61)]
    assert shown == list(map(str, due))
    assert "Reviews: 1" in describe(plot, current)
    assert "Due" not in describe(plot, current)
    assert "Reviews" not in describe(plot, current + 1)
    painter = panel.view._current_painter
    assert painter is not None
    QTest.mouseClick(
        panel.view, Qt.MouseButton.LeftButton, pos=painter.rect_of(current + 60).center().toPoint()
    )
    statistics.wait()
    assert days_off(app) == [today + 60]
    assert statistics.sentence(PlotName.CALENDAR).endswith(" 1 coming day off.")
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    panel.view.setFocus()
    app.press(Key.Key_Left)
    app.press(Key.Key_Return)
    statistics.wait()
    assert days_off(app) == [today + 53, today + 60]
    assert panel.view.accessibleDescription().endswith("Due: 0, Day off: yes")
    app.press(Key.Key_Return)
    statistics.wait()
    assert days_off(app) == [today + 60]
    assert panel.view.accessibleDescription().endswith("Due: 0")


def test_days_that_are_too_far_ahead_are_not_marked(app: AppDriver, statistics: StatisticsDriver) -> None:
    app.write_deck(*NOTES)
    app.now -= 800 * DAY
    statistics.study((GOOD,))
    app.now += 800 * DAY
    statistics.open_window()
    panel, today = statistics.page.view.calendar, today_of(app)
    panel.year_box.setCurrentIndex(1)
    first = today - (statistics.plot(PlotName.CALENDAR).current or 0)
    calendar = statistics.plot(PlotName.CALENDAR).calendar
    assert calendar is not None
    assert calendar.first_coming == today + 1 - first
    for ahead in (60, 61):
        panel.view.chosen.emit(today + ahead - first)
    statistics.wait()
    assert days_off(app) == [today + 60]
    panel.year_box.setCurrentIndex(2)
    calendar = statistics.plot(PlotName.CALENDAR).calendar
    assert calendar is not None
    assert calendar.first_coming is None


def test_a_day_off_that_is_marked_while_figures_are_loaded_is_shown(
    app: AppDriver, statistics: StatisticsDriver
) -> None:
    app.write_deck(*NOTES)
    statistics.study((GOOD,), (), (GOOD,))
    page = statistics.open_window()
    was_running: list[bool] = []

    def mark_once(_: object) -> None:
        """Mark the day as soon as the reviews are shown, while the memory is being loaded."""
        if page._reviews is not None and not was_running:
            was_running.append(page._task.is_running)
            page.view.calendar.dayOffToggled.emit(today_of(app) - 1, True)

    page._task.succeeded.connect(mark_once)
    page.load()
    statistics.wait()
    assert was_running == [True]
    assert statistics.sentence(PlotName.CALENDAR).startswith("Current streak: 2 days")
    assert page._memory is not None

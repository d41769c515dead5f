"""The statistics page in a real window over a real collection."""

import csv

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QHelpEvent, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QToolTip

from studyapp.core.statistics.periods import Period
from studyapp.core.study.rating import Rating
from studyapp.core.study.study_day import study_day_at
from studyapp.ui.similar_cards.similar_cards_dialog import SimilarCardsDialog
from studyapp.ui.statistics.figures.day_spans import Step
from studyapp.ui.statistics.figures.plot_names import PlotName
from studyapp.ui.statistics.plots.plot_table import describe
from studyapp.ui.statistics.table_dialog import TableDialog
from tests.ui.app_driver import DAY, AppDriver, basic_note, click, text_of, typed_note
from tests.ui.statistics.statistics_driver import StatisticsDriver

pytestmark = pytest.mark.qt_log_ignore(
    "plugin does not support (propagateSizeHints|raise|grabbing the keyboard)"
)

Key = Qt.Key
GOOD, AGAIN = Rating.GOOD, Rating.AGAIN
NOTES = [basic_note(name) for name in ("a", "b", "c")]


def today_of(app: AppDriver) -> int:
    return study_day_at(app.now, app.clock.zone)


def test_a_collection_without_reviews_has_sentences_but_no_plots(statistics: StatisticsDriver) -> None:
    statistics.open()
    assert statistics.sentence(PlotName.TODAY) == "No reviews yet today."
    assert statistics.sentence(PlotName.STATES) == "3 cards: 100% new, 0% young and 0% mature."
    for name in PlotName:
        assert statistics.sentence(name) not in ("", "Loading…"), name
        is_shown = statistics.panel(name).view.isVisible()
        assert is_shown is (name in (PlotName.STATES, PlotName.ADDED)), name
    assert text_of(statistics.page.view.forgotten.sentence_label).startswith("No card was forgotten")


def test_a_day_of_reviews_is_counted(app: AppDriver, statistics: StatisticsDriver) -> None:
    app.write_deck(*NOTES)
    statistics.study((GOOD, GOOD, AGAIN, GOOD))
    statistics.open_window()
    assert (
        statistics.sentence(PlotName.TODAY) == "4 reviews in 40 seconds, 10 seconds per review: 75% recalled."
    )
    assert statistics.sentence(PlotName.BUTTONS) == "Of 4 reviews: Again 25%, Hard 0%, Good 75%, Easy 0%."
    assert statistics.sentence(PlotName.CALENDAR).startswith("Current streak: 1 day, since ")
    assert sum(value or 0 for value in statistics.plot(PlotName.CALENDAR).series[0].values) == 4
    reviews = statistics.plot(PlotName.REVIEWS)
    assert [series.values[-1] for series in reviews.further_columns] == [4]


def test_new_reviews_are_shown_when_the_page_is_shown_again(
    app: AppDriver, statistics: StatisticsDriver
) -> None:
    statistics.open()
    app.window.start_session()
    app.review_page.reveal()
    app.review_page.rate(GOOD)
    statistics.show()
    assert statistics.sentence(PlotName.TODAY).startswith("1 review in ")


def test_filters_by_deck_and_search_select_the_cards(app: AppDriver, statistics: StatisticsDriver) -> None:
    app.write_deck(*NOTES)
    app.write_deck(typed_note("x", "y"), deck="other", title="Other")
    page = statistics.open_window()
    assert statistics.sentence(PlotName.STATES).startswith("4 cards")
    page.header.deck_box.setCurrentIndex(page.header.deck_box.findText("Other"))
    statistics.wait()
    assert statistics.sentence(PlotName.STATES).startswith("1 card:")
    assert page.current_deck_id == "other"
    page.header.deck_box.setCurrentIndex(0)
    page.header.field.setFocus()
    QTest.keyClicks(page.header.field, '"Question a"')
    statistics.wait()
    assert statistics.sentence(PlotName.STATES).startswith("1 card:")
    page.header.deck_box.setCurrentIndex(page.header.deck_box.findText("Other"))
    statistics.wait()
    assert statistics.sentence(PlotName.STATES) == "No cards."


def test_completion_offers_tags_once_the_figures_are_shown(
    app: AppDriver, statistics: StatisticsDriver
) -> None:
    def offered() -> tuple[str, ...]:
        app.wait_until(lambda: not page._completion_task.is_running)
        app.process_events()
        return page._complete("tag:", 4).candidates

    page = statistics.open(basic_note("a", tags=["verb"]))
    assert offered() == ("tag:verb", "tag:none")
    app.window.show_decks()
    app.write_deck(basic_note("a", tags=["noun"]))
    app.window.refresh_library()
    app.wait_until_idle()
    statistics.show()
    assert offered() == ("tag:noun", "tag:none")


def test_a_mistake_in_the_search_is_shown_until_it_is_mended(statistics: StatisticsDriver) -> None:
    page = statistics.open()
    page.header.field.setFocus()
    QTest.keyClicks(page.header.field, "is:late")
    statistics.wait()
    assert page.header.error_label.isVisible()
    assert "late" in page.header.error_label.text()
    page.header.field.clear()
    page.header.queryEdited.emit()
    statistics.wait()
    assert not page.header.error_label.isVisible()
    assert statistics.sentence(PlotName.STATES).startswith("3 cards")


def test_period_and_steps_decide_what_a_bar_is(app: AppDriver, statistics: StatisticsDriver) -> None:
    app.write_deck(*NOTES)
    statistics.study((GOOD,), *[()] * 99, (GOOD,))
    page = statistics.open_window()
    assert statistics.plot(PlotName.REVIEWS).heading == "Week"
    page.header.period_box.setCurrentIndex(page.header.period_box.findData(Period.MONTH))
    statistics.wait()
    assert statistics.plot(PlotName.REVIEWS).heading == "Day"
    assert len(statistics.plot(PlotName.REVIEWS).categories) == 30
    page.header.step_box.setCurrentIndex(page.header.step_box.findData(Step.YEAR))
    assert statistics.plot(PlotName.REVIEWS).heading == "Year"
    assert statistics.plot(PlotName.RETENTION).heading == "Year"


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


def days_off(app: AppDriver) -> list[int]:
    return [day for (day,) in app.collection.connection.execute("SELECT day FROM day_off ORDER BY day")]


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


def test_forgotten_cards_can_be_edited(app: AppDriver, statistics: StatisticsDriver) -> None:
    app.write_deck(basic_note("a"))
    statistics.study((GOOD, GOOD))
    for _ in range(3):
        app.now += 60 * DAY
        statistics.study((AGAIN, GOOD))
    statistics.open_window()
    panel = statistics.page.view.forgotten
    assert text_of(panel.sentence_label).startswith("1 card forgotten three times or more.")
    assert len(panel.row_widgets) == 1
    button, similar_button = panel.row_widgets[0].findChildren(QPushButton)
    edited: list[str] = []
    statistics.page.editRequested.connect(edited.append)
    click(button)
    assert edited == ["d/a"]
    app.window.editor.close()
    click(similar_button)
    (dialog,) = app.window.findChildren(SimilarCardsDialog)
    app.wait_until(lambda: not dialog.is_busy)
    dialog.close()


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

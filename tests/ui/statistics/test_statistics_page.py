"""The statistics page in a real window over a real collection."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from studyapp.core.statistics.periods import Period
from studyapp.core.study.rating import Rating
from studyapp.ui.similar_cards.similar_cards_dialog import SimilarCardsDialog
from studyapp.ui.statistics.figures.day_spans import Step
from studyapp.ui.statistics.figures.plot_names import PlotName
from tests.ui.app_driver import DAY, AppDriver, basic_note, click, text_of, typed_note
from tests.ui.statistics.statistics_driver import StatisticsDriver

pytestmark = pytest.mark.qt_log_ignore(
    "plugin does not support (propagateSizeHints|raise|grabbing the keyboard)"
)
Key = Qt.Key
GOOD, AGAIN = Rating.GOOD, Rating.AGAIN
NOTES = [basic_note(name) for name in ("a", "b", "c")]


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
        statistics.sentence(PlotName.TODAY)
        == "4 reviews in 40 seconds, 10 seconds per review. All were in learning steps: 75% recalled."
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


def test_the_empty_field_reports_no_cursor_before_its_focus(
    app: AppDriver, statistics: StatisticsDriver
) -> None:
    header = statistics.open().header
    moves: list[int] = []
    header.field.cursorPositionChanged.connect(lambda _, new: moves.append(new))
    header.step_box.setFocus()
    app.press(Qt.Key.Key_Tab)
    assert header.field.hasFocus()
    assert moves == []  # Orca would say nothing about the focus
    assert header.field.accessibleName() == "Filter"

"""The finished screen of a session."""

import pytest
from PySide6.QtCore import Qt, QTimer

from tests.ui.app_driver import MINUTE, AppDriver, basic_note, text_of

Key = Qt.Key


def test_finished_screen_shows_session_summary(app: AppDriver) -> None:
    page = app.study(basic_note("a"), basic_note("b"))
    app.press(Key.Key_Space)
    app.now += 40_000
    app.press(Key.Key_4)
    app.press(Key.Key_Space)
    app.now += 50_000
    app.press(Key.Key_4)
    assert page.finished_panel.title_label.text() == "Done for now"
    assert page.finished_panel.summary_label.text() == "2 reviews · 100% correct · 2 minutes"
    assert page.finished_panel.next_due_label.text() == "Next cards in 8 days."
    assert page.finished_panel.isVisible()


def test_undone_rating_is_not_counted_in_summary(app: AppDriver) -> None:
    page = app.study(basic_note("a"))
    app.press(Key.Key_Space)
    app.press(Key.Key_4)
    app.press_ctrl(Key.Key_Z)
    app.press(Key.Key_At)
    assert page.finished_panel.title_label.text() == "Nothing to study right now"
    assert not page.finished_panel.summary_label.isVisible()


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return])
def test_space_or_enter_leaves_finished_screen(app: AppDriver, key: Key) -> None:
    app.study(basic_note("a"))
    app.press(Key.Key_Space)
    app.press(Key.Key_4)
    app.press(key)
    assert not app.is_reviewing


def finish_with_learning_card(app: AppDriver, minutes: int) -> None:
    """Finish a session whose only card is due in so many minutes, beyond the learn-ahead limit."""
    app.study(basic_note("a"))
    app.press(Key.Key_Space)
    app.press(Key.Key_3)
    app.press(Key.Key_Escape)
    app.now -= (minutes - 10) * MINUTE
    app.press_ctrl(Key.Key_S)


def active_timer(app: AppDriver) -> QTimer:
    (timer,) = (timer for timer in app.review_page.findChildren(QTimer) if timer.isActive())
    return timer


def test_finished_screen_resumes_when_card_becomes_due(app: AppDriver) -> None:
    finish_with_learning_card(app, 30)
    page = app.review_page
    assert page.prompt is None
    assert "Next card at" in page.finished_panel.next_due_label.text()
    timer = active_timer(app)
    assert 9 * MINUTE < timer.interval() <= 10 * MINUTE
    app.now += timer.interval()
    timer.timeout.emit()
    assert page.card_view.isVisible()
    assert text_of(page.card_view) == "Question a?"


def test_clock_set_back_by_hours_keeps_timer_interval_bounded(app: AppDriver) -> None:
    finish_with_learning_card(app, 4 * 60)
    assert app.review_page.prompt is None
    assert active_timer(app).interval() <= 60 * MINUTE


def test_language_shortcut_keeps_finished_screen(app: AppDriver) -> None:
    page = app.study(basic_note("a"))
    app.press(Key.Key_Space)
    app.press(Key.Key_4)
    app.press_ctrl(Key.Key_L)
    assert page.finished_panel.isVisible()

"""The finished screen of a session."""

import pytest
from PySide6.QtCore import Qt, QTimer

from studyapp.services.options.option_storage import set_option
from studyapp.store.stored_options import ALL_DECKS
from tests.ui.app_driver import DAY, MINUTE, AppDriver, basic_note, click, text_of

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
    assert page.finished_panel.next_due_label.text() == "Next cards in 7 days."
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


def test_cards_that_the_learner_was_sure_of_and_forgot_can_be_practiced(app: AppDriver) -> None:
    app.write_deck(basic_note("a"), basic_note("b"))
    app.open_window()
    for name, value in {"confidence": "on", "learning_steps": ""}.items():
        set_option(app.collection, ALL_DECKS, name, value)
    app.window.start_session()
    app.type_text("S1")
    app.type_text("U1")
    button = app.review_page.finished_panel.practice_button
    assert button.text() == "Practice 1 “Sure” mistake"
    click(button)
    assert app.card.note.id == "a"
    assert app.review_page.header.title_label.text() == "Practice · The deck"
    app.type_text("S3")
    assert not button.isVisible()
    assert app.ratings() == [("a", 1), ("b", 1)]


def test_due_cards_beyond_the_minutes_of_today_are_told_and_offered(app: AppDriver) -> None:
    app.write_deck(*(basic_note(f"n{number}") for number in range(12)))
    app.open_window()
    set_option(app.collection, ALL_DECKS, "learning_steps", "")
    app.window.start_session()
    for _ in range(12):
        app.press(Key.Key_Space)
        app.press(Key.Key_3)
    app.now += 30 * DAY
    set_option(app.collection, ALL_DECKS, "minutes_a_day", "1")
    app.window.show_decks()
    fitting = int(app.decks_page.title_label.text().removesuffix(" cards to review"))
    waiting = f"{12 - fitting} due cards will wait until tomorrow."
    assert app.decks_page.subtitle_label.text() == f"About 1 minute. {waiting}"
    app.window.start_session()
    panel, rated = app.review_page.finished_panel, 0
    while app.review_page.prompt is not None:
        app.press(Key.Key_Space)
        app.now += 20_000
        app.press(Key.Key_4)
        rated += 1
    left = 12 - rated
    assert 1 < rated < 10
    text = f"Today's minutes are over. {left} due cards will wait until tomorrow."
    assert panel.waiting_label.text() == text and panel.waiting_label.isVisible()
    assert not panel.next_due_label.isVisible()
    assert panel.waiting_button.text() == f"Review {left} more"
    app.window.show_decks()
    assert app.decks_page.subtitle_label.text() == f"{left} due cards will wait until tomorrow."
    app.window.start_session()
    panel.waiting_button.click()
    assert app.prompt.counts.review == left
    for _ in range(left):
        app.press(Key.Key_Space)
        app.press(Key.Key_4)
    assert panel.isVisible() and not panel.waiting_label.isVisible() and not panel.waiting_button.isVisible()
    assert panel.next_due_label.isVisible()

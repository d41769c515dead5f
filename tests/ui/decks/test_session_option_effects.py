"""Options that change a session, and what the review page says about them."""

import pytest
from PySide6.QtCore import Qt

from studyapp.core.study.rating import Confidence, Rating
from studyapp.services.options.option_storage import set_option
from studyapp.store.stored_options import ALL_DECKS
from tests.ui.app_driver import MINUTE, AppDriver, basic_note

pytestmark = pytest.mark.qt_log_ignore("plugin does not support propagateSizeHints")


Key = Qt.Key


def test_confidence_is_asked_at_reveal_and_saved(app: AppDriver) -> None:
    app.write_deck(*(basic_note(name) for name in "abc"))
    app.open_window()
    set_option(app.collection, ALL_DECKS, "confidence", "on")
    app.press_ctrl(Key.Key_S)
    assert not app.review_page.reveal_button.isVisible()
    app.type_text("G")
    assert app.review_page.rating_buttons.isVisible()
    app.press(Key.Key_4)
    app.press(Key.Key_Space)  # presses "Sure", which has the focus
    app.press(Key.Key_1)
    app.press(Key.Key_Tab)
    app.press(Key.Key_Space)
    app.press(Key.Key_4)
    confidences = [row["confidence"] for row in app.journal_rows()]
    assert confidences == [Confidence.GUESS, Confidence.SURE, Confidence.UNSURE]
    app.press(Key.Key_Space)
    app.press(Key.Key_4)
    assert (
        app.review_page.finished_panel.calibration_label.text()
        == "Sure: 1 of 2 correct · Unsure: 1 of 1 correct · Guess: 1 of 1 correct"
    )


def test_two_button_option_removes_hard(app: AppDriver) -> None:
    app.write_deck(basic_note("a"))
    app.open_window()
    set_option(app.collection, ALL_DECKS, "rating_choice", "two")
    app.press_ctrl(Key.Key_S)
    app.press(Key.Key_Space)
    assert not app.review_page.rating_buttons.button_for(Rating.HARD).isVisible()
    app.press(Key.Key_2)
    assert app.journal_rows() == []
    app.press(Key.Key_3)
    assert app.ratings() == [("a", Rating.GOOD)]


def test_timebox_message_is_shown_once(app: AppDriver) -> None:
    app.write_deck(*(basic_note(name) for name in "abc"))
    app.open_window()
    set_option(app.collection, ALL_DECKS, "time_box", "5")
    app.press_ctrl(Key.Key_S)
    page = app.review_page
    for elapsed, banner_text in ((MINUTE, ""), (4 * MINUTE, "5 minutes elapsed · 2 reviews"), (MINUTE, "")):
        app.now += elapsed
        app.press(Key.Key_Space)
        app.press(Key.Key_4)
        assert (page.banner.text() if page.banner.isVisible() else "") == banner_text


def test_auto_advance_stops_after_unattended_cards(app: AppDriver) -> None:
    app.write_deck(*(basic_note(name) for name in "abcdef"))
    app.open_window()
    for name in ("auto_reveal", "auto_next"):
        set_option(app.collection, ALL_DECKS, name, "1")
    app.press_ctrl(Key.Key_S)
    timer = app.review_page._auto_advance._timer
    seen = []
    for _ in range(3):
        seen.append(app.card.note.id)
        assert timer.isActive()
        timer.timeout.emit()
        assert app.review_page.rating_buttons.isVisible()
        timer.timeout.emit()
    assert seen == ["a", "b", "c"]
    assert (app.card.note.id, app.review_page.rating_buttons.isVisible()) == ("c", True)
    assert app.journal_rows() == []
    app.press(Key.Key_3)
    assert app.ratings() == [("c", 3)]


def test_header_shows_estimated_time(app: AppDriver) -> None:
    app.study(*(basic_note(f"n{number}") for number in range(12)))
    assert app.review_page.header.counts_label.text() == "12 new · 0 learning · 0 due · about 4 minutes"


def test_confidence_buttons_show_their_whole_text_in_a_small_window_with_large_text(app: AppDriver) -> None:
    app.app_settings.text_size = 200
    app.write_deck(basic_note("a"))
    app.open_window()
    set_option(app.collection, ALL_DECKS, "confidence", "on")
    app.window.resize(640, 480)
    app.window.start_session()
    app.process_events()
    row = app.review_page._answer_bar.confidence_buttons
    for confidence in Confidence:
        button = row.button_for(confidence)
        assert button.width() >= button.sizeHint().width() and row.rect().contains(button.geometry())

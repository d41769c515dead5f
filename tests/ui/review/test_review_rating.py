"""Revealing and rating a card by keyboard and mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from studyapp.core.study.rating import Rating
from tests.ui.app_driver import MINUTE, AppDriver, basic_note, click, text_of

Key = Qt.Key
NUMBER_KEYS = (Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4)


def test_space_reveals_answer_then_rates_good(app: AppDriver) -> None:
    page = app.study(basic_note("a"), basic_note("b"))
    assert text_of(page.card_view) == "Question a?"
    app.press(Key.Key_Space)
    assert text_of(page.card_view) == "Question a? Answer a."
    assert app.journal_rows() == []
    app.press(Key.Key_Space)
    assert app.ratings() == [("a", Rating.GOOD)]
    assert text_of(page.card_view) == "Question b?"


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter])
def test_enter_reveals_answer_then_rates_good(app: AppDriver, key: Key) -> None:
    page = app.study(basic_note("a"), basic_note("b"))
    app.press(key)
    assert text_of(page.card_view) == "Question a? Answer a."
    app.press(key)
    assert app.ratings() == [("a", Rating.GOOD)]


@pytest.mark.parametrize("rating", list(Rating))
def test_number_key_rates_as_shown_on_its_button(app: AppDriver, rating: Rating) -> None:
    page = app.study(basic_note("a"), basic_note("b"))
    app.press(Key.Key_Space)
    button_name = page.rating_buttons.button_for(rating).accessibleName()
    app.press(NUMBER_KEYS[rating - 1])
    (row,) = app.journal_rows()
    assert (row["note"], row["rating"]) == ("a", rating)
    if row["due_day"] is None:
        interval = f"{round((row['due_at'] - row['at']) / MINUTE)} min"
    else:
        interval = f"{row['due_day'] - row['day']} days"
    assert button_name == f"{rating.name.capitalize()}, {interval}"


@pytest.mark.parametrize("rating", list(Rating))
def test_click_on_rating_button_rates_card(app: AppDriver, rating: Rating) -> None:
    page = app.study(basic_note("a"))
    click(page.reveal_button)
    click(page.rating_buttons.button_for(rating))
    assert app.ratings() == [("a", rating)]


def test_rating_records_time_on_screen(app: AppDriver) -> None:
    app.study(basic_note("a"))
    app.now += 7_000
    app.press(Key.Key_Space)
    app.now += 4_000
    app.press(Key.Key_3)
    assert app.journal_rows()[0]["took"] == 11_000


def test_number_key_before_reveal_does_not_rate(app: AppDriver) -> None:
    page = app.study(basic_note("a"))
    for key in (*NUMBER_KEYS, Key.Key_5, Key.Key_9):
        app.press(key)
    assert text_of(page.card_view) == "Question a?"
    assert app.journal_rows() == []


def test_second_press_of_number_key_does_not_rate_next_card(app: AppDriver) -> None:
    page = app.study(basic_note("a"), basic_note("b"))
    app.press(Key.Key_Space)
    app.press(Key.Key_3)
    app.press(Key.Key_3)
    assert app.ratings() == [("a", Rating.GOOD)]
    assert text_of(page.card_view) == "Question b?"


def test_double_click_on_rating_button_rates_one_card(app: AppDriver) -> None:
    page = app.study(basic_note("a"), basic_note("b"), basic_note("c"))
    app.press(Key.Key_Space)
    button = page.rating_buttons.button_for(Rating.GOOD)
    click(button)
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
    assert app.ratings() == [("a", Rating.GOOD)]


def test_held_key_acts_once(app: AppDriver) -> None:
    page = app.study(*(basic_note(name) for name in "abcd"))
    app.press(Key.Key_Space)
    for _ in range(5):
        app.auto_repeat_key(Key.Key_Space, " ")
        app.auto_repeat_key(Key.Key_3, "3")
    assert app.journal_rows() == []
    app.press(Key.Key_3)
    for _ in range(5):
        app.auto_repeat_key(Key.Key_Space, " ")
        app.auto_repeat_key(Key.Key_Minus, "-")
    assert text_of(page.card_view) == "Question b?"
    assert len(app.journal_rows()) == 1


def test_held_space_reveals_but_does_not_rate(app: AppDriver) -> None:
    app.study(basic_note("a"))
    app.press(Key.Key_Space)
    for _ in range(3):
        app.auto_repeat_key(Key.Key_Space, " ")
    good = app.review_page.rating_buttons.button_for(Rating.GOOD)
    QTest.keyRelease(good, Key.Key_Space)
    assert app.journal_rows() == []
    assert not good.isDown()


def test_space_presses_the_focused_rating_button(app: AppDriver) -> None:
    page = app.study(basic_note("a"))
    app.press(Key.Key_Space)
    while not page.rating_buttons.button_for(Rating.AGAIN).hasFocus():
        app.press(Key.Key_Tab)
    app.press(Key.Key_Space)
    assert app.ratings() == [("a", Rating.AGAIN)]


def test_shortcuts_work_after_click_on_card(app: AppDriver) -> None:
    page = app.study(basic_note("a"))
    click(page.card_view.viewport())
    assert page.card_view.hasFocus()
    app.press(Key.Key_Space)
    app.press(Key.Key_2)
    assert app.ratings() == [("a", Rating.HARD)]

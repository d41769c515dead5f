"""Picking options and typing answers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from studyapp.core.rendering.text_layout.word_joining import WORD_JOINER
from studyapp.core.study.rating import Rating
from tests.ui.app_driver import AppDriver, basic_note, choice_note, click, text_of, typed_note

Key = Qt.Key


def test_number_key_picks_option_of_that_letter(app: AppDriver) -> None:
    page = app.study(*(choice_note(f"c{index}", options=6) for index in range(6)))
    for index in range(6):
        words = text_of(page.card_view).split()[2:]
        letters, options = words[0::2], words[1::2]
        assert letters == list("ABCDEF")
        app.press(Key(Key.Key_1 + index))
        app.press(Key.Key_Space)
        picked, right = options[index], f"c{index}-0"
        text = text_of(page.card_view)
        assert f"{picked} {'✓' if picked == right else '✗'}" in text
        assert text.count("✗") == (picked != right)
        assert text.count("✓") == 1
        app.press(Key.Key_4)


def test_number_key_beyond_last_option_picks_nothing(app: AppDriver) -> None:
    page = app.study(choice_note("c", options=3))
    before = page.card_view.toHtml()
    for key in (Key.Key_4, Key.Key_5, Key.Key_9):
        app.press(key)
    assert page.card_view.toHtml() == before


def test_picking_another_option_moves_the_mark(app: AppDriver) -> None:
    page = app.study(choice_note("c"))
    assert marked_options(app) == []
    app.press(Key.Key_1)
    first = marked_options(app)
    app.press(Key.Key_2)
    second = marked_options(app)
    assert len(first) == len(second) == 1
    assert first != second
    assert "✓" not in text_of(page.card_view)


def test_several_options_can_be_picked_and_unpicked(app: AppDriver) -> None:
    page = app.study(choice_note("c", options=4, right=(0, 1)))
    app.press(Key.Key_1)
    app.press(Key.Key_2)
    assert len(marked_options(app)) == 2
    app.press(Key.Key_1)
    assert len(marked_options(app)) == 1
    app.press(Key.Key_Space)
    assert text_of(page.card_view).count("✓") == 2


def test_click_picks_option(app: AppDriver) -> None:
    page = app.study(choice_note("c"))
    page.card_view.anchorClicked.emit("option:2")
    assert marked_options(app) == ["c-2"]


def marked_options(app: AppDriver) -> list[str]:
    """The options in bold."""
    document = app.review_page.card_view.document()
    found = []
    block = document.begin()
    while block.isValid():
        text = block.text()
        iterator = block.begin()
        while not iterator.atEnd():
            char_format = iterator.fragment().charFormat()
            if char_format.isAnchor() and char_format.fontWeight() > 500:
                found.append(text.replace(WORD_JOINER, "").split()[-1])
                break
            iterator += 1
        block = block.next()
    return found


def test_answer_field_accepts_letters_digits_and_spaces(app: AppDriver) -> None:
    page = app.study(typed_note("t", "3 4-x"), basic_note("b"))
    assert page.answer_field.hasFocus()
    app.type_text("3 4-=1?")
    assert page.answer_field.text() == "3 4-=1?"
    assert app.journal_rows() == []
    assert not app.window.shortcuts_overlay.isVisible()


@pytest.mark.parametrize(
    ("answer", "shown"), [("3 45", "3 45 ✓"), ("3 46", "3 46 ✗ ↓ 3 45"), ("3 5", "3 -5 ✗ ↓ 3 45")]
)
def test_enter_shows_typed_answer_beside_correct_answer(app: AppDriver, answer: str, shown: str) -> None:
    page = app.study(typed_note("t", "3 45"))
    app.type_text(answer)
    app.press(Key.Key_Return)
    assert text_of(page.card_view) == f"Type t {shown}"
    assert ("line-through" in page.card_view.toHtml()) == (answer == "3 46")
    assert ("underline" in page.card_view.toHtml()) == ("↓" in shown)
    app.press(Key.Key_3)
    assert app.ratings() == [("t", Rating.GOOD)]


@pytest.mark.parametrize(("answer", "rating"), [("45", Rating.GOOD), ("46", Rating.AGAIN), ("", Rating.GOOD)])
def test_space_rates_typed_answer_by_its_result(app: AppDriver, answer: str, rating: Rating) -> None:
    page = app.study(typed_note("t", "45"))
    app.type_text(answer)
    app.press(Key.Key_Return)
    assert page.rating_buttons.button_for(rating).hasFocus()
    page.card_view.setFocus()
    app.press(Key.Key_Space)
    assert app.ratings() == [("t", rating)]


def test_space_rates_picked_option_by_its_result(app: AppDriver) -> None:
    page = app.study(*(choice_note(f"c{index}") for index in range(4)))
    for number, picked in enumerate((0, 1, None)):
        if picked is not None:
            page.card_view.anchorClicked.emit(f"option:{picked}")
        app.press(Key.Key_Space)
        app.press(Key.Key_Space)
        expected = Rating.AGAIN if picked == 1 else Rating.GOOD
        assert app.ratings()[number] == (f"c{number}", expected)
    app.press(Key.Key_Space)
    assert page.rating_buttons.button_for(Rating.GOOD).hasFocus()


def test_text_being_composed_is_part_of_the_answer(app: AppDriver) -> None:
    page = app.study(typed_note("t", "中文"))
    page.answer_field.insert("中")
    QApplication.sendEvent(page.answer_field, QInputMethodEvent("文", []))
    assert page.answer_field.text() == "中"
    click(page.reveal_button)
    assert text_of(page.card_view) == "Type t 中文 ✓"


def test_enter_without_typed_answer_reveals_without_mark(app: AppDriver) -> None:
    page = app.study(typed_note("t", "45"))
    app.press(Key.Key_Return)
    assert text_of(page.card_view) == "Type t 45"


def test_answer_field_is_empty_for_next_card(app: AppDriver) -> None:
    page = app.study(typed_note("t", "1"), typed_note("u", "2"))
    app.type_text("1")
    app.press(Key.Key_Return)
    app.press(Key.Key_4)
    assert app.card.note.id == "u"
    assert page.answer_field.text() == ""
    assert page.answer_field.hasFocus()

"""The review page as a screen reader says it: the accessibility tree for cards of every kind."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from studyapp.core.rendering.choice_face import shuffled_option_order
from studyapp.ui.card.document.wide_tables import WideTable
from tests.ui.app_driver import AppDriver, Note, basic_note, choice_note, typed_note

Key = Qt.Key
HTML_TYPE = {
    "html": {
        "name": "HTML",
        "fields": ["Front", "Back"],
        "cards": [{"name": "Card", "front": "{{Front}}", "back": "{{FrontSide}}<hr id=answer>{{Back}}"}],
    }
}


@pytest.fixture(autouse=True)
def screen_reader_is_active() -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def interface(widget: QWidget) -> Any:
    return QAccessible.queryAccessibleInterface(widget)


def name_of(widget: QWidget) -> list[str]:
    return str(interface(widget).text(QAccessible.Text.Name)).splitlines()


def heard_focus() -> list[str]:
    """The name and the description of the focused widget, line by line, which are said when it gets the focus."""
    for _ in range(3):
        QApplication.processEvents()
    widget = QApplication.focusWidget()
    assert widget is not None
    return [*name_of(widget), *str(interface(widget).text(QAccessible.Text.Description)).splitlines()]


def study(app: AppDriver, note: Note, **header: Any) -> None:
    app.write_deck(note, **header)
    app.study()


@pytest.mark.parametrize(
    ("note", "question", "answer"),
    [
        (basic_note("a", why="So."), ["Question a?"], ["Answer: Answer a.", "Why: So."]),
        (
            {"id": "a", "text": "Made of {{c1::flour::a powder}} and water."},
            ["Fill in the blank", "Made of blank (a powder) and water."],
            ["Blank: flour", "Made of flour and water."],
        ),
        (
            {"id": "a", "front": "Which?\n\n```\nx = 1\n```", "back": "| A | B |\n|---|---|\n| 1 | 2 |"},
            ["Which?", "Code:", "x = 1"],
            ["Answer: A: 1, B: 2"],
        ),
        (
            {"id": "a", "front": "![A hill](hill.png)", "back": "1. one\n2. two"},
            ["Picture: A hill"],
            ["Answer: 1. one", "2. two"],
        ),
        (
            {"id": "a", "type": "claim", "claim": "It rains.", "evidence": "hypothesis", "why": "Clouds."},
            ["How certain is this claim, and why?", "It rains."],
            ["Answer: Hypothesis", "Clouds."],
        ),
        (
            {"id": "a", "term": "loss", "definition": "What falls.", "tags": ["x"]},
            ["Name the term", "What falls."],
            ["Answer: loss"],
        ),
        (
            {
                "id": "a",
                "type": "html",
                "fields": {"Front": "<b>Which</b> bone?", "Back": "<ul><li>ulna</ul>"},
            },
            ["Which bone?"],
            ["Answer: ulna"],
        ),
        (
            basic_note("a", section="Part 2", evidence="observation"),
            ["Question a?"],
            ["Answer: Answer a.", "Part 2", "Evidence: observation"],
        ),
    ],
    ids=["basic", "cloze", "code and table", "picture and list", "claim", "term", "html", "badges"],
)
def test_question_and_answer_are_heard(
    app: AppDriver, note: Note, question: list[str], answer: list[str]
) -> None:
    study(app, note, note_types=HTML_TYPE)
    assert heard_focus() == ["Show answer", *question]
    assert name_of(app.review_page.card_view) == question
    app.press(Key.Key_Space)
    good = app.review_page.rating_buttons.button_for(3).accessibleName()  # type: ignore[arg-type]
    assert heard_focus() == [good, *answer, good]
    assert name_of(app.review_page.card_view) == answer


def test_typed_answer_and_its_result_are_heard(app: AppDriver) -> None:
    app.study(typed_note("a", "lima"))
    assert heard_focus() == ["Your answer", "Type the answer", "Type a"]
    app.type_text("lime")
    app.press(Key.Key_Return)
    again = "Again, 1 min"
    assert heard_focus() == [again, "You typed: LIME", "Wrong.", "Answer: lima", again]


def test_picked_option_and_its_result_are_heard(app: AppDriver) -> None:
    app.study(choice_note("a"))
    order = shuffled_option_order(app.card, 0)
    options = [f"{letter}: a-{index}" for letter, index in zip("ABC", order, strict=True)]
    assert heard_focus() == ["Show answer", "Choose", "Choose a", *options]
    number = order.index(1) + 1
    app.press(Key(Key.Key_0 + number))
    assert heard_focus() == ["Show answer", f"You picked {options[number - 1]}"]
    assert f"{options[number - 1]}, picked" in name_of(app.review_page.card_view)
    app.press(Key.Key_9)
    assert heard_focus() == ["Show answer", "There is no option 9."]
    app.press(Key.Key_Space)
    again, right = "Again, 1 min", options[order.index(0)]
    assert heard_focus() == [again, f"You picked {options[number - 1]}", "Wrong.", f"Answer: {right}", again]


def test_key_that_does_nothing_is_explained(app: AppDriver) -> None:
    app.study(basic_note("a"))
    heard_focus()
    app.press(Key.Key_3)
    assert heard_focus() == ["Show answer", "Show the answer first."]
    app.press(Key.Key_3)
    assert heard_focus() == ["Show answer", "Show the answer first."]


def test_next_question_replaces_the_message_before_it(app: AppDriver) -> None:
    app.study(basic_note("a"), basic_note("b"))
    app.press(Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert heard_focus() == ["Show answer", "Red flag"]
    assert name_of(app.review_page.card_view) == ["Question a?"]
    app.press(Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert heard_focus() == ["Show answer", "Flag removed"]
    app.press(Key.Key_Space)
    app.press(Key.Key_3)
    assert heard_focus() == ["Show answer", "Question b?"]


def test_flag_is_heard_before_the_question(app: AppDriver) -> None:
    app.study(basic_note("a"))
    app.press(Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    app.press(Key.Key_Escape)
    app.window.start_session()
    assert heard_focus() == ["Show answer", "Orange flag", "Question a?"]


def test_message_and_question_are_heard_together(app: AppDriver) -> None:
    app.study(basic_note("a"), basic_note("b"))
    app.press(Key.Key_Minus)
    assert heard_focus() == ["Show answer", "Buried until tomorrow. Undo: Ctrl+Z", "Question b?"]
    app.press_ctrl(Key.Key_Z)
    assert heard_focus() == ["Show answer", "Undid: Bury until tomorrow", "Question a?"]


def test_summary_of_a_finished_session_is_heard(app: AppDriver) -> None:
    app.study(basic_note("a"))
    app.press(Key.Key_Space)
    app.press(Key.Key_4)
    heard = heard_focus()
    assert heard[:2] == ["Back to decks", "Done for now"]
    assert heard[2].startswith("1 review · 100% correct")
    assert heard[3] == "Next cards in 7 days."


def test_rating_buttons_have_name_interval_and_key(app: AppDriver) -> None:
    app.study(basic_note("a"))
    app.press(Key.Key_Space)
    app.press(Key.Key_Backtab)
    assert heard_focus() == ["Hard, 6 min", "Key: 2"]


def test_card_can_be_read_by_caret(app: AppDriver) -> None:
    app.study(basic_note("a", front="First line.\n\nSecond line."))
    app.press(Key.Key_Backtab)
    view = app.review_page.card_view
    assert QApplication.focusWidget() is view
    assert interface(view).state().focused
    text = interface(view).textInterface()
    content = text.text(0, text.characterCount())
    assert content.split("\u2029") == ["First line.", "Second line."] or content.splitlines() == [
        "First line.",
        "Second line.",
    ]
    assert text.cursorPosition() == 0
    app.press(Key.Key_Down)
    assert text.cursorPosition() >= content.index("Second line.")
    app.press(Key.Key_Backtab)
    app.press(Key.Key_Tab)
    assert QApplication.focusWidget() is view
    assert text.cursorPosition() == 0
    app.press(Key.Key_Space)
    assert app.review_page.rating_buttons.isVisible()
    assert interface(view).textInterface().cursorPosition() == 0


def test_wide_table_can_be_reached_and_read(app: AppDriver) -> None:
    row = " | ".join(f"column-with-a-long-name-{number}" for number in range(12))
    table = f"| {row} |\n|{'---|' * 12}\n| {row} |"
    app.study(basic_note("a", front=f"Read:\n\n{table}"))
    app.review_page.card_view.setFocus()
    app.process_events()
    app.press(Key.Key_Tab)
    widget = QApplication.focusWidget()
    assert isinstance(widget, WideTable)
    assert name_of(widget) == ["Wide table or code"]
    assert interface(widget).textInterface().characterCount() > len(row)
    app.press(Key.Key_Down)
    assert interface(widget).textInterface().cursorPosition() > 0
    assert app.review_page.card_view.accessibleName().count("column-with-a-long-name-11") == 2
    app.press(Key.Key_Tab)
    assert QApplication.focusWidget() is app.review_page.reveal_button


def test_question_is_heard_again_in_another_language(app: AppDriver) -> None:
    app.study({"id": "a", "front": {"en": "dog", "zh-Hant": "狗"}, "back": "x"})
    app.window.languages.select_next_card_languages()
    assert heard_focus() == ["Show answer", "狗"]


def test_without_a_screen_reader_nothing_is_prepared(app: AppDriver) -> None:
    QAccessible.setActive(False)
    app.study(basic_note("a"))
    assert app.review_page.reveal_button.accessibleDescription() == ""
    assert app.review_page.card_view.accessibleName() == "Card"

"""Notes as questions and answers in one language."""

import pytest

from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType
from studyapp.core.notes.drawing import Cell, TableDrawing
from studyapp.core.notes.note import (
    AnswerOption,
    Basic,
    Claim,
    Cloze,
    CustomContent,
    Diagram,
    Evidence,
    MultipleChoice,
    Note,
    NoteContent,
    Reversed,
    Term,
    TypedAnswer,
)
from studyapp.core.style.question_answer import QuestionAnswer, plain_text_in, question_answers
from studyapp.core.text.localized_text import LocalizedText


def text(english: str, chinese: str) -> LocalizedText:
    return LocalizedText((("en", english), ("zh-Hant", chinese)))


FRONT, BACK, MORE = text("*front*", "正面"), text("`back`", "背面"), text("more", "更多")
NEUTRAL = LocalizedText.language_neutral("C4")
TABLE = TableDrawing(FRONT, (FRONT,), ((Cell(BACK, 1),),))
CUSTOM = CustomContent(
    CustomNoteType(0, "t", ("One",), (CardTemplate("c", "{{One}}", ""),), is_cloze=False), ("one",)
)


@pytest.mark.parametrize(
    ("content", "english", "chinese"),
    [
        (Basic(FRONT, BACK), [("front", "back")], [("正面", "背面")]),
        (
            Reversed(FRONT, BACK),
            [("front", "back"), ("back", "front")],
            [("正面", "背面"), ("背面", "正面")],
        ),
        (TypedAnswer(FRONT, NEUTRAL), [("front", "C4")], [("正面", "C4")]),
        (Term(FRONT, BACK, MORE), [("back", "front")], [("背面", "正面")]),
        (
            MultipleChoice(
                FRONT, (AnswerOption(BACK, True), AnswerOption(NEUTRAL, False), AnswerOption(MORE, True))
            ),
            [("front", "back / more")],
            [("正面", "背面 / 更多")],
        ),
        (Claim(FRONT), [("front", "hypothesis")], [("正面", "hypothesis")]),
        (Diagram(TABLE), [], []),
        (CUSTOM, [], []),
        (
            Cloze(text("{{c1::a}} and {{c2::b::hint}} or {{c1::c}}, {{c1::a}}", "{{c2::乙}}")),
            [("[…] and b or […], […]", "a / c"), ("a and [hint] or c, a", "b")],
            [("乙", ""), ("[…]", "乙")],
        ),
    ],
    ids=lambda value: type(value).__name__,
)
def test_note_as_questions_and_answers(
    content: NoteContent, english: list[tuple[str, str]], chinese: list[tuple[str, str]]
) -> None:
    note = Note("deck", "note", content, evidence=Evidence.HYPOTHESIS)
    assert list(question_answers(note, "en")) == [QuestionAnswer("en", *sides) for sides in english]
    assert list(question_answers(note, "zh-Hant")) == [QuestionAnswer("zh-Hant", *sides) for sides in chinese]


def test_claim_without_evidence_has_an_empty_answer() -> None:
    assert list(question_answers(Note("deck", "note", Claim(FRONT)), "en")) == [
        QuestionAnswer("en", "front", "")
    ]


def test_plain_text_is_in_the_language_or_the_first_one() -> None:
    assert plain_text_in(None, "en") == ""
    assert plain_text_in(FRONT, "zh-Hant") == "正面"
    assert plain_text_in(FRONT, "de") == plain_text_in(FRONT, "") == "front"
    assert plain_text_in(LocalizedText.language_neutral(" **a** _b_ `c` "), "en") == "a b c"

"""The answer must not stand elsewhere on the question."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.notes.drawing import Arrow, Box, Cell, TableDrawing, TreeDrawing
from studyapp.core.notes.note import Claim, Diagram, NoteContent, Reversed, Term, TypedAnswer
from studyapp.core.style.style_finding import StyleRule
from studyapp.core.style.words import contains_phrase
from studyapp.core.text.localized_text import LocalizedText
from tests.core.style.style_samples import basic, choice, cloze, deck, findings, is_found, text


@pytest.mark.parametrize(("content", "language"), [
    (basic("Which is older, davinci or Codex?", "Davinci."), "en"),
    (cloze("{{c1::Codex}} came in 2021, and {{c2::Codex}} was trained on code."), "en"),
    (cloze("The {{c1::model::model}} came in 2021."), "en"),
    (choice("Which model came out before RLHF models: GPT-3 or Codex?", "GPT-3", "Codex"), "en"),
    (TypedAnswer(text("Spell the number 3,599 in figures."), text("3,599")), "en"),
    (Term(text("Prompt"), text("What a prompt is: the text given to a model."), None), "en"),
    (Reversed(text("The API model davinci"), text("davinci")), "en"),
    (basic("程式碼訓練與指令微調，哪一個讓模型聽從指令？", "指令微調", "zh-Hant"), "zh-Hant"),
    (cloze("{{c1::指令微調}}解鎖能力，指令微調不注入能力。", "zh-Hant"), "zh-Hant"),
    (cloze("GPT-3的後代是{{c1::GPT-3}}。", "zh-Hant"), "zh-Hant"),
])  # fmt: skip
def test_visible_answer_is_reported(content: NoteContent, language: str) -> None:
    assert is_found(StyleRule.ANSWER_VISIBLE, content, language)


@pytest.mark.parametrize(("content", "language"), [
    (basic("From which model did code-davinci-002 come?", "davinci"), "en"),
    (basic("What is the base of ChatGPT and of GPT-3?", "GPT"), "en"),
    (basic("What is the sum of 13 and 30?", "3"), "en"),
    (basic("How long was the window of 8,192 or 2.048 words?", "192"), "en"),
    (basic("Which is its opposite: prompt-based?", "based"), "en"),
    (basic("Where do Alice's friends live?", "Alice"), "en"),
    (cloze("A dog is {{c1::a}} pet, and {{c2::the}} cat is the other."), "en"),
    (cloze("{{c1::GPT-3}} came in {{c2::2020}}.") , "en"),
    (choice("Which is larger?", "davinci", "davinci and curie"), "en"),
    (Claim(text("It is a hypothesis.")), "en"),
    (basic("哪一個字最常見？", "一", "zh-Hant"), "zh-Hant"),
    (basic("哪一種訓練讓模型聽從指令？", "指令微調", "zh-Hant"), "zh-Hant"),
])  # fmt: skip
def test_part_of_another_name_is_no_answer(content: NoteContent, language: str) -> None:
    assert not is_found(StyleRule.ANSWER_VISIBLE, content, language)


def label(words: str) -> LocalizedText:
    return LocalizedText.language_neutral(words)


def test_hidden_label_must_not_stand_elsewhere_in_the_picture() -> None:
    boxes = (
        Box("a", label("GPT-3"), 0, 0, date=label("2020"), card_ordinal=1),
        Box("b", label("Codex"), 0, 1),
    )
    tree = TreeDrawing(label("From GPT-3 to Codex"), boxes, (Arrow("a", "b", label("code"), False, 2),))
    assert findings(StyleRule.ANSWER_VISIBLE, deck(Diagram(tree))) == [
        ("deck/n1", {"language": "en", "answer": "GPT-3"})
    ]
    table = TableDrawing(
        label("Sources"),
        (label("Ability"), label("Source")),
        (
            (Cell(label("dialogue")), Cell(label("RLHF"), 1)),
            (Cell(label("refusal")), Cell(label("RLHF"), 1)),
            (Cell(label("reasoning")), Cell(label("code"), 2)),
            (Cell(label("knowledge")), Cell(label("code"))),
        ),
    )
    assert [values["answer"] for _, values in findings(StyleRule.ANSWER_VISIBLE, deck(Diagram(table)))] == [
        "code"
    ]


@given(st.text("ab1-., "), st.text("ab1-., ", min_size=1))
def test_a_phrase_between_spaces_is_always_found(before: str, phrase: str) -> None:
    assert contains_phrase(f"{before} {phrase} x", phrase)
    assert not contains_phrase(before, phrase) or phrase in before

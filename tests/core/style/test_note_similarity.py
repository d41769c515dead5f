"""Notes that say almost the same, in one deck or in several."""

import pytest

from studyapp.core.notes.note import NoteContent, Term
from studyapp.core.style.note_similarity import check_against, index_notes
from studyapp.core.style.style_finding import StyleRule
from tests.core.style.style_samples import basic, choice, cloze, deck, findings, text

SENTENCE = (
    "In July 2020, OpenAI published the paper on {{c1::GPT-3}}, a model with {{c2::175 billion}} parameters."
)
CHINESE = "{{c1::指令微調}}解鎖基礎模型原有的能力，不會注入新的能力。"


@pytest.mark.parametrize(("first", "second", "language"), [
    (cloze(SENTENCE), cloze("In {{c1::July 2020}}, OpenAI published the GPT-3 paper, a model with 175 billion parameters."), "en"),
    (Term(text("WebGPT"), text("The model of December 2021 that can call a search engine."), None),
     basic("Which model of December 2021 could call a search engine?", "WebGPT"), "en"),
    (choice("Which model of December 2021 could call a search engine?", "WebGPT", "OPT"),
     cloze("WebGPT is the model of {{c1::December 2021}} that could call a search engine."), "en"),
    (cloze(CHINESE, "zh-Hant"), basic("指令微調解鎖基礎模型原有的什麼？", "能力，不會注入新的能力", "zh-Hant"), "zh-Hant"),
])  # fmt: skip
def test_statements_are_compared_across_decks(first: NoteContent, second: NoteContent, language: str) -> None:
    one, two = deck(first, deck_id="one", language=language), deck(second, deck_id="two", language=language)
    expected = [("two/n1", {"language": language, "other": "one/n1"})]
    assert findings(StyleRule.NEAR_DUPLICATE, one, two) == expected
    index = index_notes(one.notes, language)
    (found,) = check_against(two.notes[0], index, language)
    assert (found.rule, dict(found.values)["other"]) == (StyleRule.NEAR_DUPLICATE, "one/n1")


@pytest.mark.parametrize(("first", "second"), [
    (cloze(SENTENCE), cloze("In July 2021, OpenAI published the paper on {{c1::Codex}}, a model with {{c2::12 billion}} parameters.")),
    (basic("Which training gave the model its knowledge?", "Pre-training"), basic("Which training unlocked that?", "Tuning")),
    (basic("the red dog", "el perro rojo"), basic("the red dogs", "el perro rojo")),
])  # fmt: skip
def test_other_statements_are_accepted(first: NoteContent, second: NoteContent) -> None:
    assert findings(StyleRule.NEAR_DUPLICATE, deck(first, second)) == []


def test_notes_with_the_same_question_are_reported_once() -> None:
    notes = deck(basic("Where does a large language model store its knowledge?", "In its parameters"),
                 basic("Where does the large language model store its knowledge?", "In its parameters"))  # fmt: skip
    assert findings(StyleRule.SAME_QUESTION, notes) == [("deck/n2", {"language": "en", "other": "deck/n1"})]
    assert findings(StyleRule.NEAR_DUPLICATE, notes) == []
    assert [found.rule for found in check_against(notes.notes[1], index_notes(notes.notes, "en"), "en")] == [
        StyleRule.SAME_QUESTION
    ]

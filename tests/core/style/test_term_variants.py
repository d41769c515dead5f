"""A concept has the same name in all decks."""

import pytest

from studyapp.core.notes.deck import PreferredTerm
from studyapp.core.style.style_finding import StyleRule
from tests.core.style.style_samples import basic, cloze, deck, findings

TERMS = (
    PreferredTerm("fine-tuning", ("finetuning", "tuning-up")),
    PreferredTerm("提示詞", ("提示", "prompt")),
    PreferredTerm("程式碼", ("代碼",)),
    PreferredTerm("在代碼上微調", ("代碼微調",)),
)


@pytest.mark.parametrize(("words", "language", "expected"), [
    ("What is Finetuning?", "en", [("Finetuning", "fine-tuning")]),
    ("What is fine-tuning, and a 'finetuning2'?", "en", []),
    ("the word “finetuning” and `finetuning`", "en", []),
    ("A prompt is a text.", "en", []),
    ("prompts 比 prompt 長", "zh-Hant", [("prompt", "提示詞")]),
    ("finetuning 是什麼", "zh-Hant", [("finetuning", "fine-tuning")]),
    ("提示詞很長，在代碼上微調", "zh-Hant", []),
    ("提示詞裡的提示", "zh-Hant", [("提示", "提示詞")]),
    ("臺灣多稱「提示」", "zh-Hant", []),
    ("在代碼上微調用代碼", "zh-Hant", [("代碼", "程式碼")]),
    ("代碼微調", "zh-Hant", [("代碼微調", "在代碼上微調")]),
    ("用prompt問", "zh-Hant", [("prompt", "提示詞")]),
])  # fmt: skip
def test_avoided_words_are_reported_with_the_preferred_ones(
    words: str, language: str, expected: list[tuple[str, str]]
) -> None:
    notes = deck(basic(words, "x", language), language=language, terms=TERMS)
    found = [values for _, values in findings(StyleRule.AVOIDED_TERM, notes)]
    assert [(values["avoided"], values["preferred"]) for values in found] == expected
    assert {values["field"] for values in found} <= {"front"}


def test_terms_of_a_deck_apply_to_all_decks() -> None:
    one, two = deck(deck_id="one", terms=TERMS), deck(basic("q", "finetuning"), deck_id="two")
    assert [key for key, _ in findings(StyleRule.AVOIDED_TERM, one, two)] == ["two/n1"]
    assert findings(StyleRule.AVOIDED_TERM, two) == []


def test_word_across_the_border_of_a_gap_and_a_hint() -> None:
    gap = deck(cloze("用{{c1::代}}碼{{c2::寫::prompt}}", "zh-Hant"), language="zh-Hant", terms=TERMS)
    assert [values["avoided"] for _, values in findings(StyleRule.AVOIDED_TERM, gap)] == ["代碼", "prompt"]


def test_other_languages_than_those_of_the_deck_are_not_checked() -> None:
    notes = deck(basic("代碼", "代碼", "zh-Hans"), language="zh-Hant", terms=TERMS)
    assert findings(StyleRule.AVOIDED_TERM, notes) == []

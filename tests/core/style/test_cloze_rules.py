"""Hints and hidden texts of gaps, and how many notes have gaps."""

import pytest

from studyapp.core.style.style_finding import StyleRule
from tests.core.style.style_samples import basic, cloze, deck, findings, is_found


@pytest.mark.parametrize(("hint", "language", "is_riddle"), [
    ("of what kind", "en", True), ("its mind", "en", True), ("How", "en", True), ("year", "en", False),
    ("share of code", "en", False), ("somehow", "en", False),
    ("什麼", "zh-Hant", True), ("哪種資料", "zh-Hant", True), ("如何", "zh-Hant", True), ("幾年", "zh-Hant", True),
    ("它的看法", "zh-Hant", True), ("其效果", "zh-Hant", True), ("年分", "zh-Hant", False), ("其他模型", "zh-Hant", False),
    ("幾何圖形", "zh-Hant", False),
])  # fmt: skip
def test_hint_is_a_noun(hint: str, language: str, is_riddle: bool) -> None:
    assert is_found(StyleRule.RIDDLE_HINT, cloze(f"{{{{c1::X9::{hint}}}}}", language), language) is is_riddle


@pytest.mark.parametrize(("answer", "language", "is_reported"), [
    ("on", "en", True), ("instead of", "en", True), ("very strongly", "en", True), ("because", "en", True),
    ("in-context learning", "en", False), ("Italy", "en", False), ("July", "en", False), ("reply", "en", False),
    ("of Paris", "en", False), ("on", "", False), ("in", "de", False),
    ("因為", "zh-Hant", True), ("可能", "zh-Hant", True), ("劃時代的", "zh-Hant", True), ("快速地", "zh-Hant", True),
    ("目的", "zh-Hant", False), ("殖民地", "zh-Hant", False), ("指令微調", "zh-Hant", False), ("程式碼", "zh-Hant", False),
])  # fmt: skip
def test_gap_hides_no_part_of_speech(answer: str, language: str, is_reported: bool) -> None:
    content = cloze(f"Some {{{{c1::{answer}}}}} text", language)
    assert is_found(StyleRule.PART_OF_SPEECH, content, language) is is_reported


def test_hint_names_no_part_of_speech() -> None:
    assert is_found(StyleRule.PART_OF_SPEECH, cloze("It {{c1::injects::verb}} an ability."))
    assert not is_found(StyleRule.PART_OF_SPEECH, cloze("It {{c1::injects::effect}} an ability."))


@pytest.mark.parametrize(
    ("cloze_count", "other_count", "is_reported"), [(5, 15, False), (6, 14, True), (10, 9, False)]
)
def test_at_most_a_quarter_of_the_notes_are_clozes(
    cloze_count: int, other_count: int, is_reported: bool
) -> None:
    one = deck(*(cloze(f"{{{{c1::x{number}}}}}") for number in range(cloze_count)), deck_id="one")
    two = deck(*(basic(f"q{number}", f"a{number}") for number in range(other_count)), deck_id="two")
    total = cloze_count + other_count
    expected = (
        "one",
        {"count": str(cloze_count), "total": str(total), "share": f"{100 * cloze_count / total:.0f}"},
    )
    assert findings(StyleRule.MANY_CLOZES, two, one) == ([expected] if is_reported else [])

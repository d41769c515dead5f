"""Chinese text has full-width punctuation."""

import pytest

from studyapp.core.notes.drawing import Cell, TableDrawing
from studyapp.core.notes.note import Basic, Diagram
from studyapp.core.style.style_finding import StyleRule
from studyapp.core.text.localized_text import LocalizedText
from tests.core.style.style_samples import basic, cloze, deck, findings, is_found, text


@pytest.mark.parametrize(("words", "found"), [
    ("模型,資料", "型,"), ("模型.", "型."), ("為什麼?", "麼?"), ("GPT-3,模型", "3,模"), ("GPT-3: 模型", "3: 模"),
    ("模型(GPT)", "型("), ("模型 (GPT)", "型 ("), ("（GPT)模型", "T)模"), ("占 5 %", "5 %"), ("**模型**, 資料", "型,"),
    ("GPT (模型", "(模"),
])  # fmt: skip
def test_half_width_punctuation_is_reported(words: str, found: str) -> None:
    notes = deck(basic("問題", words, "zh-Hant"), language="zh-Hant")
    assert findings(StyleRule.CHINESE_PUNCTUATION, notes) == [
        ("deck/n1", {"field": "back", "language": "zh-Hant", "found": found})
    ]


@pytest.mark.parametrize("words", [
    "模型，資料（GPT）。", "占 5%", "3,000 億個詞", "3.5 版、12:30", "Liang et al. 的論文", "1. 模型", "其中的 (a) 類",
    "`模型(x)`", "```\n模型, 資料\n```", "見 https://example.org/a?b=c,模型", "[模型](a.md)", "看![圖](x.png)", "$模(x)$",
    "他說「What, me?」。", "**模型**：資料",
])  # fmt: skip
def test_other_text_is_accepted(words: str) -> None:
    assert not is_found(StyleRule.CHINESE_PUNCTUATION, basic("問題", words, "zh-Hant"), "zh-Hant")


def test_gaps_hints_and_labels_are_checked() -> None:
    assert not is_found(StyleRule.CHINESE_PUNCTUATION, cloze("占{{c1::三成::比例}}。", "zh-Hant"), "zh-Hant")
    assert is_found(StyleRule.CHINESE_PUNCTUATION, cloze("占{{c1::三成::比例?}}。", "zh-Hant"), "zh-Hant")
    table = TableDrawing(
        text("表", "zh-Hant"), (text("欄", "zh-Hant"),), ((Cell(text("甲(乙)", "zh-Hant"), 1),),)
    )
    assert is_found(StyleRule.CHINESE_PUNCTUATION, Diagram(table), "zh-Hant")


def test_only_chinese_text_is_checked() -> None:
    neutral = Basic(LocalizedText.language_neutral("模型?"), LocalizedText.language_neutral("5 %"))
    assert is_found(StyleRule.CHINESE_PUNCTUATION, neutral, "zh-Hant")
    for language in ("", "ja", "en", "zh-Hant en"):
        assert not is_found(StyleRule.CHINESE_PUNCTUATION, neutral, language)
    assert not is_found(StyleRule.CHINESE_PUNCTUATION, basic("模型?", "模型?", "ja"), "ja")

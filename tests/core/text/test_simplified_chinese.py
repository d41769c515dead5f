"""Conversion from Traditional to Simplified Chinese changes words but not code, links or URLs."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from opencc import OpenCC

from studyapp import paths
from studyapp.core.cards.card import cards_of, cloze_numbers
from studyapp.core.notes.note import Cloze, Note, TypedAnswer
from studyapp.core.rendering.face import render_face
from studyapp.core.rendering.face_html import LearnerResponse
from studyapp.core.rendering.text_layout.plain_text import html_to_text
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.core.text.simplified_chinese import to_simplified_chinese
from studyapp.deckfiles.reading.deck_reading import read_deck

SIMPLIFIED = CardLanguages.SIMPLIFIED_CHINESE


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("程式碼與資訊", "代码与信息"),
        ("用 `印出(資訊)` 印出資訊", "用 `印出(資訊)` 印出信息"),
        ("```\n資訊\n```", "```\n資訊\n```"),
        ("![圖](圖/資訊.png)與[連結](https://例.tw/資訊)", "![图](圖/資訊.png)与[链接](https://例.tw/資訊)"),
        ("見 https://例.tw/資訊 。", "见 https://例.tw/資訊 。"),
        ("{{c1::資訊::提示}}", "{{c1::信息::提示}}"),
        ("~~~\n資訊\n~~~\n資訊", "~~~\n資訊\n~~~\n信息"),
        ("[連結](資訊_(資訊)_資訊)資訊", "[链接](資訊_(資訊)_資訊)信息"),
        ("https://例.tw/a。資訊", "https://例.tw/a。信息"),
        ("若 資訊 < 資料 且 資料 > 資訊", "若 信息 < 数据 且 数据 > 信息"),
        (r"\`資訊\`", r"\`信息\`"),
        ("建立在「史丹佛」之上", "建立在“斯坦福”之上"),
        ("依人類回饋調整，回饋社會", "依人类反馈调整，回馈社会"),
        ("用強化學習而非監督式學習，或有監督式學習", "用强化学习而非监督学习，或有监督式学习"),
        ("以藉口憑藉，聲名狼藉", "以借口凭借，声名狼藉"),
        ("談判準備與努力道歉", "谈判准备与努力道歉"),
        ("監督式微調的範例，規範例外，防範例如", "有监督微调的示例，规范例外，防范例如"),
        ("非監督式、自監督式與半監督式學習", "非监督、自监督与半监督学习"),
        ("no Chinese", "no Chinese"),
    ],
)
def test_conversion_changes_words_and_preserves_markup(traditional: str, simplified: str) -> None:
    assert to_simplified_chinese(traditional) == simplified


def test_written_simplified_version_takes_precedence_over_conversion() -> None:
    text = LocalizedText((("en", "x"), ("zh-Hant", "資訊"), ("zh-Hans", "消息")))
    assert text.versions_for(SIMPLIFIED) == (("zh-Hans", "消息"),)
    assert text.versions_for(CardLanguages.ENGLISH_AND_SIMPLIFIED) == (("en", "x"), ("zh-Hans", "消息"))
    assert LocalizedText((("en", "x"),)).versions_for(SIMPLIFIED) == (("en", "x"),)


def test_typed_answer_is_accepted_in_both_scripts() -> None:
    (card,) = cards_of(
        Note(
            "d", "n", TypedAnswer(LocalizedText.language_neutral("?"), LocalizedText((("zh-Hant", "資訊"),)))
        )
    )
    for typed, mark in (("信息", "✓"), ("資訊", "✓"), ("消息", "✗")):
        assert mark in render_face(card, SIMPLIFIED, 0, LearnerResponse(typed_answer=typed)).revealed


@pytest.mark.parametrize("part", ["](", "`", "<a:", "https://", "](a(b", "``` ", "!["])
def test_conversion_of_hostile_text_is_linear(part: str) -> None:
    words = part * (100_000 // len(part))
    call_count = 0

    def count(*_: object) -> None:
        nonlocal call_count
        call_count += 1

    sys.setprofile(count)  # count function calls instead of measuring time
    try:
        shown = to_simplified_chinese(words)
    finally:
        sys.setprofile(None)
    assert shown == words
    assert call_count < 30 * len(words)


def bundled_notes() -> list[Note]:
    files = sorted(Path(paths.bundled_decks_folder()).glob("*.yaml"))
    found = [reading.deck for reading in map(read_deck, files) if reading.deck]
    return [note for deck in found for note in deck.notes]


def test_bundled_cards_are_fully_simplified() -> None:
    convert = OpenCC("t2s").convert
    notes = bundled_notes()
    assert len(notes) > 300
    for note in notes:
        if isinstance(note.content, Cloze):
            shown = LocalizedText(note.content.text.versions_for(SIMPLIFIED))
            assert cloze_numbers(Cloze(shown)) == cloze_numbers(note.content)
        for card in cards_of(note):
            face = render_face(card, SIMPLIFIED)
            words = html_to_text(face.revealed)
            assert convert(words) == words, card.id
            traditional = render_face(card, CardLanguages.TRADITIONAL_CHINESE)
            for untouched in (r"<code>.*?</code>", r'href="[^"]*"', r'src="[^"]*"'):
                assert re.findall(untouched, face.revealed) == re.findall(untouched, traditional.revealed)


def test_opencc_is_loaded_only_when_needed() -> None:
    program = (
        "import sys; from studyapp.core.text.localized_text import LocalizedText, CardLanguages; import studyapp.core.rendering.face; "
        "LocalizedText((('zh-Hant', '字'),)).versions_for(CardLanguages.ENGLISH_AND_TRADITIONAL); sys.exit('opencc' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0

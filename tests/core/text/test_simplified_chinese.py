"""Traditional Chinese read in Simplified: the words change, what is no word stays."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from opencc import OpenCC

from studyapp import paths
from studyapp.core.cards.card import cards_of, cloze_numbers
from studyapp.core.notes.note import Cloze, Note, TypedAnswer
from studyapp.core.rendering.face import LearnerResponse, render_face
from studyapp.core.rendering.markdown_rendering import html_to_text
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.core.text.simplified_chinese import to_simplified_chinese
from studyapp.deckfiles.reading.deck_reading import read_deck

SIMPLE = CardLanguages.SIMPLIFIED_CHINESE


@pytest.mark.parametrize(
    ("written", "read"),
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
        ("no Chinese", "no Chinese"),
    ],
)
def test_words_change_and_the_rest_stays(written: str, read: str) -> None:
    assert to_simplified_chinese(written) == read


def test_what_was_written_in_simplified_goes_before_what_is_converted() -> None:
    text = LocalizedText((("en", "x"), ("zh-Hant", "資訊"), ("zh-Hans", "消息")))
    assert text.versions_for(SIMPLE) == (("zh-Hans", "消息"),)
    assert text.versions_for(CardLanguages.ENGLISH_AND_SIMPLIFIED) == (("en", "x"), ("zh-Hans", "消息"))
    assert LocalizedText((("en", "x"),)).versions_for(SIMPLE) == (("en", "x"),)


def test_a_typed_answer_is_right_in_both_scripts() -> None:
    (card,) = cards_of(
        Note(
            "d", "n", TypedAnswer(LocalizedText.language_neutral("?"), LocalizedText((("zh-Hant", "資訊"),)))
        )
    )
    for typed, mark in (("信息", "✓"), ("資訊", "✓"), ("消息", "✗")):
        assert mark in render_face(card, SIMPLE, 0, LearnerResponse(typed_answer=typed)).revealed


@pytest.mark.parametrize("part", ["](", "`", "<a:", "https://", "](a(b", "``` ", "!["])
def test_hostile_text_costs_no_more_than_a_long_one(part: str) -> None:
    words = part * (100_000 // len(part))
    counted = 0

    def count(*_: object) -> None:
        nonlocal counted
        counted += 1

    sys.setprofile(count)  # work is counted, not timed: a step of the loop a part
    try:
        shown = to_simplified_chinese(words)
    finally:
        sys.setprofile(None)
    assert shown == words
    assert counted < 30 * len(words)


def bundled() -> list[Note]:
    files = sorted(Path(paths.bundled_decks_folder()).glob("*.yaml"))
    found = [reading.deck for reading in map(read_deck, files) if reading.deck]
    return [note for deck in found for note in deck.notes]


def test_every_bundled_card_is_simplified_through_and_through() -> None:
    convert = OpenCC("t2s").convert
    notes = bundled()
    assert len(notes) > 300
    for note in notes:
        if isinstance(note.content, Cloze):
            shown = LocalizedText(note.content.text.versions_for(SIMPLE))
            assert cloze_numbers(Cloze(shown)) == cloze_numbers(note.content)
        for card in cards_of(note):
            face = render_face(card, SIMPLE)
            words = html_to_text(face.revealed)
            assert convert(words) == words, card.id
            traditional = render_face(card, CardLanguages.TRADITIONAL_CHINESE)
            for untouched in (r"<code>.*?</code>", r'href="[^"]*"', r'src="[^"]*"'):
                assert re.findall(untouched, face.revealed) == re.findall(untouched, traditional.revealed)


def test_who_does_not_read_it_does_not_load_its_tables() -> None:
    program = (
        "import sys; from studyapp.core.text.localized_text import LocalizedText, CardLanguages; import studyapp.core.rendering.face; "
        "LocalizedText((('zh-Hant', '字'),)).versions_for(CardLanguages.ENGLISH_AND_TRADITIONAL); sys.exit('opencc' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0

"""Readings of ruby text stand behind the text in brackets."""

import pytest

from studyapp.core.cards.card_template_language import READING_FILTERS
from studyapp.core.rendering.html_sanitizing import sanitize_html

READING = '<span class="reading">({})</span>'.format


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<ruby>漢字<rt>かんじ</rt></ruby>", "漢字" + READING("かんじ")),
        (
            "<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rt>じ</rt></ruby>",
            f"漢{READING('かん')}字{READING('じ')}",
        ),
        ("<ruby><rb>漢字</rb><rtc><rt lang=ja>かんじ</rtc></ruby>", "漢字" + READING("かんじ")),
        ("<RUBY>漢<RT>かん<rt>kan</RUBY>!", f"漢{READING('かん')}{READING('kan')}!"),
        ("<ruby>漢<rt><b>かん</b></rt></ruby>", "漢" + READING("<b>かん</b>")),
        ("漢<rt>かん", "漢" + READING("かん")),
        ("no ruby", "no ruby"),
    ],
)
def test_ruby_text_is_readable(html: str, shown: str) -> None:
    assert sanitize_html(html, "media") == shown


def test_furigana_filter_gives_the_same_form() -> None:
    filtered = READING_FILTERS["furigana"](" 漢字[かんじ]です", "Field")
    assert sanitize_html(filtered, "media") == f"漢字{READING('かんじ')}です"
    assert READING_FILTERS["kanji"](" 漢字[かんじ]", "Field") == "漢字"
    assert READING_FILTERS["kana"](" 漢字[かんじ]", "Field") == "かんじ"


def test_many_unclosed_readings_end_at_the_next() -> None:
    assert sanitize_html("<rt>a" * 200, "media").count("reading") == 200

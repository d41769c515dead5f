"""Removing markup."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.search.index.plain_text import strip_html, strip_markdown


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("**bo**ld *and* ***both***", "bold and both"),
        ("*a **b** c*", "a b c"),
        ("_under_ snake_case_name __x__", "under snake_case_name x"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("2*3", "2*3"),
        ("~~gone~~ now", "gone now"),
        ("`a*b*c` and ``x`y``", "a*b*c and ``x`y``"),
        ("\\*a\\* \\_b\\_ \\\\", "*a* _b_ \\"),
        ("$a*b*c$ $x_{1}$ costs $5", "$a*b*c$ $x_{1}$ costs $5"),
        ("[label](https://x.org/a_b_c) ![alt](p.png)", "label https://x.org/a_b_c  alt p.png "),
        ("[label] and (more)", "[label] and (more)"),
        ("[sound:a_b_.mp3]", "[sound:a_b_.mp3]"),
        ("{{c1::hidden::clue}} and {{c2::*other*}}", "hidden and other\nclue"),
        ("<b>is text</b> &amp;", "<b>is text</b> &amp;"),
        ("plain", "plain"),
    ],
)
def test_markdown(markdown: str, text: str) -> None:
    assert strip_markdown(markdown) == text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<b>bo</b>ld", "bold"),
        ("one<br>two<div>three</div>", "one two three "),
        ("a &lt; b &amp;&nbsp;c", "a < b &\xa0c"),
        ('<img alt="x" src="pic.png">', " pic.png "),
        ("<img src=pic.png>", " pic.png "),
        ("a<!-- note -->b", "ab"),
        ("1 < 2 > 0", "1 < 2 > 0"),
        ("{{c1::hidden::clue}} {{c2::a {{c3,4::b}}}}", "hidden clue a b"),
        ("plain", "plain"),
    ],
)
def test_html(html: str, text: str) -> None:
    assert strip_html(html) == text


@given(st.text(st.sampled_from("ab*_~`\\[]()!$<>&;{}:c1 \n\U000f0000/="), max_size=60))
def test_any_text_can_be_stripped(text: str) -> None:
    for strip in (strip_markdown, strip_html):
        words = re.findall(r"[abc1]+", strip(text))
        assert set("".join(words)) <= set(text)


@pytest.mark.parametrize(
    "piece", ["*a", "**", "`", "_a_", "[", "[a](", "<!--", "<img ", "{{c1::", "$", "~~a", "\\*"]
)
def test_many_signs_take_linear_time(piece: str) -> None:
    for strip in (strip_markdown, strip_html):
        assert set(strip(piece * 20_000)) <= set(piece) | {" "}

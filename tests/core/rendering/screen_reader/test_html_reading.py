"""Elements of a card's HTML as a screen reader says them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.rendering.markdown_rendering import render_markdown
from studyapp.core.rendering.screen_reader.html_reading import read_html
from studyapp.core.rendering.screen_reader.reading_words import reading_words
from studyapp.core.rendering.text_layout.plain_text import html_to_text
from studyapp.core.text.localized_text import CardLanguages
from tests.core.hostile_markdown import hostile

WORDS = reading_words(CardLanguages.ENGLISH)


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("a&nbsp;&lt;b<br>c<hr>d", ["a <b", "c", "d"]),
        ("<p>x<sup>2</sup> H<sub>2</sub>O</p>", ["x^2 H2O"]),
        ("<ruby>漢字<rt>かんじ</rt></ruby>を", ["漢字 (かんじ) を"]),
        ('<p>If <img src="formula:i:61" alt="a \\neq 0">.</p>', ["If a \\neq 0."]),
        ('<img src="formula:i:61" alt="x = […]">', ["x = blank"]),
        ('<a class="sound" href="sound:media/hund%201.mp3">▶</a>', ["Sound: hund 1.mp3"]),
        ('<a class="sound" href="sound:hund.mp3">▶ a dog</a>', ["Sound: a dog"]),
        ('<a class="speech" href="speech:de_DE/der%20Hund">▶</a>', ["der Hund"]),
        ('<img src="x.png" alt="">', ["Picture without a description"]),
        ('text <img src="x.png" alt="a hill"> more', ["text", "Picture: a hill", "more"]),
        ("<table><thead><tr><th>A</th><th>B</th></tr></thead></table>", ["A, B"]),
        ("<table><tr><td>1</td><td></td><td>3</td></tr></table>", ["1, 3"]),
        ("<table><tr><th>A</th><td>1</td></tr><tr><th>B</th><td>2</td></tr></table>", ["A, 1", "B, 2"]),
        ("<table><tr><td>1</td><th>A</th></tr><tr><td>2</td><td>3</td></tr></table>", ["1, A", "2, 3"]),
        ("long\u200bname\u00adhere", ["longnamehere"]),
        ("</div></span></li></td></ol></table>x", ["x"]),
    ],
)
def test_elements(html: str, lines: list[str]) -> None:
    assert read_html(html, WORDS).lines == lines


@given(st.one_of(st.text(max_size=200), hostile))
def test_no_word_of_a_text_is_lost(markdown: str) -> None:
    html = render_markdown(markdown)
    heard = set(" ".join(read_html(html, WORDS).lines).split())
    letters = {word for word in html_to_text(html).split() if word.isalnum()}
    assert not {word for word in letters if not any(word in other for other in heard)}

"""Spaces other than those of ASCII are text, also at the edges of paragraphs and headings."""

import pytest

from studyapp.core.rendering.markdown_rendering import is_plain_line, render_markdown
from studyapp.core.text.html_entities import unescape_entities


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("\xa0\xa0x", "<p>\xa0\xa0x</p>\n"),
        ("x\u3000", "<p>x\u3000</p>\n"),
        ("a\n\xa0 b\u2007 ", "<p>a<br>\n\xa0 b\u2007</p>\n"),
        ("\u202f\nx", "<p>\u202f<br>\nx</p>\n"),
        ("\xa0", "<p>\xa0</p>\n"),
        ("- \u3000x\n- y\xa0", "<ul>\n<li>\u3000x</li>\n<li>y\xa0</li>\n</ul>\n"),
        ("> \xa0x\n> y\u2003", "<blockquote>\n<p>\xa0x<br>\ny\u2003</p>\n</blockquote>\n"),
        ("# \u3000x\xa0 #", "<h1>\u3000x\xa0</h1>\n"),
        ("## \xa0", "<h2>\xa0</h2>\n"),
        ("#\u3000x", "<p>#\u3000x</p>\n"),
        ("```\n\xa0x\n\n\n```", "<pre><code>\xa0x\n\n\n</code></pre>"),
        ("\u200bx\ufeff", "<p>\u200bx\ufeff</p>\n"),
    ],
)
def test_spaces_at_the_edges_are_kept(markdown: str, html: str) -> None:
    assert unescape_entities(render_markdown(markdown)) == html


@pytest.mark.parametrize("text", ["two words", "漢字 かな", "ไทย\u200bไทย", "{{c1::x}} y"])
def test_plain_line_is_rendered_as_it_is(text: str) -> None:
    assert is_plain_line(text)
    assert render_markdown(text) == f"<p>{text}</p>\n"


@pytest.mark.parametrize(
    "text", ["", " x", "x ", "a\nb", "*x*", "\xa0x", "x\u202ey", "x" * 201, "\ue000", "&amp;"]
)
def test_other_texts_are_not_plain_lines(text: str) -> None:
    assert not is_plain_line(text)

"""Plain text as HTML with all its blanks."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.textfiles.cell_html import text_to_html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (
            "while x:\n    y()\n\tz()",
            "while x:<br>&nbsp;&nbsp;&nbsp;&nbsp;y()<br>&nbsp;&nbsp;&nbsp;&nbsp;z()",
        ),
        ("one  two   three", "one&nbsp; two&nbsp;&nbsp; three"),
        ("key\tvalue", "key&nbsp;&nbsp;&nbsp;&nbsp;value"),
        ("12\xa0€ \u200bx", "12&nbsp;€ \u200bx"),
        (" after a comma ", "after a comma"),
        ("  indented", "&nbsp;&nbsp;indented"),
        ("\n \n  first\n\nlast\n\n", "&nbsp;&nbsp;first<br><br>last"),
        ('<b> & "c"', '&lt;b&gt; &amp; "c"'),
        ("", ""),
    ],
)
def test_text_becomes_html(text: str, html: str) -> None:
    assert text_to_html(text) == html


@given(st.text(st.sampled_from("ab<& \t\n\xa0\u200b")))
def test_every_blank_is_shown(text: str) -> None:
    html = text_to_html(text)
    assert not re.search(r"[ \t]{2}|<br> |\t", html)
    shown = unescape(html.replace("<br>", "\n"))
    assert shown.replace("\xa0", "").replace(" ", "").strip("\n") == re.sub(r"[ \t\xa0]", "", text).strip(
        "\n"
    )

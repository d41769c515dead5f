"""Line breaks around blocks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.rendering.text_layout.block_breaks import separate_blocks
from tests.core.rendering.test_html_sanitizing import parse_html


@pytest.mark.parametrize(
    ("html", "separated"),
    [
        ("<div>a</div>b", "<div>a</div><div>b</div>"),
        ("<div>a</div> <b>b</b> c", "<div>a</div> <div><b>b</b> c</div>"),
        ("<div><div>a</div>b</div>c", "<div><div>a</div><div>b</div></div><div>c</div>"),
        ("<div>a</div>b<div>c</div>", "<div>a</div><div>b</div><div>c</div>"),
        ("<b><div>a</div></b>c", "<b><div>a</div></b><div>c</div>"),
        ("<ul><li><div>a</div>b</li></ul>", "<ul><li><div>a</div><div>b</div></li></ul>"),
        ("<div>a</div><img src=\"x\">", '<div>a</div><div><img src="x"></div>'),
        ("a<div>b</div><p>c</p>d", "a<div>b</div><p>c</p>d"),
        ("<div>a</div><hr>b", "<div>a</div><hr>b"),
        ("<p>a</p>b", "<p>a</p>b"),
        ("<div>a<br></div><div>b</div>", "<div>a</div><div>b</div>"),
        ("<div>a<br><br></div>", "<div>a<br></div>"),
        ("a<div><br></div><div>b</div>", "a<div>&nbsp;</div><div>b</div>"),
        ("<div>a</div><br>b", "<div>a</div><div><br>b</div>"),
        ("<ul><li>a</li></ul><br><p>b</p>", "<ul><li>a</li></ul><div>&nbsp;</div><p>b</p>"),
        ("a<br><hr>b", "a<hr>b"),
        ("a<br>", "a"),
        ("a<br>b", "a<br>b"),
    ],
)  # fmt: skip
def test_lines_break_as_in_a_browser(html: str, separated: str) -> None:
    assert separate_blocks(html) == separated


elements = st.recursive(
    st.sampled_from(("a", " ", "<br>", "<hr>", "")),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>",
        st.sampled_from(("div", "b", "p", "li", "ul")),
        st.lists(inner, max_size=4),
    ),
    max_leaves=12,
)


@given(st.lists(elements, max_size=5).map("".join))
def test_well_formed_html_stays_well_formed(html: str) -> None:
    reader = parse_html(separate_blocks(html))
    assert reader.violations + reader.open_tags == []

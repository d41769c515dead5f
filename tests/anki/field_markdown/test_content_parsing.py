"""Lines, empty lines and blocks that a browser shows of HTML, and HTML that Markdown can't express."""

import pytest

from studyapp.anki.field_markdown.content_parsing import parse_shown_content
from studyapp.anki.field_markdown.shown_content import shows_the_same


def lines_of(html: str) -> list[tuple[int, str, str]]:
    """The gap, the blocks and the text of each line."""
    return [
        (line.gap, " ".join(f"{block.tag}{block.serial}{block.label}" for block in line.blocks), line.text)
        for line in parse_shown_content(html).lines
    ]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("", []),
        (" \n ", []),
        ("a<br>b", [(0, "", "a"), (0, "", "b")]),
        ("a<br><br>b", [(0, "", "a"), (1, "", "b")]),
        ("a<br><br><br>b<br>", [(0, "", "a"), (2, "", "b")]),
        ("<br>a<br><br>", [(1, "", "a"), (1, "", "")]),
        ("<div>a<br></div><div><br></div>b", [(0, "", "a"), (1, "", "b")]),
        ("<p>a</p><p></p><p>b</p>c", [(0, "", "a"), (1, "", "b"), (1, "", "c")]),
        ("<p>a</p><br><p>b</p>", [(0, "", "a"), (3, "", "b")]),
        ("<p>a<p>b</p>", [(0, "", "a"), (1, "", "b")]),
        ("x<ul><li>a<ul><li>b</li></ul></li><li></li></ul>", [(0, "", "x"), (1, "ul1 li1", "a"), (0, "ul1 li1 ul2 li2", "b"), (0, "ul1 li3", "")]),
        ('<ol start="3"><li>a<li>b</ol>', [(0, "ol1 li13", "a"), (0, "ol1 li24", "b")]),
        ("<pre>\n\na\n\n b\n</pre>", [(0, "pre1", ""), (0, "pre1", "a"), (0, "pre1", ""), (0, "pre1", " b")]),
        ("<table><tr><th align=right>a</th><th></th></tr></table>", [(0, "table1 tr1 th1right", "a"), (0, "table1 tr1 th2", "")]),
        ("a<hr>b", [(0, "", "a"), (1, "", "\ufffc"), (1, "", "b")]),
        ("a \n\t<b> b</b> &nbsp; c ", [(0, "", "a b \xa0 c")]),
    ],
)  # fmt: skip
def test_lines(html: str, expected: list[tuple[int, str, str]]) -> None:
    assert lines_of(html) == expected


@pytest.mark.parametrize(
    "html",
    [
        "<table>x<tr><th>y</th></tr></table>", "<ol start=x><li>y</li></ol>", "<li>x</li>", "<a>x</a>", '<a href="https://e.org/1"><a href="https://e.org/2">x</a></a>',
        '<a href="https://e.org/1" href="https://e.org/2">x</a>', "<h1><h2>x</h2></h1>", "x</b>", "<b><i>x</b></i>", "<div>x", "<div/>x", "<!-- x -->y", "<p><b><p>x</p></b></p>", "x<wbr>y", "<p title=x>y</p>",
        '<span class="blank">x</span>', "<style>x</style>y",
    ],
)  # fmt: skip
def test_what_markdown_cannot_express_is_incomplete(html: str) -> None:
    assert not parse_shown_content(html).is_complete


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("<b>a</b>", "<strong>a</strong>", True),
        ("<b>a </b>b", "<b>a</b> b", True),
        ("<b>a\u200b</b>b", "<b>a</b>\u200bb", True),
        ("<s>a </s>b", "<s>a</s> b", False),
        ("a b", "a  b", True),
        ("a\xa0b", "a b", False),
        ("a\u200bb", "ab", False),
        ("<b>a</b>", "<i>a</i>", False),
        ('<a href="https://e.org/é x">a</a>', '<a href="https://e.org/%C3%A9%20x">a</a>', True),
        ('<a href="https://e.org/a">a</a>', '<a href="https://e.org/A">a</a>', False),
        ('<img src="a%20b.png">', '<img src="a b.png" alt="">', True),
        ("<u>a</u>", "<u>a</u>", False),
    ],
)
def test_what_a_reader_can_tell_apart(one: str, other: str, is_same: bool) -> None:
    assert shows_the_same(parse_shown_content(one), parse_shown_content(other)) == is_same


def test_deletions_are_formatting_if_asked_for() -> None:
    html = '<span class="filled">x</span>'
    assert parse_shown_content(html, with_deletions=True).is_complete
    assert not parse_shown_content('<span class="filled" id="y">x</span>', with_deletions=True).is_complete
    assert not shows_the_same(
        parse_shown_content(html, with_deletions=True), parse_shown_content("x", with_deletions=True)
    )

"""HTML of plain lines is converted as the parser converts it."""

from hypothesis import example, given
from hypothesis import strategies as st

from studyapp.anki.field_markdown.html_to_markdown import convert_to_markdown
from studyapp.anki.plain_html import read_plain_lines

PARTS = st.sampled_from(
    ("a", "word", " ", "字", "。", ":", "-", "=", "1.", "2)", "#", "+", "*", "_", "|", "&amp;", "&", "(", "www.a.org", "http://a.org", "$", "\\", "`", "~",
     "{{c1::x}}", "...", "'", '"', "\u200b", "\u3000", "\u00a0", "\n", "\t", "é", "😀", "[sound:a.mp3]", "<i>", "\u202e", "e\u0301", ":--", "x@a.org", "12", "٣", "²", ")", "「", "%", ">")
)  # fmt: skip
LINES = st.lists(PARTS, max_size=5).map("".join)
HTML = st.lists(st.one_of(LINES, st.sampled_from(("word", "two words", "字"))), max_size=5).map("<br>".join)


@given(HTML)
@example("one<br>two")
@example("one<br>---")
@example("one<br><br>two")
@example("a | b<br>:--")
@example("one<br> two")
@example("one<br>12")
@example("one<br>1-2")
@example("1<br>1. one")
@example("one<br>(two)")
@example("one<br>) two")
@example("one<br>... two")
@example("12<br>===")
def test_plain_lines_are_converted_as_by_the_parser(html: str) -> None:
    markdown = read_plain_lines(html)
    if markdown is not None:
        assert convert_to_markdown(html) == (markdown, True)


def test_usual_lines_are_plain() -> None:
    assert read_plain_lines("ni hao<br>hello: a greeting<br>你好。") == "ni hao\nhello: a greeting\n你好。"
    assert read_plain_lines("3 times<br>(rarely)<br>“quoted”<br>12") == "3 times\n(rarely)\n“quoted”\n12"
    assert read_plain_lines("one<b>two</b>") is None

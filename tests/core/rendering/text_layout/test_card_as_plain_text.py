"""The plain text of a card keeps what its layout says: lines, indentation, lists, tables and formulas."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.cards.card import cards_of
from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType
from studyapp.core.notes.note import (
    AnswerOption,
    Basic,
    Claim,
    Cloze,
    CustomContent,
    MultipleChoice,
    Note,
    NoteContent,
    Reversed,
    Term,
    TypedAnswer,
)
from studyapp.core.rendering.face import render_face
from studyapp.core.rendering.markdown_rendering import render_markdown
from studyapp.core.rendering.spoken_text import spoken_parts
from studyapp.core.rendering.text_layout.plain_text import html_to_text
from studyapp.core.text.localized_text import CardLanguages, LocalizedText

CODE = "def f(x):\n    if x:\n\treturn [\n            x]\n\n\nprint(f(1))"
FENCED = f"```python\n{CODE}\n```"


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("# a\n\nb\nc\n\n- d\n- e", "a\nb\nc\n• d\n• e"),
        ("|a|b|\n|-|-|\n|c|d|\n||e|", "a\tb\nc\td\n\te"),
        (FENCED, CODE),
        (f"Read:\n\n{FENCED}\n\nWhat is printed?", f"Read:\n{CODE}\nWhat is printed?"),
        ("```\n    first line is indented\nrest\n```", "    first line is indented\nrest"),
        ("- x\n  - y\n\n    z\n\n7. p\n8. q", "• x\n  • y\n    z\n7. p\n8. q"),
        ("- a\n\n  ```\n  if x:\n      y\n  ```", "• a\n  if x:\n      y"),
        ("> quoted\n> twice\n>\n> 1. one", "> quoted\n> twice\n> 1. one"),
        ("so $a_1 < b$ and\n\n$$\\frac{a}{b}$$", "so \\(a_1 < b\\) and\n\\[\\frac{a}{b}\\]"),
        ("10&nbsp;000 €  net", "10\xa0000 €  net"),
        ("&nbsp;&nbsp;indented", "\xa0\xa0indented"),
        ("ភាសា\u200bខ្មែរ", "ភាសា\u200bខ្មែរ"),
        ("![a label](x.png) and `two  blanks`", "a label and two  blanks"),
    ],
)
def test_text_of_markdown(markdown: str, text: str) -> None:
    assert html_to_text(render_markdown(markdown)) == text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("a<br><br>b<br>", "a\n\nb"),
        ("<p>&nbsp;</p><p>a</p><p>&nbsp;</p><p>b</p><p>&nbsp;</p>", "a\n\nb"),
        ("<div>one\n  line</div>", "one line"),
        ('<ol type="a" start="3"><li>x</li><li value="27">y</li></ol>', "c. x\naa. y"),
        ('<ol type="I"><li>x</li></ol><ol type="i" start="1999"><li>y</li></ol>', "I. x\n1999. y"),
        ("<ul><li></li><li>b</li></ul>", "•\n• b"),
        ("<table><tr><td><p>a</p><p>b</p></td><td>c<br>d</td></tr><tr><td></td><td></td></tr></table>e", "a b\tc d\ne"),
        ("<dl><dt>a</dt><dd>b</dd></dl>", "a\n  b"),
        ("<pre>  a<br>    b\n\n</pre>c", "  a\n    b\n\nc"),
        ('<p title="a > b">x</p>', "x"),
        ('<img src="drawing:hidden" alt="a&#10;  b">', "a\n  b"),
        ("1 &lt; 2 &amp;nbsp;", "1 < 2 &nbsp;"),
    ],
)  # fmt: skip
def test_text_of_html(html: str, text: str) -> None:
    assert html_to_text(html) == text


def test_bullets_are_left_out_where_they_would_be_spoken() -> None:
    assert [part.text for part in spoken_parts(render_markdown("- a\n- b\n\n1. c"))] == ["a b 1. c"]


def neutral(text: str) -> LocalizedText:
    return LocalizedText.language_neutral(text)


TABLE_TYPE = CustomNoteType(
    1,
    "Code",
    ("Front", "Back"),
    (CardTemplate("Card", "{{Front}}", "{{FrontSide}}<hr>{{Back}}"),),
    is_cloze=False,
)
HTML_CODE = f"<pre>{CODE}</pre>"


@pytest.mark.parametrize(
    "content",
    [
        Basic(neutral(FENCED), neutral(FENCED)),
        Reversed(neutral(FENCED), neutral(FENCED)),
        Term(neutral(FENCED), neutral(FENCED), neutral(FENCED)),
        Cloze(neutral(f"{FENCED}\n\nis {{{{c1::code}}}}")),
        MultipleChoice(neutral(FENCED), (AnswerOption(neutral(FENCED), is_correct=True),)),
        TypedAnswer(neutral(FENCED), neutral(FENCED)),
        Claim(neutral(FENCED)),
        CustomContent(TABLE_TYPE, (HTML_CODE, HTML_CODE)),
    ],
    ids=lambda content: type(content).__name__,
)
def test_code_of_every_note_type_keeps_its_indentation(content: NoteContent) -> None:
    cards = list(cards_of(Note("d", "n", content, explanation=neutral(FENCED))))
    assert cards
    for card in cards:
        face = render_face(card, CardLanguages.ENGLISH)
        sides = (face.question, face.answer) if not isinstance(content, Claim) else (face.question,)
        assert all(CODE in html_to_text(side) for side in sides)
        assert CODE in html_to_text(face.explanation or face.answer)


code_lines = st.lists(st.text(st.sampled_from("ab \t(:#<&>\xa0中"), max_size=12), min_size=1, max_size=6).map(
    "\n".join
)


@given(code_lines.filter(lambda code: bool(code.strip())))
def test_any_code_is_written_as_it_is(code: str) -> None:
    shown = html_to_text(render_markdown(f"```\n{code}\n```"))
    lines = [line.rstrip() for line in code.split("\n")]
    assert [line.rstrip() for line in shown.split("\n")] == "\n".join(lines).strip("\n").split("\n")


TAGS = (
    "<li>",
    "<td>",
    "</td>",
    "<pre>",
    "</pre>",
    "</li>",
    "<ol>",
    "</ul>",
    "<br>",
    "<table>",
    "</tr>",
    "<blockquote>",
    "<img alt='a\nb'>",
)


@given(st.lists(st.sampled_from([*"ab <>/&;\"'=\n\t", *TAGS]), max_size=30).map("".join))
def test_any_html_is_converted(html: str) -> None:
    text = html_to_text(html)
    assert text.strip("\n") == text

"""A field becomes Markdown only if a reader can't tell the Markdown from the HTML."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from anki.collection import Collection as Anki
from hypothesis import example, given, settings

from studyapp.anki.field_markdown.html_to_markdown import convert_to_markdown
from studyapp.anki.reading.note_conversion import ConvertedNote, convert_note
from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType
from studyapp.core.notes.note import Cloze
from studyapp.core.rendering.markdown_rendering import (
    render_cloze_answer,
    render_cloze_question,
    render_markdown,
)
from studyapp.core.transfer.package_model import SourceNote
from tests.anki.anki_collections import add_note
from tests.anki.browser_text import shown_characters, shown_text
from tests.anki.html_fields import cloze_fields, html_fields

_CLOZE_TYPE = CustomNoteType(
    1,
    "Gaps",
    ("Text", "More"),
    (CardTemplate("1", "{{cloze:Text}}", "{{cloze:Text}}{{More}}"),),
    is_cloze=True,
)
_CLOZE_START = re.compile(r'<span class="cloze"[^<>]*>')


@pytest.fixture(scope="module")
def shared_anki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Anki]:
    folder: Path = tmp_path_factory.mktemp("anki")
    collection = Anki(str(folder / "collection.anki2"))
    yield collection
    collection.close()


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("loop:<br>&nbsp; &nbsp; wait()<br>&nbsp; &nbsp; &nbsp; retry()", "loop:\n\xa0 \xa0 wait()\n\xa0 \xa0 \xa0 retry()"),
        ("<div>if x</div><div>&#160;&#xa0;y</div>", "if x\n\xa0\xa0y"),
        ("&nbsp;first", "\xa0first"),
        ("last&nbsp;", "last\xa0"),
        ("<b>warm&nbsp;</b>water", "**warm**\xa0water"),
        ("<i>&nbsp;<b>x</b></i>y", "\xa0***x***y"),
        ("ការ\u200bសិក្សា", "ការ\u200bសិក្សា"),
        ("ตัว\u200bอย่าง &#8203;x", "ตัว\u200bอย่าง \u200bx"),
        ("می\u200cروم 👨\u200d👩 x\u200fy", "می\u200cروم 👨\u200d👩 x\u200fy"),
        ("inter&shy;nation", "inter\xadnation"),
        ("\u3000字下げ<br>\u3000次", "\u3000字下げ\n\u3000次"),
        ("3&#8239;000&#8199;kg", "3\u202f000\u2007kg"),
        ("\ufeffafter a mark", "\ufeffafter a mark"),
        ("<pre>a\n\n\n  b</pre>", "```\na\n\n\n  b\n```"),
        ("<pre>\n\n\tx  \n</pre>", "```\n\n\tx  \n```"),
        ("<pre>&nbsp;x\n```\ny</pre>", "````\n\xa0x\n```\ny\n````"),
        ("<ul><li>x<pre>a\n b</pre></li></ul>", "- x\n\n  ```\n  a\n   b\n  ```"),
        ("a<br><br>b", "a\n\nb"),
        ("<div>a</div><div><br></div><div>b</div>", "a\n\nb"),
        ("<p>a</p><p>b<br>c</p>", "a\n\nb\nc"),
        ("a<br>", "a"),
        ('<ol start="7"><li>x</li><li>y</li></ol>', "7. x\n8. y"),
        ("<ul><li>x<ol><li>y<br>z</li></ol></li><li></li></ul>", "- x\n  1. y\n     z\n-"),
        ("<blockquote>x<br>y<ul><li>z</li></ul></blockquote>", "> x\n> y\n>\n> - z"),
        ("<h3>x <i>y</i></h3>z", "### x *y*\n\nz"),
        ("<b>a <i>b</i></b><i> c</i>", "**a *b*** *c*"),
        ("<s>x</s><code>`y`</code>", "~~x~~`` `y` ``"),
        ('<a href="https://e.org/a (b)?c=1&amp;d=2">[x]</a>', "[&#91;x\\]](<https://e.org/a (b)?c=1\\&d=2>)"),
        ('<a href="https://e.org/ü">x</a>', "[x](https://e.org/ü)"),
        (
            "<table><thead><tr><th>k|</th><th align=right>v</th></tr></thead><tbody><tr><td><b>1</b></td><td align=right></td></tr></tbody></table>",
            "| k\\| | v |\n| --- | --: |\n| **1** |  |",
        ),
        ("<hr>x", "---\n\nx"),
        ("&lt;p&gt; &amp;amp; | --- | # 1. x", "\\<p> \\&amp; | --- | # 1. x"),
        ("- x<br>+ y<br>: ---<br>2) z<br># w", "\\- x\n\\+ y\n\\: ---\n2\\) z\n\\# w"),
        ('<span style="">x</span> \n\t <font>y</font>', "x y"),
    ],
)  # fmt: skip
def test_field_becomes_markdown_that_shows_the_same(html: str, markdown: str) -> None:
    assert convert_to_markdown(html) == (markdown, True)
    assert shown_characters(render_markdown(markdown)) == shown_characters(html)


@pytest.mark.parametrize(
    "html",
    [
        # empty lines
        "a<br><br><br>b", "<br><br>a", "a<br><br>", "<div>a</div><div><br></div><div><br></div><div>b</div>", "<p>a</p><br><p>b</p>",
        "<ul><li>a<br><br>b</li><li>c</li></ul>",
        # lists
        '<ol type="a"><li>x</li></ol>', '<ol type="I"><li>x</li></ol>', '<ol><li value="5">x</li></ol>', "<ol reversed><li>x</li></ol>",
        '<ol start="-1"><li>x</li></ol>', '<ul type="square"><li>x</li></ul>', "<ul><li>a</li><ul><li>b</li></ul></ul>", "<li>x</li>",
        '<ul style="list-style-type: none"><li>x</li></ul>', "<dl><dt>x</dt><dd>y</dd></dl>",
        # direction and language
        '<p dir="rtl">سلام</p>', '<div dir="auto">x</div>', '<span dir="ltr">x</span>', '<bdo dir="rtl">x</bdo>', "<bdi>x</bdi>",
        '<span lang="ja">直</span>', "\u2067x\u2069", "\u202ex",
        # hidden text
        "<span hidden>x</span>y", '<div style="display: none">x</div>y', '<b style="visibility:hidden">x</b>y', "<details>x</details>",
        "<details open><summary>x</summary>y</details>", '<i aria-hidden="true">x</i>', "<template>x</template>y",
        # what a reader sees when pointing, and what style sheets and scripts use
        '<span title="t">x</span>', '<abbr title="t">x</abbr>', '<a href="https://e.org" title="t">x</a>', '<div id="i">x</div>',
        '<p class="c">x</p>', '<b data-k="v">x</b>', '<a href="https://e.org" target="_blank">x</a>', '<a name="n">x</a>',
        # comments and what is no content
        "x<!-- y -->", "<!--StartFragment-->x", "<?php x ?>y", "<!DOCTYPE html>x", "x<![CDATA[y]]>", "<script>x()</script>y",
        "<style>b { color: red }</style><b>x</b>",
        # elements without Markdown
        "x<sub>1</sub>", "x<sup>2</sup>", "<u>x</u>", "<mark>x</mark>", "<small>x</small>", "<big>x</big>", "<kbd>x</kbd>", "<q>x</q>",
        "<ruby>字<rt>じ</rt></ruby>", "x<wbr>y", "<ins>x</ins>", "<center>x</center>", "<section>x</section>", "<tt>x</tt>", "<note-1>x</note-1>",
        "<font color=red>x</font>", "<input>", "<audio src=x.mp3></audio>",
        # whitespace that Markdown would lose or hide
        "z<s> x</s>y", "<code>&nbsp; </code><s>&nbsp;</s>", '<span style="white-space:pre">a  b</span>',
        "<textarea>a\n b</textarea>", "<pre><b>x</b></pre>", '<pre class="python">x</pre>', "x\x0cy", "\ue000x",
        # tables
        "<table><tr><td>x</td></tr></table>", '<table border="1"><tr><th>x</th></tr></table>', "<table><tr><th colspan=2>x</th></tr></table>",
        "<table><tr><th>x<br>y</th></tr></table>", "<table>x<tr><th>y</th></tr></table>",
        # HTML that a browser repairs
        "<b>x", "x</b>", "<b><i>x</b></i>", "<div>x", "x</div>y", "a <b", "<div/>x", "<p><b><div>x</div></b></p>", "x</p>",
    ],
)  # fmt: skip
def test_field_that_markdown_cannot_show_is_not_converted(html: str) -> None:
    assert not convert_to_markdown(html).is_lossless
    assert not convert_to_markdown(f"before<br>{html}<br>after").is_lossless


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("a \n b<div>c</div>d", "a b\nc\nd"),
        ("<p>a</p><p>b</p>", "a\n\nb"),
        ("a<br><div>b<br></div>c", "a\nb\nc"),
        ("<ul><li>x </li><li> y</li></ul>z", "<li>x\n<li>y\n\nz"),
        ("<pre>a\n\n b</pre>&nbsp; c", "a\n\n b\n\n\xa0 c"),
    ],
)
def test_oracle_follows_browsers(html: str, text: str) -> None:
    assert shown_text(html) == text


@settings(max_examples=150)
@given(html_fields)
@example("<ul><li><pre>x</pre></li><li>y</li></ul>")
def test_lossless_conversion_shows_the_same_to_another_implementation(html: str) -> None:
    markdown, is_lossless = convert_to_markdown(html)
    if is_lossless:
        assert shown_characters(render_markdown(markdown)) == shown_characters(html)


@settings(max_examples=25)
@given(html=cloze_fields)
@example(html="{{c1::<b>a</b>}}{{c1::<b>b</b>}}{{c2::[x](y)}}")
@example(html="x {{c1::<b>y&nbsp;</b>}}{{c2::z::h*i}}<br>&nbsp; {{c1::w}}")
@example(html="<ul><li>{{c1::x}}</li><li>{{c2::<code>y</code>}}</li></ul>")
@example(html="<b>{{c1::a<br><br>b}}</b>")
def test_cards_of_a_converted_cloze_show_what_anki_shows(shared_anki: Anki, html: str) -> None:
    converted = convert_note(SourceNote("g", _CLOZE_TYPE, (), (html, ""), ()), "media", frozenset())
    if not isinstance(converted, ConvertedNote) or not isinstance(converted.content, Cloze):
        return
    markdown = converted.content.text.versions[0][1]
    note = shared_anki.get_note(add_note(shared_anki, "Cloze", html, ""))  # type: ignore[arg-type]
    for card in note.cards():
        sides = card.render_output()
        number = card.ord + 1
        question = _as_rendered_here(sides.question_text, "blank")
        answer = _as_rendered_here(sides.answer_text, "filled")
        assert shown_characters(render_cloze_question(markdown, number)) == shown_characters(question)
        assert shown_characters(render_cloze_answer(markdown, number)) == shown_characters(answer)
    shared_anki.remove_notes([note.id])


def _as_rendered_here(html: str, css_class: str) -> str:
    """Return HTML of Anki with StudyApp's class and ellipsis, and without the elements around inactive deletions."""
    html = _CLOZE_START.sub(f'<span class="{css_class}">', html).replace('"blank">[...]', '"blank">[…]')
    parts: list[str] = []
    is_inactive: list[bool] = []
    for part in re.split(r"(<[^<>]*>)", html):
        if part.startswith("<span"):
            is_inactive.append("cloze-inactive" in part)
        is_removed = bool(is_inactive) and is_inactive[-1] and part.startswith(("<span", "</span"))
        parts += [] if is_removed else [part]
        if part == "</span>":
            is_inactive.pop()
    return "".join(parts).removesuffix("<br>\n")

"""HTML from decks is reduced to harmless display markup."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.cards.nested_cloze import fill_clozes, hide_clozes, nested_cloze_numbers
from studyapp.core.rendering.deck_styles.card_css import NO_CSS, CardCss, parse_card_css
from studyapp.core.rendering.html_sanitizing import SIMPLIFIED_MARK, sanitize_html
from studyapp.core.rendering.text_layout.plain_text import html_to_text
from studyapp.core.text.text_limits import MAX_TEXT_LENGTH

FRAGMENTS = (
    "<script>alert(1)</script>", "<img src=x.png onerror=y>", "<img src='/etc/passwd'>", "<img src=file:///etc/passwd>", "<img src='../a.png'>",
    "<img src='http://h/a.png'>", "<img src='a b.png'>", "<a href='file:///x'>", "<a href=https://h>", "</a>", "<a href='javascript:x'>", "<!-- ",
    "-->", "<style>@import 'x'", "</style>", "<table><tr><td>", "</table>", "<div>", "</div>", "<ul><li>", "<p style='color:red;background:url(x)'>",
    "<link rel=stylesheet href=x>", "<iframe src=x>", "<object data=x>", "<svg><image href=/x>", "<font color=#fff face=x>", "<base href=/>",
    "<span class=front>", "<span class='blank x'>", "{{c1::", "}}", "[sound:a.mp3]", "\u202e", "\x00", "\u0301" * 9, "&lt;b&gt;", "&", "<", ">", '"', "'", "a", "字",
    "<img src=a.png width=99999 style='height:50%;max-width:3em'>", "<td colspan=99999 rowspan=9 bgcolor=red>", "<div class='big x' id=answer dir=rtl align=center>",
    "<p style='background:#ff0;font-size:900px;margin-left:9em;text-align:right;font-family:monospace'>", "<mark>", "</mark>", "<details><summary>", "</summary>",
    "<span style='color:rgb(1,2,300);background:hsl(1,2%,3%)'>", "<font size=+9 color=blue>", "<br>", "<small>", "<section>",
)  # fmt: skip
hostile = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=6), max_size=25).map("".join)
ATTRIBUTES = {
    "img": {"src", "alt"},
    "a": {"href", "name", "class"},
    "ol": {"start"},
    "span": {"class"},
    "p": {"class"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
}
STYLE = re.compile(
    r"((background-)?color:(#[0-9a-f]{6}|[a-z]+)|font-(weight|style|family):\w+|font-size:(7[5-9]|[89]\d|1\d\d|200)%|"
    r"text-(decoration|transform):[a-z-]+|vertical-align:(sub|super)|margin-left:([1-7]?\d|80)px)"
)
FORBIDDEN = {
    "script",
    "style",
    "iframe",
    "object",
    "embed",
    "svg",
    "link",
    "base",
    "meta",
    "input",
    "body",
    "html",
    "form",
}


class _HtmlReader(HTMLParser):
    """Collects disallowed markup and the nesting depth."""

    def __init__(self) -> None:
        super().__init__()
        self.violations: list[str] = []
        self.open_tags: list[str] = []
        self.max_depth = self.max_table_depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in FORBIDDEN:
            self.violations.append(tag)
        for name, value in attrs:
            if name not in ATTRIBUTES.get(tag, set()) | {"style", "align", "dir"}:
                self.violations.append(f"{tag} {name}")
            if name == "src" and not re.fullmatch(
                r"(sized:[\dp,]+:)?d-media/[^/\\\\:.][^/\\\\:]*", value or ""
            ):
                self.violations.append(f"picture {value}")
            if name == "href" and not re.match(
                r"(https?|mailto|sound:d-media/[^/.]+\.mp3$)", value or "", re.I
            ):
                self.violations.append(f"link {value}")
            if name == "align" and value not in ("left", "center", "right"):
                self.violations.append(f"align {value}")
            if name == "dir" and value not in ("ltr", "rtl"):
                self.violations.append(f"dir {value}")
            if name == "style" and not all(map(STYLE.fullmatch, (value or "").split(";"))):
                self.violations.append(f"style {value}")
        if tag not in ("br", "hr", "img"):
            self.open_tags.append(tag)
            self.max_depth = max(self.max_depth, len(self.open_tags))
            self.max_table_depth = max(self.max_table_depth, self.open_tags.count("table"))

    def handle_endtag(self, tag: str) -> None:
        if not self.open_tags or self.open_tags.pop() != tag:
            self.violations.append(f"end of {tag}")

    def handle_comment(self, data: str) -> None:
        self.violations.append(f"comment {data}")


def parse_html(html: str) -> _HtmlReader:
    reader = _HtmlReader()
    reader.feed(html)
    reader.close()
    return reader


CSS = parse_card_css(
    ".card { font-size: 30px } .big { font-size: 99em; color: red; width: 3px; position: fixed } b { background: url(x) }"
    "img { max-width: 50%; content: 'x' } #answer { margin-left: 99px; text-align: justify } p { background: yellow }"
)


@pytest.mark.parametrize("css", [NO_CSS, CSS])
@given(html=hostile)
def test_sanitized_html_contains_only_allowed_markup(html: str, css: CardCss) -> None:
    reader = parse_html(sanitize_html(html, "d-media", css))
    assert reader.violations + reader.open_tags == []
    assert reader.max_table_depth <= 1


@pytest.mark.parametrize(
    "html",
    ["<table><tr><td>" * 25, "<div>" * 10_000, "<ul><li>" * 5_000, "a" * 1_000_000, "&" * 1_000_000, "<b>" * 50_000 + "x", "<img src=a.png>" * 9_000,
     "<p>word " * 30_000, "{{c1::" * 9_000, "<" * 50_000, "<a href=http://h>" * 5_000],
    ids=lambda html: html[:8],
)  # fmt: skip
def test_pathological_html_stays_small_and_shallow(html: str) -> None:
    shown = sanitize_html(html, "d-media")
    assert len(shown) <= 12 * MAX_TEXT_LENGTH
    assert parse_html(shown).max_depth <= 30
    assert max(map(len, re.split(r"[\u200b\s]", html_to_text(shown)))) <= 201


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 100_000 + "x",
        "<div>" + "<font color=red>" * 300 + "</div>" + "<p>y</p>" * 9_000 + "x",
        "<div>" + "<font color=red></x>" * 300 + "</div>" + "<p>y</p>" * 9_000 + "x",
        "<b><div>" * 1_000 + "x" + "</b></div>" * 1_000,
        "<p class=" + "z" * 200_000 + ">x",
        "x" + "<script>" * 20_000,
    ],
    ids=lambda html: html[:30],
)
def test_html_that_parsers_need_long_for_is_reduced_to_its_text(html: str) -> None:
    shown = sanitize_html(html, "d-media")
    assert shown.startswith("<p>")
    assert shown.endswith(f"</p>{SIMPLIFIED_MARK}")
    assert "x" in html_to_text(shown)


def test_html_can_not_pretend_to_be_reduced() -> None:
    assert SIMPLIFIED_MARK not in sanitize_html(SIMPLIFIED_MARK + "x", "d-media")
    assert SIMPLIFIED_MARK not in sanitize_html("<p>a" * 2_000 + "<ul>" + "<li>b" * 2_000, "d-media")


def test_meaningful_markup_is_kept() -> None:
    html = (
        '<div>H<sub>2</sub>O <span style="color: red">hot</span> <u>now</u> <img src="a b.png" width=9></div>'
    )
    assert sanitize_html(html, "d-media") == (
        '<div>H<sub>2</sub>O <span style="color:red">hot</span> <u>now</u> '
        '<img src="sized:9,,,:d-media/a%20b.png" alt=""></div>'
    )


@pytest.mark.parametrize(
    "color", ["black", "#fff", "#333333", "rgb(0, 0, 0)", "rgba(20,20,20,1)", "LightGray"]
)
def test_grey_text_colors_are_removed(color: str) -> None:
    assert "color" not in sanitize_html(
        f'<span style="color: {color}; font-weight: bold">x</span>', "d-media"
    )


@given(
    st.lists(
        st.sampled_from(("{{c1::", "{{c2,3::", "}}", "::", "a", "<b>", "{{", "{{c0::")), max_size=30
    ).map("".join)
)
def test_clozes_of_any_shape_are_handled(html: str) -> None:
    """Only cloze syntax is removed, and only numbers found in the text hide or fill something."""
    filled = re.sub(r'<span class="filled">|</span>', "", fill_clozes(html, 1))
    letters = re.sub(r"\{\{c[\d,]+::|\}\}|::", "", html)
    assert re.sub(r"\{\{c[\d,]+::|\}\}|::", "", filled).count("a") <= letters.count("a")
    for number in (1, 2, 3):
        assert (number in nested_cloze_numbers(html)) >= ('class="filled"' in fill_clozes(html, number))
        assert (number in nested_cloze_numbers(html)) >= ('class="blank"' in hide_clozes(html, number))


def test_deeply_nested_clozes_are_parsed_quickly() -> None:
    assert nested_cloze_numbers("{{c1::" * 200_000 + "}}" * 200_000) == [1]


def test_nested_tables_become_lines() -> None:
    shown = sanitize_html("<table><tr><td>a<table><tr><td>b</td></tr></table></td></tr></table>", "d-media")
    assert "table" not in shown
    assert html_to_text(shown).split() == ["a", "b"]
    assert "<table>" in sanitize_html("<table><tr><td>a</td></tr></table>", "d-media")


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ('<a href="https://h/">x</a>', '<a href="https://h/">x</a>'),
        ('<a href="MAILTO:a@h">x</a>', '<a href="MAILTO:a@h">x</a>'),
        ('<a href="page.html">x</a>', "<a>x</a>"),
        ('<a href="//h/x">x</a>', "<a>x</a>"),
        ('<a href="ftp://h/">x</a>', "<a>x</a>"),
        ('<a href="option:1">x</a>', "<a>x</a>"),
        ('<font color="red">x</font>', '<font style="color:red">x</font>'),
        ('<font color="#000" face="y">x</font>', "<font>x</font>"),
        ('<font color="gray" size=1>x</font>', '<font style="color:gray;font-size:75%">x</font>'),
        ('<p style="color: red; background: blue">x</p>', '<p style="color:red;background-color:blue">x</p>'),
        ('<p style="background: url(x) blue">x</p>', "<p>x</p>"),
        ('<td bgcolor="#EEF">x</td>', "x"),
        ('<div align="justify" dir="rtl">x</div>', '<div dir="rtl">x</div>'),
        (
            "<details><summary>a</summary>b</details>",
            '<div><div style="font-weight:bold">a</div><div>b</div></div>',
        ),
        ("<section>a</section><section>b</section>", "<div>a</div><div>b</div>"),
        ("x<hr id=answer>y", 'x<hr><a name="answer"></a>y'),
        ("<hr id=other>y", "<hr>y"),
        ('<p style="color: black">x</p>', "<p>x</p>"),
        ('<p style="color: #fff; font-weight: bold">x</p>', '<p style="font-weight:bold">x</p>'),
        ('<ol start="3"><li>x</li></ol>', '<ol start="3"><li>x</li></ol>'),
        ('<span class="blank front other">x</span>', '<span class="blank front">x</span>'),
        ('<p class="typed">x</p>', '<p class="typed">x</p>'),
        ('<div class="typed">x</div>', "<div>x</div>"),
        ("<button>a</button><textarea>b</textarea><title>c</title>d", "d"),
        ("a [sound:x.mp3] b", 'a <a class="sound" href="sound:d-media/x.mp3">▶</a> b'),
        ("[sound:a b&amp;c.mp3]", '<a class="sound" href="sound:d-media/a-b-c-7e1c80f4.mp3">▶</a>'),
        ("[sound:../x.mp3]", '<span class="missing">[../x.mp3]</span>'),
        ('<a class="sound" href="sound:x.mp3">▶</a>', "<a>▶</a>"),
        ('<img src="x.png" alt="[sound:a.mp3]">', '<img src="d-media/x.png" alt="[sound:a.mp3]">'),
        ("a [sound:x<b>y]", "a [sound:x<b>y]</b>"),
    ],
)
def test_markup_is_kept_or_removed(html: str, shown: str) -> None:
    assert sanitize_html(html, "d-media") == shown


def test_nested_tables_with_attributes_become_lines() -> None:
    table = '<table dir="rtl"><tr align="right"><td bgcolor="red" colspan="2">{}</td></tr></table>'
    assert "<t" not in sanitize_html(table.format(table.format("a")), "d-media")


def test_html_that_styles_make_too_long_is_reduced_to_text() -> None:
    css = parse_card_css("b { color: red; background: yellow; font-size: 90px; text-transform: uppercase }")
    assert sanitize_html("<b>x</b>" * 5_000, "d-media", css).endswith(SIMPLIFIED_MARK)
    assert sanitize_html("<b>x</b>" * 1_000, "d-media", css).count("color:red") == 1_000


def test_html_too_long_or_too_deep_is_reduced_to_text() -> None:
    def nested(depth: int) -> str:
        return "<b>" * depth + "a &lt; <i>b</i>" + "</b>" * depth

    assert "<i>" in sanitize_html(nested(29), "d-media")
    assert sanitize_html(nested(30), "d-media").startswith("<p>a &lt; b</p>")
    longest = "<b>x</b>" + "y " * (5 * MAX_TEXT_LENGTH // 2 - 4)
    assert len(longest) == 5 * MAX_TEXT_LENGTH
    assert sanitize_html(longest, "d-media").startswith("<b>x</b>")
    assert sanitize_html(longest + "z", "d-media").startswith("<p>xy y")


def test_depth_is_counted_after_closed_and_void_tags() -> None:
    deep = "<b>" * 31 + "x" + "</b>" * 31
    assert sanitize_html(f"<br>{deep}", "d-media").startswith("<p>x</p>")
    assert sanitize_html(f"<i>a</i><i>b</i>{deep}", "d-media").startswith("<p>abx</p>")


def test_void_tags_do_not_nest() -> None:
    assert sanitize_html("<br><hr><img src=a.png>" * 40 + "<b>x</b>", "d-media").endswith("<b>x</b>")


def test_inner_table_becomes_separated_lines() -> None:
    table = "<table><tr><td>a</td><td>b</td></tr><tr><td>{}</td></tr></table>"
    shown = sanitize_html(table.format(table.format("c")), "d-media")
    assert html_to_text(shown).split("\n") == ["a  b", "a  b", "c"]
    assert "<br><br>" not in shown
    assert sanitize_html(table.format("c") * 2, "d-media").count("<table>") == 2


def test_overlong_words_get_break_points_outside_of_tags() -> None:
    address = "https://h/" + "x" * 300
    shown = sanitize_html(f'<a href="{address}">{"y" * 300}</a>', "d-media")
    assert f'<a href="{address}">' in shown
    assert "y" * 300 not in shown
    assert shown.replace("\u200b", "") == f'<a href="{address}">{"y" * 300}</a>'

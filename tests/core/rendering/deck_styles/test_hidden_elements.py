"""What stays of clean HTML when hidden elements are left out, and what links show."""

import pytest

from studyapp.core.rendering.deck_styles.card_css import parse_card_css
from studyapp.core.rendering.deck_styles.hidden_elements import Disclosure, VisibleHtml, show_visible_parts

LINK = '<span class="disclosure-link">{}</span>'
HINT = '<span class="hint-link">{}</span>'


def question(html: str, css: str = "", ordinal: int = 1) -> VisibleHtml:
    return show_visible_parts(html, parse_card_css(css).visibility_rules, ordinal, closes_disclosures=True)


def answer(html: str, css: str = "") -> str:
    visible = show_visible_parts(html, parse_card_css(css).visibility_rules, 1, closes_disclosures=False)
    assert visible.disclosures == ()
    return visible.html


@pytest.mark.parametrize(
    ("html", "visible"),
    [
        ('a<b hidden="">b</b>c', "ac"),
        ('a<b style="display:none">b<i>c</i></b>', "a"),
        ('<p style="visibility:hidden">a<b>b</b><i style="visibility:visible">c</i></p>', '<p style="visibility:hidden"><b></b><i style="visibility:visible">c</i></p>'),
        ('<br hidden=""><img style="visibility:hidden" src="a">b', "b"),
        ('<p hidden="" style="display:block">a</p>', '<p hidden="" style="display:block">a</p>'),
        ('<b style="display:none;display:inline">a</b>', '<b style="display:none;display:inline">a</b>'),
        ('<b style="display:none!important;display:inline">a</b>', ""),
        ("no change <i>here</i>", "no change <i>here</i>"),
    ],
)  # fmt: skip
def test_hidden_elements_are_left_out_on_both_sides(html: str, visible: str) -> None:
    assert question(html) == VisibleHtml(visible)
    assert answer(html) == visible


@pytest.mark.parametrize(
    ("css", "visible"),
    [
        (".x { display: none }", "13"),
        (".x { display: none } #y { display: block }", '1<p class="x" id="y">2</p>3'),
        ("#y { display: block } .x { display: none }", '1<p class="x" id="y">2</p>3'),
        ("#y { display: block } .x { display: none !important }", "13"),
        (".card2 p { display: none }", "13"),
        (".card1 p { display: none }", '1<p class="x" id="y">2</p>3'),
        (".nightMode p { display: none }", '1<p class="x" id="y">2</p>3'),
        ("@media print { .x { display: none } }", '1<p class="x" id="y">2</p>3'),
    ],
)
def test_style_sheets_hide_elements(css: str, visible: str) -> None:
    assert question('1<p class="x" id="y">2</p>3', css, ordinal=2).html == visible


def test_classes_of_studyapp_are_not_hidden() -> None:
    html = '<span class="blank">[…]</span><span class="front"></span>'
    assert question(html, ".blank, .front { display: none }").html == html


def test_details_become_a_link_on_the_question() -> None:
    html = "<details><summary>More <b>here</b></summary>secret</details>"
    visible = question(html)
    assert visible.html == f"<div>{LINK.format(0)}</div>"
    content = "<div><summary>More <b>here</b></summary><div>secret</div></div>"
    assert visible.disclosures == (Disclosure("More here", content),)
    assert answer(html) == html
    opened = html.replace("<details>", '<details open="">')
    assert question(opened) == VisibleHtml(opened)


def test_nested_details_are_separate_links() -> None:
    visible = question("<details>a<details><summary>B</summary>b</details></details>")
    assert visible.html == f"<div>{LINK.format(1)}</div>"
    assert [disclosure.label for disclosure in visible.disclosures] == ["B", "Details"]
    assert LINK.format(0) in visible.disclosures[1].html


@pytest.mark.parametrize(
    "html",
    [
        '<a onclick="x">Show</a>{}',
        '{}<a onclick="x">Show</a>',
        '<p>{}</p><div><a onclick="x"><b>Show</b></a></div>',
    ],
)
def test_link_that_shows_a_hidden_element(html: str) -> None:
    target = '<p id="x" hidden="">secret</p>'
    visible = question(html.format(target))
    assert "secret" not in visible.html
    assert "Show" not in visible.html
    assert LINK.format(0) in visible.html
    assert visible.disclosures == (Disclosure("Show", target),)
    assert "Show" not in answer(html.format(target))
    assert "secret" in answer(html.format(target))


def test_link_that_shows_nothing_hidden_stays_a_link() -> None:
    for html in ('<a onclick="x">a</a><p id="x">b</p>', '<a onclick="y">a</a>'):
        assert question(html).html == answer(html) == html


def test_hints_keep_their_number_when_others_are_hidden() -> None:
    empty = '<span class="hint-link"></span>'
    visible = question(
        f'<p hidden="">{empty}</p>{empty}<span class="hint-link">7</span><span class="disclosure-link">3</span>'
    )
    assert visible.html == f"{HINT.format(1)}<span>7</span><span>3</span>"


def test_style_sheet_is_ignored_if_it_takes_too_long() -> None:
    css = ".x { display: none }" * 200
    assert "a" in question('<b class="x">a</b>' * 2000, css).html
    assert question('<b class="x">a</b>' * 100, css).html == ""


def test_deep_nesting_is_handled() -> None:
    depth = 400
    assert question('<i style="display:inline">' * depth + "a" + "</i>" * depth).html.count("a</i>") == 1

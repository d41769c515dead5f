"""Styles of elements in HTML from decks."""

import pytest

from studyapp.core.rendering.deck_styles.card_css import NO_CSS, parse_card_css
from studyapp.core.rendering.html_sanitizing import sanitize_html


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ('<span style="background-color: rgb(255, 255, 0);">x</span>', '<span style="background-color:#ffff00">x</span>'),
        ('<div style="text-align: center; color: red">x</div>', '<div align="center" style="color:red">x</div>'),
        ('<span style="text-align: center">x</span>', "<span>x</span>"),
        ('<span style="margin-left: 40px">x</span>', "<span>x</span>"),
        ('<p style="margin-left: 40px">x</p>', '<p style="margin-left:40px">x</p>'),
        ('<div dir="rtl" style="text-align: right">x</div>', '<div dir="rtl" align="right">x</div>'),
        ('<font size="5" face="Courier">x</font>', '<font style="font-family:monospace;font-size:150%">x</font>'),
        ('<font size="-1">x</font>', '<font style="font-size:81%">x</font>'),
        ("<big>x</big><small>y</small>", '<span style="font-size:120%">x</span><span style="font-size:80%">y</span>'),
        ("<mark>x</mark>", '<span style="background-color:#ffff00">x</span>'),
        ('<mark style="background: pink">x</mark>', '<span style="background-color:pink">x</span>'),
        ("<ins>x</ins><cite>y</cite>", "<u>x</u><i>y</i>"),
        ('<span style="font-family: &quot;Courier New&quot;; color: red">x</span>', '<span style="font-family:monospace;color:red">x</span>'),
        ('<span class="blank" style="color: red">x</span>', '<span class="blank" style="color:red">x</span>'),
        ('<span class="unknown" id="y">x</span>', "<span>x</span>"),
    ],
)  # fmt: skip
def test_styles_become_declarations_that_are_shown(html: str, shown: str) -> None:
    assert sanitize_html(html, "m") == shown


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ('<td align="right">x</td>', '<td align="right">x</td>'),
        ('<td bgcolor="#eef" width=9>x</td>', '<td style="background-color:#eeeeff">x</td>'),
        ('<td colspan="2" rowspan=3>x</td>', '<td colspan="2" rowspan="3">x</td>'),
        ('<td colspan="99999">x</td>', '<td colspan="20">x</td>'),
        ('<td colspan="0" rowspan="x">x</td>', "<td>x</td>"),
    ],
)
def test_cells(cell: str, shown: str) -> None:
    assert (
        sanitize_html(f"<table><tr>{cell}</tr></table>", "m")
        == f"<table><tbody><tr>{shown}</tr></tbody></table>"
    )


def test_too_many_spans_are_dropped() -> None:
    html = "<table><tr>" + "<td colspan=20>x</td>" * 11 + "</tr></table>"
    assert "colspan" not in sanitize_html(html, "m")


@pytest.mark.parametrize(
    ("image", "lengths"),
    [
        ('width="300"', "300,,,"),
        ('style="width: 25%"', "25p,,,"),
        ('width=300 style="width: 50px; max-height: 40px"', "50,,,40"),
        ('height="80px"', ",80,,"),
    ],
)
def test_images_keep_their_size(image: str, lengths: str) -> None:
    assert sanitize_html(f'<img src="a.png" {image}>', "m") == f'<img src="sized:{lengths}:m/a.png" alt="">'


def test_image_with_other_styles_is_shown() -> None:
    assert (
        sanitize_html('<img style="border: 1px" src="a.png" class="x" align="left">', "m")
        == '<img src="m/a.png" alt="">'
    )


def test_style_sheet_of_the_note_type_applies_before_styles_of_elements() -> None:
    css = parse_card_css(
        ".tone1 { color: red } b { color: blue; font-weight: normal } #extra { font-size: 12px } img { max-width: 90% }"
        ".blank { color: lime }"
    )
    assert sanitize_html('<span class="x tone1">a</span>', "m", css) == '<span style="color:red">a</span>'
    assert sanitize_html("<b>a</b>", "m", css) == '<b style="color:blue;font-weight:normal">a</b>'
    assert (
        sanitize_html('<b style="color: red">a</b>', "m", css)
        == '<b style="color:red;font-weight:normal">a</b>'
    )
    assert sanitize_html('<div id="extra">a</div>', "m", css) == '<div style="font-size:75%">a</div>'
    assert sanitize_html("<img src=a.png>", "m", css) == '<img src="sized:,,90p,:m/a.png" alt="">'
    assert sanitize_html('<span class="blank">a</span>', "m", css) == '<span class="blank">a</span>'


def test_element_with_the_id_answer_starts_the_answer() -> None:
    assert sanitize_html('<div id="answer">a</div>', "m", NO_CSS) == '<div><a name="answer"></a>a</div>'
    assert "name" not in sanitize_html('<table id="answer"><tr><td>a</td></tr></table>', "m", NO_CSS)

"""Style sheets of note types."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.rendering.deck_styles.card_css import NO_CSS, parse_card_css


def test_rules_for_the_card_set_its_size_and_alignment() -> None:
    css = parse_card_css(
        ".card { font-size: 30px; text-align: left } .a { font-size: 15px } #b { font-size: 2em }"
    )
    assert (css.base_font_size, css.alignment) == (30, "left")
    assert css.declarations_for("p", ["a"], "") == {"font-size": "75%"}
    assert css.declarations_for("p", [], "b") == {"font-size": "200%"}


def test_later_and_more_specific_rules_win() -> None:
    css = parse_card_css("b.x { color: red } .x { color: blue } b { color: lime } .x { font-style: italic }")
    assert css.declarations_for("b", ["x"], "") == {"color": "red", "font-style": "italic"}
    assert css.declarations_for("i", ["x"], "") == {"color": "blue", "font-style": "italic"}
    assert css.declarations_for("b", [], "") == {"color": "lime"}


@pytest.mark.parametrize(
    "css",
    [
        ".nightMode .a { color: red }",
        ".a > img { color: red }",
        ".a:hover { color: red }",
        "@media (max-width: 9px) { .a { color: red } }",
        "@font-face { color: red }",
        "/* .a { color: red } */",
        "/* .a { color: red }",
        "* { color: red }",
        "a { color: red } li { text-align: center }",
    ],
)
def test_other_rules_are_ignored(css: str) -> None:
    assert parse_card_css(css).declarations_by_selector == {}
    assert parse_card_css(css + "*/ .b { color: blue }").declarations_for("p", ["b"], "") in (
        {"color": "blue"},
        {},
    )


def test_rule_after_an_at_rule_counts() -> None:
    css = parse_card_css("@import url(x); @media print { .a { color: red } } /* x */ .a, #b { color: blue }")
    assert css.declarations_by_selector == {".a": {"color": "blue"}, "#b": {"color": "blue"}}


@pytest.mark.parametrize("size", ["1px", "900px", "50vw", "red"])
def test_unusual_size_of_the_card_is_ignored(size: str) -> None:
    assert parse_card_css(f".card {{ font-size: {size} }}").base_font_size == 20


@pytest.mark.parametrize("part", ["@", "{", "}", "/*", "a{", "@a{", ".a,", "}{;"])
def test_broken_style_sheets_are_read_quickly(part: str) -> None:
    assert parse_card_css(part * 30_000).alignment == ""


def test_very_long_style_sheet_is_ignored() -> None:
    assert parse_card_css(".a { color: red }" + " " * 100_000) == NO_CSS


@given(st.text(alphabet="{}.#@/*;:,abc ", max_size=60))
def test_any_style_sheet_is_parsed(css: str) -> None:
    assert parse_card_css(css).alignment in ("", "left", "center")

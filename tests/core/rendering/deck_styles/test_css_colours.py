"""Colors in HTML and CSS from decks."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.rendering.deck_styles.css_colours import background_colour, text_colour


@pytest.mark.parametrize(
    ("css", "colour"),
    [
        ("Red", "red"),
        ("#F00", "#ff0000"),
        ("#0000FF", "#0000ff"),
        ("#00f8", "#0000ff"),
        ("#0000ff00", None),
        ("rgb(255, 0, 10)", "#ff000a"),
        ("rgba(255 0 10 / 50%)", "#ff000a"),
        ("rgba(255, 0, 0, 0)", None),
        ("rgb(100%, 0%, 0%)", "#ff0000"),
        ("rgb(300, -5, 0)", "#ff0000"),
        ("hsl(240, 100%, 50%)", "#0000ff"),
        ("hsl(120deg 100% 25%)", "#008000"),
        ("rgb(1, 2)", None),
        ("rgb(a, b, c)", None),
        ("transparent", None),
        ("inherit", None),
        ("var(--x)", None),
        ("url(x)", None),
        ("#12", None),
        ("", None),
    ],
)
def test_colours_are_normalized(css: str, colour: str | None) -> None:
    assert text_colour(css) == colour
    assert background_colour(css) == colour


@pytest.mark.parametrize("css", ["black", "white", "#222", "rgb(33, 37, 41)", "#f8f8f2", "LightGray"])
def test_text_that_is_about_black_or_white_has_no_colour(css: str) -> None:
    assert text_colour(css) is None


@pytest.mark.parametrize("css", ["white", "#fff", "rgb(250, 250, 250)", "whitesmoke"])
def test_background_like_paper_is_none(css: str) -> None:
    assert background_colour(css) is None


@pytest.mark.parametrize("css", ["gray", "#808080", "#555500", "dimgray"])
def test_other_greys_are_kept(css: str) -> None:
    assert text_colour(css) == css
    assert background_colour(css) == css


@given(st.text() | st.text(alphabet="rgbhsla(0123456789.,%/ )#", max_size=30))
def test_any_text_is_a_safe_colour_or_none(css: str) -> None:
    for colour in (text_colour(css), background_colour(css)):
        assert colour is None or re.fullmatch(r"#[0-9a-f]{6}|[a-z]{3,20}", colour)

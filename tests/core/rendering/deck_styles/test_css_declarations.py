"""CSS declarations, within limits."""

import pytest

from studyapp.core.rendering.deck_styles.css_declarations import filter_declarations, parse_image_length


@pytest.mark.parametrize(
    ("css", "shown"),
    [
        ("font-size: 30px", {"font-size": "150%"}),
        ("font-size:15pt", {"font-size": "100%"}),
        ("font-size: 1.2em !important", {"font-size": "120%"}),
        ("font-size: 90%", {"font-size": "90%"}),
        ("font-size: 5px", {"font-size": "75%"}),
        ("font-size: 200px", {"font-size": "200%"}),
        ("font-size: x-large", {"font-size": "150%"}),
        ("font-size: calc(1px)", {}),
        ("font-size: -3px", {}),
        ("COLOR: RED; color: #00f", {"color": "#0000ff"}),
        ("background: yellow", {"background-color": "yellow"}),
        ("background: yellow url(http://h/x)", {}),
        ("background: linear-gradient(red, blue)", {}),
        ("text-align: center", {"text-align": "center"}),
        ("text-align: justify", {}),
        ("margin-left: 40px", {"margin-left": "40px"}),
        ("margin-left: 50em", {"margin-left": "80px"}),
        ("margin-left: -40px", {}),
        ("margin-left: 0", {}),
        ("padding-left: 2em", {"margin-left": "40px"}),
        ("font-family: 'Courier New', Arial", {"font-family": "monospace"}),
        ("font-family: Arial", {}),
        ("text-decoration: underline dotted red", {"text-decoration": "underline"}),
        ("vertical-align: super; text-transform: uppercase", {"vertical-align": "super", "text-transform": "uppercase"}),
        ("vertical-align: middle; position: fixed; display: none; content: 'x'", {}),
        ("direction: rtl", {"direction": "rtl"}),
        ("max-width: 50%; width: 10em", {"max-width": "50%", "width": "200"}),
        ("nonsense", {}),
        ("", {}),
    ],
)  # fmt: skip
def test_declarations_are_kept_within_limits(css: str, shown: dict[str, str]) -> None:
    assert filter_declarations(css, 20) == shown


def test_font_sizes_refer_to_the_size_of_the_card() -> None:
    assert filter_declarations("font-size: 30px", 30) == {"font-size": "100%"}
    assert filter_declarations("font-size: 1.5em", 30) == {"font-size": "150%"}


@pytest.mark.parametrize(
    ("css", "length"),
    [("300", "300"), ("30.6px", "31"), ("25%", "25%"), ("900%", "100%"), ("0", None), ("auto", None), ("50vh", None),
     ("-3", None), ("1e9", None), ("", None)],
)  # fmt: skip
def test_lengths_of_images(css: str, length: str | None) -> None:
    assert parse_image_length(css) == length

"""CSS declarations that cards show. Sizes are kept within readable limits."""

import re
from collections.abc import Callable

from studyapp.core.rendering.deck_styles.css_colours import background_colour, text_colour

DEFAULT_FONT_SIZE = 20.0
"""Font size in pixels that Anki gives the cards of new note types."""

MIN_FONT_PERCENT, MAX_FONT_PERCENT = 75, 200
_MAX_INDENT = 80
"""Pixels."""

_MAX_DECLARATIONS = 30
_LENGTH = re.compile(r"(\d{1,5}(?:\.\d{1,5})?|\.\d{1,5})(px|pt|em|rem|ex|vw|vh|%|)")
_PIXELS_BY_UNIT = {"": 1.0, "px": 1.0, "pt": 4 / 3, "em": 20.0, "rem": 20.0}
_PERCENT_BY_SIZE_NAME = {
    "xx-small": 60, "x-small": 75, "small": 89, "medium": 100, "large": 120, "x-large": 150, "xx-large": 200,
    "smaller": 83, "larger": 120,
}  # fmt: skip
_KEYWORDS_BY_PROPERTY = {
    "font-weight": re.compile(r"normal|bold|bolder|lighter|[1-9]00"),
    "font-style": re.compile(r"normal|italic|oblique"),
    "text-decoration": re.compile(r"none|underline|overline|line-through"),
    "vertical-align": re.compile(r"sub|super"),
    "text-transform": re.compile(r"uppercase|lowercase|capitalize"),
    "text-align": re.compile(r"left|center|right"),
    "direction": re.compile(r"rtl|ltr"),
}
_PROPERTY_BY_ALIAS = {
    "background": "background-color",
    "text-decoration-line": "text-decoration",
    "padding-left": "margin-left",
}
_IMAGE_LENGTHS = ("width", "height", "max-width", "max-height")
_MONOSPACE = re.compile(r"\b(?:monospace|courier|consolas|menlo|monaco|source code|fira code|mono)\b")


def filter_declarations(css: str, base_font_size: float) -> dict[str, str]:
    """Return the declarations that are shown, by property. A `font-size` is in percent of `base_font_size`, which is
    in pixels; lengths of images are in pixels or percent (see `parse_image_length`)."""
    shown: dict[str, str] = {}
    for declaration in css.split(";")[:_MAX_DECLARATIONS]:
        name, _, value = declaration.partition(":")
        property_name = name.strip().lower()
        property_name = _PROPERTY_BY_ALIAS.get(property_name, property_name)
        filtered = _filter_value(
            property_name, value.lower().replace("!important", "").strip(), base_font_size
        )
        if filtered is not None:
            shown[property_name] = filtered
    return shown


def _font_size_percent(css_size: str, base_font_size: float) -> str | None:
    """Return a font size in percent of the base size in pixels."""
    length = _LENGTH.fullmatch(css_size)
    if css_size in _PERCENT_BY_SIZE_NAME:
        percent = float(_PERCENT_BY_SIZE_NAME[css_size])
    elif length is not None and length[2] in ("em", "rem"):
        percent = 100 * float(length[1])
    elif length is not None and length[2] == "%":
        percent = float(length[1])
    elif length is not None and length[2] in ("px", "pt"):
        percent = 100 * float(length[1]) * _PIXELS_BY_UNIT[length[2]] / base_font_size
    else:
        return None
    return f"{round(min(max(percent, MIN_FONT_PERCENT), MAX_FONT_PERCENT))}%"


def parse_pixels(css_length: str) -> float | None:
    """Return a length in pixels; None if it is relative to the window, negative or invalid."""
    length = _LENGTH.fullmatch(css_length)
    if length is None or length[2] not in _PIXELS_BY_UNIT:
        return None
    return float(length[1]) * _PIXELS_BY_UNIT[length[2]]


def parse_image_length(css_length: str) -> str | None:
    """Return the width or height of an image as `300` (pixels) or `25%`. None if there is none or it is invalid."""
    length = _LENGTH.fullmatch(css_length)
    if length is not None and length[2] == "%":
        return f"{round(min(float(length[1]), 100.0))}%" if float(length[1]) >= 1 else None
    pixels = parse_pixels(css_length)
    return str(round(pixels)) if pixels is not None and pixels >= 1 else None


def _filter_value(property_name: str, value: str, base_font_size: float) -> str | None:
    if property_name in _KEYWORDS_BY_PROPERTY:
        first_word = value.partition(" ")[0]
        return first_word if _KEYWORDS_BY_PROPERTY[property_name].fullmatch(first_word) else None
    if property_name == "font-size":
        return _font_size_percent(value, base_font_size)
    if property_name in _IMAGE_LENGTHS:
        return parse_image_length(value)
    simple_filter = _FILTER_BY_PROPERTY.get(property_name)
    return simple_filter(value) if simple_filter else None


def _filter_indent(value: str) -> str | None:
    pixels = parse_pixels(value)
    return f"{round(min(pixels, _MAX_INDENT))}px" if pixels else None


def _filter_font_family(value: str) -> str | None:
    """Keep only whether the letters have the same width. The families of the theme are readable in all languages."""
    return "monospace" if _MONOSPACE.search(value) else None


_FILTER_BY_PROPERTY: dict[str, Callable[[str], str | None]] = {
    "color": text_colour,
    "background-color": background_colour,
    "margin-left": _filter_indent,
    "font-family": _filter_font_family,
}

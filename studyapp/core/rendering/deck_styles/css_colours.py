"""Colors in HTML and CSS from decks."""

import re
from colorsys import hls_to_rgb
from typing import NamedTuple

_HEX = re.compile(r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})")
_FUNCTION = re.compile(r"(rgb|hsl)a?\(([^()]{1,60})\)")
_NAME = re.compile(r"[a-z]{3,20}")
_KEYWORDS = {
    "inherit", "initial", "unset", "revert", "auto", "none", "transparent", "currentcolor", "windowtext",
    "window", "canvas", "canvastext", "buttonface", "buttontext", "infobackground", "infotext",
}  # fmt: skip
"""Names without a color of their own."""

_RGB_BY_NEUTRAL_NAME = {
    "black": (0, 0, 0), "white": (255, 255, 255), "whitesmoke": (245, 245, 245), "snow": (255, 250, 250),
    "gainsboro": (220, 220, 220), "lightgray": (211, 211, 211), "lightgrey": (211, 211, 211),
}  # fmt: skip
_MAX_BLACK, _MIN_WHITE, _MIN_PAPER = 80, 200, 235
_MAX_TEXT_TINT, _MAX_PAPER_TINT = 20, 8
"""Difference of the channels up to which a color counts as black, gray or white."""


class _Rgb(NamedTuple):
    red: int
    green: int
    blue: int

    @property
    def tint(self) -> int:
        return max(self) - min(self)


def text_colour(css_colour: str) -> str | None:
    """Return a text color as a name or `#rrggbb`. None if it carries no meaning: black and white, and what is close
    to them, are the colors of text on some background, and unreadable on a dark or a light one."""
    colour = _normalize(css_colour)
    rgb = _find_rgb(colour) if colour else None
    if rgb is not None and rgb.tint <= _MAX_TEXT_TINT and (max(rgb) <= _MAX_BLACK or min(rgb) >= _MIN_WHITE):
        return None
    return colour


def background_colour(css_colour: str) -> str | None:
    """Return a background color as a name or `#rrggbb`. None if it is the color of paper."""
    colour = _normalize(css_colour)
    rgb = _find_rgb(colour) if colour else None
    return None if rgb is not None and rgb.tint <= _MAX_PAPER_TINT and min(rgb) >= _MIN_PAPER else colour


def _normalize(css_colour: str) -> str | None:
    colour = css_colour.strip().lower()
    if _HEX.fullmatch(colour):
        return _normalize_hex(colour[1:])
    function = _FUNCTION.fullmatch(colour)
    if function is not None:
        return _normalize_function(function[1], function[2])
    return colour if _NAME.fullmatch(colour) and colour not in _KEYWORDS else None


def _normalize_hex(digits: str) -> str | None:
    if len(digits) < 6:
        digits = "".join(2 * digit for digit in digits)
    return None if digits[6:] == "00" else f"#{digits[:6]}"


def _normalize_function(name: str, arguments: str) -> str | None:
    parts = [part for part in re.split(r"[\s,/]+", arguments.strip()) if part]
    try:
        values = [float(part.removesuffix("deg").removesuffix("%")) for part in parts]
    except ValueError:
        return None
    if len(values) not in (3, 4) or values[3:] == [0]:
        return None
    if name == "hsl":
        hue, saturation, lightness = values[0] / 360 % 1, values[1] / 100, values[2] / 100
        channels = [255 * part for part in hls_to_rgb(hue, _clamp(lightness, 1), _clamp(saturation, 1))]
    else:
        channels = [
            value * 2.55 if part.endswith("%") else value
            for value, part in zip(values[:3], parts, strict=False)
        ]
    return "#" + "".join(f"{round(_clamp(channel, 255)):02x}" for channel in channels)


def _clamp(value: float, largest: float) -> float:
    return min(max(value, 0.0), largest)


def _find_rgb(colour: str) -> _Rgb | None:
    """Return the color's channels; None for a name that is not black, white or close to them."""
    if colour.startswith("#"):
        return _Rgb(*bytes.fromhex(colour[1:]))
    channels = _RGB_BY_NEUTRAL_NAME.get(colour)
    return None if channels is None else _Rgb(*channels)

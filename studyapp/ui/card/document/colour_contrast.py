"""Adapts the colors in a deck's HTML to the current theme."""

import re

from PySide6.QtGui import QColor

from studyapp.ui.kit import theme

_COLOUR_PATTERN = re.compile(r'(\bcolor(?::|="))\s*([#\w][\w(),.%\s]*?)(?=[;"])')
_RGB_PATTERN = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})")
_MIN_LIGHTNESS_ON_DARK, _MAX_LIGHTNESS_ON_LIGHT = 0.74, 0.42
"""Limits of the HSL lightness at which text is readable on the background of the theme."""


def _parse_colour(css_colour: str) -> QColor:
    """Parse a CSS color. Qt itself supports only names and `#` notation."""
    rgb_match = _RGB_PATTERN.match(css_colour)
    return (
        QColor.fromString(css_colour)
        if rgb_match is None
        else QColor(*(min(int(part), 255) for part in rgb_match.groups()))
    )


def adapt_colour(colour: QColor) -> QColor:
    """Return the color with a lightness that is readable in the current theme. The hue stays the same."""
    lightness = colour.lightnessF()
    adapted = (
        max(lightness, _MIN_LIGHTNESS_ON_DARK) if _is_dark() else min(lightness, _MAX_LIGHTNESS_ON_LIGHT)
    )
    return QColor.fromHslF(max(0.0, colour.hslHueF()), colour.hslSaturationF(), adapted)


def _is_dark() -> bool:
    return QColor(theme.current_colours().background).lightnessF() < 0.5


def ensure_contrast(html: str) -> str:
    """Return card HTML with each color adapted to the theme."""

    def adapt(match: re.Match[str]) -> str:
        colour = _parse_colour(match[2])
        return match[1] + adapt_colour(colour).name() if colour.isValid() else match[0]

    return _COLOUR_PATTERN.sub(adapt, html) if "color" in html else html

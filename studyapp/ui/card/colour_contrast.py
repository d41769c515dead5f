"""Colours that a deck's HTML brings along, as light or dark as the theme of now needs them."""

import re

from PySide6.QtGui import QColor

from studyapp.ui.kit import theme

_COLOUR_PATTERN = re.compile(r'(\bcolor(?::|="))\s*([#\w][\w(),.%\s]*?)(?=[;"])')
_RGB_PATTERN = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})")
_MIN_LIGHTNESS_ON_DARK, _MAX_LIGHTNESS_ON_LIGHT = 0.74, 0.42
"""Lightness of colours, as HSL counts it, that can be read on the theme's background."""


def _parse_colour(css_colour: str) -> QColor:
    """As style sheets write it; Qt reads names and `#` alone."""
    parts = _RGB_PATTERN.match(css_colour)
    return (
        QColor.fromString(css_colour)
        if parts is None
        else QColor(*(min(int(part), 255) for part in parts.groups()))
    )


def ensure_contrast(html: str) -> str:
    """The HTML of the core with each of its colours fit to be read; their hue stays."""
    is_dark = QColor(theme.current_colours().background).lightnessF() < 0.5

    def adapt(found: re.Match[str]) -> str:
        colour = _parse_colour(found[2])
        if not colour.isValid():
            return found[0]
        lightness = colour.lightnessF()
        fit = max(lightness, _MIN_LIGHTNESS_ON_DARK) if is_dark else min(lightness, _MAX_LIGHTNESS_ON_LIGHT)
        return found[1] + QColor.fromHslF(max(0.0, colour.hslHueF()), colour.hslSaturationF(), fit).name()

    return _COLOUR_PATTERN.sub(adapt, html) if "color" in html else html

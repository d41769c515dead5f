"""Colours that a deck's HTML brings along, as light or dark as the theme of now needs them."""

import re

from PySide6.QtGui import QColor

from studyapp.ui.kit import theme

_COLOUR = re.compile(r'(\bcolor(?::|="))\s*([#\w][\w(),.%\s]*?)(?=[;"])')
_PARTS = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})")
_ON_DARK, _ON_LIGHT = 0.74, 0.42
"""Lightness of colours, as HSL counts it, that can be read on the theme's background."""


def _colour(words: str) -> QColor:
    """As style sheets write it; Qt reads names and `#` alone."""
    parts = _PARTS.match(words)
    return (
        QColor.fromString(words)
        if parts is None
        else QColor(*(min(int(part), 255) for part in parts.groups()))
    )


def legible(html: str) -> str:
    """The HTML of the core with each of its colours fit to be read; their hue stays."""
    is_dark = QColor(theme.current().background).lightnessF() < 0.5

    def adapt(found: re.Match[str]) -> str:
        colour = _colour(found[2])
        if not colour.isValid():
            return found[0]
        lightness = colour.lightnessF()
        fit = max(lightness, _ON_DARK) if is_dark else min(lightness, _ON_LIGHT)
        return found[1] + QColor.fromHslF(max(0.0, colour.hslHueF()), colour.hslSaturationF(), fit).name()

    return _COLOUR.sub(adapt, html) if "color" in html else html

"""Adapts the colors in a deck's HTML to the current theme."""

import re
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtGui import QColor

from studyapp.ui.kit import theme

_STYLED_TAG = re.compile(r'<[^<>]*\bstyle="[^<>]*>')
_COLOUR = re.compile(r"\b(background-color:|color:)([#\w]+)")


class _Limits(NamedTuple):
    """Limits at which text has a contrast of 4.5:1 (WCAG AA) with the card, and about that with a highlight.

    `text_contrast` is the least contrast of colored text with the card; `highlight_luminance` the least (in the light
    theme) or greatest relative luminance of a highlight.
    """

    text_contrast: float
    highlight_luminance: float


_ON_LIGHT, _ON_DARK = _Limits(5.5, 0.8), _Limits(6.5, 0.045)
_LIGHTNESS_STEPS = 100


def adapt_colour(colour: QColor) -> QColor:
    """Return the color with a lightness at which text is readable in the current theme. The hue stays the same."""
    panel, is_dark = QColor(theme.current_colours().panel), _is_dark()
    limits = _ON_DARK if is_dark else _ON_LIGHT
    return _change_lightness(
        colour, lambda changed: contrast_ratio(changed, panel) >= limits.text_contrast, lighter=is_dark
    )


def _is_dark() -> bool:
    return QColor(theme.current_colours().panel).lightnessF() < 0.5


def ensure_contrast(html: str) -> str:
    """Return card HTML with each color adapted to the theme."""
    if "color:" not in html:
        return html
    is_dark = _is_dark()
    limits = _ON_DARK if is_dark else _ON_LIGHT

    def is_pale(colour: QColor) -> bool:
        luminance = _relative_luminance(colour)
        return luminance <= limits.highlight_luminance if is_dark else luminance >= limits.highlight_luminance

    def adapt(match: re.Match[str]) -> str:
        colour = QColor.fromString(match[2])
        if not colour.isValid():
            return match[0]
        if match[1] == "color:":
            return match[1] + adapt_colour(colour).name()
        return match[1] + _change_lightness(colour, is_pale, lighter=not is_dark).name()

    return _STYLED_TAG.sub(lambda tag: _COLOUR.sub(adapt, tag[0]), html)


def contrast_ratio(first: QColor, second: QColor) -> float:
    """Return the contrast ratio of two colors as WCAG defines it: 1 to 21."""
    darker, brighter = sorted((_relative_luminance(first), _relative_luminance(second)))
    return (brighter + 0.05) / (darker + 0.05)


def _relative_luminance(colour: QColor) -> float:
    channels = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _change_lightness(colour: QColor, is_suitable: Callable[[QColor], bool], *, lighter: bool) -> QColor:
    """Return the color that is the closest in lightness and suitable."""
    hue, saturation, lightness = (
        max(0.0, colour.hslHueF()),
        colour.hslSaturationF(),
        colour.lightnessF(),
    )
    end = 1.0 if lighter else 0.0
    for step in range(_LIGHTNESS_STEPS):
        changed = QColor.fromHslF(hue, saturation, lightness + (end - lightness) * step / _LIGHTNESS_STEPS)
        if is_suitable(changed):
            return changed
    return QColor.fromHslF(hue, saturation, end)

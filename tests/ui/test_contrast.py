"""The contrast of the colors that are used on each other, after WCAG 2."""

import pytest
from PySide6.QtGui import QColor

from studyapp.ui.kit import theme
from studyapp.ui.kit.theme import DARK, LIGHT, Colours

THEMES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
BACKGROUNDS = ("background", "panel", "hover", "sidebar")


def luminance(colour: str) -> float:
    parsed = QColor(colour)
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (parsed.redF(), parsed.greenF(), parsed.blueF())
    )
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)


def contrast(first: str, second: str) -> float:
    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


@THEMES
@pytest.mark.parametrize("text", ["text", "mutedText", "accent", "again", "hard", "good", "easy"])
def test_text_has_enough_contrast(colours: Colours, text: str) -> None:
    """Ratings on hover, code on its background and everything else that is read."""
    for background in BACKGROUNDS:
        assert contrast(getattr(colours, text), getattr(colours, background)) >= 4.5, background


@THEMES
def test_text_on_colored_surfaces_has_enough_contrast(colours: Colours) -> None:
    for text, background in (
        (colours.onAccent, colours.accent),
        (colours.onAccent, colours.accentHover),
        (colours.badgeText, colours.badgeBackground),
        (colours.text, colours.badgeBackground),
        (colours.text, colours.bannerBackground),
        (colours.mutedText, colours.track if colours is DARK else colours.hover),
    ):
        assert contrast(text, background) >= 4.5


@THEMES
def test_field_borders_and_focus_rings_have_enough_contrast(colours: Colours) -> None:
    for border in (colours.fieldBorder, colours.accent, colours.focus):
        for background in (colours.background, colours.panel):
            assert contrast(border, background) >= 3


@pytest.mark.parametrize(("flags", "colours"), [(theme._LIGHT_FLAGS, LIGHT), (theme._DARK_FLAGS, DARK)])
def test_flags_have_enough_contrast(flags: tuple[str, ...], colours: Colours) -> None:
    assert len(set(flags)) == 7
    assert all(contrast(flag, colours.panel) >= 3 for flag in flags)

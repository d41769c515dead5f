"""Colors of decks in the light and the dark theme."""

import re

import pytest
from PySide6.QtGui import QColor

from studyapp.ui.card.document.colour_contrast import contrast_ratio, ensure_contrast
from studyapp.ui.kit import theme

COLOURS = ["blue", "#ffff00", "#780000", "gray", "orange", "#00ff00", "#e0ffff", "#102030", "#ff00ff"]


@pytest.fixture(params=[theme.LIGHT, theme.DARK], ids=["light", "dark"])
def colours(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> theme.Colours:
    scheme: theme.Colours = request.param
    monkeypatch.setattr(theme, "current_colours", lambda: scheme)
    return scheme


def adapted(declaration: str) -> QColor:
    html = ensure_contrast(f'<span style="font-weight:bold;{declaration}">x</span>')
    found = re.fullmatch(r'<span style="font-weight:bold;[a-z-]+:(#[0-9a-f]{6})">x</span>', html)
    assert found is not None
    return QColor(found[1])


@pytest.mark.parametrize("colour", COLOURS)
def test_text_is_readable_on_the_card_and_on_any_highlight(colours: theme.Colours, colour: str) -> None:
    text = adapted(f"color:{colour}")
    assert contrast_ratio(text, QColor(colours.panel)) >= 5.5
    for highlight in COLOURS:
        assert contrast_ratio(text, adapted(f"background-color:{highlight}")) >= 4.4


@pytest.mark.parametrize("colour", COLOURS)
def test_plain_text_and_clozes_are_readable_on_a_highlight(colours: theme.Colours, colour: str) -> None:
    highlight = adapted(f"background-color:{colour}")
    assert contrast_ratio(QColor(colours.text), highlight) >= 7
    assert contrast_ratio(QColor(colours.accent), highlight) >= 3.5


def test_hue_stays_and_readable_colours_do_not_change(colours: theme.Colours) -> None:
    assert abs(adapted("color:#ff0000").hslHueF()) < 0.01
    assert adapted("color:#0000ff").hslHueF() == pytest.approx(2 / 3, abs=0.01)
    fine = "#8b0000" if colours is theme.LIGHT else "#ffb0b0"
    assert adapted(f"color:{fine}") == QColor(fine)
    if colours is theme.LIGHT:
        assert adapted("background-color:#ffff00") == QColor("#ffff00")


@pytest.mark.parametrize(
    "html",
    [
        '<code>p { color:red; background-color:blue; }</code> style="color:red"',
        '<a href="http://h/?color:red;">x</a>',
    ],
)
def test_text_about_colours_is_not_changed(colours: theme.Colours, html: str) -> None:
    assert ensure_contrast(html) == html

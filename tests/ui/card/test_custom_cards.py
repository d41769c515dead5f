"""Cards of note types that a deck brings along, on the screen."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studyapp.core.rendering.image_occlusion import Mask, encode_masked_image
from studyapp.ui.card.card_view import CardView
from studyapp.ui.card.colour_contrast import ensure_contrast
from studyapp.ui.kit import theme

GREEN = QColor("#00FF00")


@pytest.fixture
def view(qtbot: QtBot, tmp_path: Path) -> CardView:
    made = CardView()
    qtbot.addWidget(made)
    made.resize(400, 300)
    picture = QImage(200, 100, QImage.Format.Format_RGB32)
    picture.fill(GREEN)
    assert picture.save(str(tmp_path / "a b.png"))
    return made


@pytest.mark.parametrize(("kind", "is_covered"), [("rect", True), ("ellipse", True), ("rect-outline", False)])
def test_a_covered_part_can_not_be_seen(view: CardView, tmp_path: Path, kind: str, is_covered: bool) -> None:
    shape = Mask(kind, ((0.5, 0.2), (0.9, 0.8)), is_target=True)
    view.show_html(f'<p align="left"><img src="{encode_masked_image("a b.png", [shape])}"></p>', tmp_path)
    view.show()
    QApplication.processEvents()
    seen = view.viewport().grab().toImage()
    ratio = seen.devicePixelRatio()
    left = next(x for x in range(seen.width()) if seen.pixelColor(x, round(50 * ratio)) == GREEN)
    middle = seen.pixelColor(left + round(140 * ratio), round(50 * ratio))
    assert (middle == QColor(theme.current_colours().accent)) is is_covered
    assert seen.pixelColor(left + round(20 * ratio), round(50 * ratio)) == GREEN


@pytest.mark.parametrize("scheme", [theme.LIGHT, theme.DARK])
@pytest.mark.parametrize("colour", ["blue", "#ffff00", "rgb(120, 0, 0)"])
def test_a_colour_of_the_deck_can_be_read(
    monkeypatch: pytest.MonkeyPatch, scheme: theme.Colours, colour: str
) -> None:
    monkeypatch.setattr(theme, "current_colours", lambda: scheme)
    shown = ensure_contrast(f'<span style="color:{colour}">x</span><font color="{colour}">y</font> color: z')
    assert shown.endswith("color: z")
    found = [QColor(part[:7]) for part in shown.split("color:")[1].split('"')[:1]]
    found.append(QColor(shown.split('color="')[1][:7]))
    ground = QColor(scheme.background).lightnessF()
    for one in found:
        assert abs(one.lightnessF() - ground) > 0.5

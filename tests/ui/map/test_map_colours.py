"""The tints and marks of the levels of memory: told apart by everybody, and texts on them can be read."""

from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from studyapp.core.concept_map.node_memory import MemoryLevel
from studyapp.ui.map.canvas.map_style import MapStyle, draw_mark, style_for
from tests.ui.colour_vision import MATRICES, difference
from tests.ui.test_contrast import contrast

STUDIED = (MemoryLevel.KNOWN, MemoryLevel.FADING, MemoryLevel.FORGOTTEN)


@pytest.fixture(params=["light", "dark"])
def style(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[MapStyle]:
    qapp.setProperty("theme", request.param)
    yield style_for(qapp.font())
    qapp.setProperty("theme", None)


def test_the_simulation_makes_red_and_green_alike() -> None:
    red, green, blue = QColor("#C0392B"), QColor("#6B7A1E"), QColor("#2C5AA0")
    assert difference(red, green, "normal") > 50
    assert difference(red, green, "deuteranopia") < 15
    assert difference(red, blue, "deuteranopia") > 50
    assert difference(red, red, "tritanopia") == 0


@pytest.mark.parametrize("vision", MATRICES)
def test_levels_of_what_was_studied_have_different_tints(style: MapStyle, vision: str) -> None:
    for one, other in combinations(STUDIED, 2):
        assert difference(style.tint(one), style.tint(other), vision) > 15, (one, other)


@pytest.mark.parametrize("vision", MATRICES)
def test_what_was_studied_differs_from_what_was_not(style: MapStyle, vision: str) -> None:
    for one in STUDIED:
        for other in (MemoryLevel.NEW, MemoryLevel.NO_CARDS):
            assert difference(style.tint(one), style.tint(other), vision) > 10, (one, other)


@pytest.mark.parametrize("level", MemoryLevel)
def test_labels_can_be_read(style: MapStyle, level: MemoryLevel) -> None:
    assert contrast(style.colours.text, style.tint(level).name()) >= 4.5


def mark_pixels(level: MemoryLevel, style: MapStyle, size: int) -> list[bool]:
    """Which pixels of a mark are dark, without its colors."""
    image = QImage(size, size, QImage.Format.Format_RGB32)
    image.fill(style.tint(level))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_mark(painter, QRectF(0, 0, size, size), level, style)
    painter.end()
    text = QColor(style.colours.text)
    return [
        abs(image.pixelColor(x, y).lightness() - text.lightness()) < 60
        for x in range(size)
        for y in range(size)
    ]


@pytest.mark.parametrize("size", [10, 14, 28])
def test_each_level_has_a_mark_of_another_shape(style: MapStyle, size: int) -> None:
    for one, other in combinations(MemoryLevel, 2):
        pixels = zip(mark_pixels(one, style, size), mark_pixels(other, style, size), strict=True)
        assert sum(first is not second for first, second in pixels) >= size * size / 12, (one, other)


def test_marks_stay_in_their_place(style: MapStyle) -> None:
    for level in MemoryLevel:
        image = QImage(40, 40, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.magenta)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_mark(painter, QRectF(10, 10, 20, 20), level, style)
        painter.end()
        outside = {
            image.pixel(x, y) for x in range(40) for y in range(40) if not (9 <= x <= 30 and 9 <= y <= 30)
        }
        assert outside == {QColor(Qt.GlobalColor.magenta).rgb()}

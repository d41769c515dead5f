"""Outlines around images."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from studyapp.ui.card.document.image_outline import outline_faint_edge
from studyapp.ui.kit import theme

pytestmark = pytest.mark.usefixtures("qtbot")


def striped_image(stripes: list[str], size: int = 90) -> QImage:
    """An image of horizontal stripes of the same height."""
    image = QImage(size, size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for number, colour in enumerate(stripes):
        painter.fillRect(QRect(0, size * number // len(stripes), size, size), QColor(colour))
    painter.end()
    return image


@pytest.mark.parametrize("scheme", [theme.LIGHT, theme.DARK])
def test_flag_with_a_stripe_like_the_card_is_outlined(
    monkeypatch: pytest.MonkeyPatch, scheme: theme.Colours
) -> None:
    monkeypatch.setattr(theme, "current_colours", lambda: scheme)
    flag = striped_image(["blue", "red", scheme.panel])
    outlined = outline_faint_edge(flag)
    assert outlined.size() == flag.size()
    for x, y in ((0, 89), (89, 80), (40, 89), (0, 0)):
        assert outlined.pixelColor(x, y) == QColor(scheme.track)
    assert outlined.pixelColor(45, 80) == QColor(scheme.panel)


def test_other_images_are_not_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme, "current_colours", lambda: theme.LIGHT)
    transparent = QImage(90, 90, QImage.Format.Format_ARGB32)
    transparent.fill(QColor(255, 255, 255, 0))
    for image in (
        striped_image(["blue", "red"]),
        striped_image(["white"]),
        striped_image(["white", "blue"], size=20),
        transparent,
    ):
        assert outline_faint_edge(image) == image

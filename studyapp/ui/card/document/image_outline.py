"""A thin outline around images whose edge is partly of the color of the card, such as a flag with a white stripe."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from studyapp.ui.kit import theme

_MIN_SIDE = 24
"""Pixels. Smaller images are symbols."""

_SAMPLES_PER_SIDE = 40
_MAX_DIFFERENCE = 24
"""Difference of a channel up to which a pixel looks like the card."""

_MIN_SHARE, _MAX_SHARE = 0.1, 0.9
"""Share of the edge that looks like the card. If all of it does, as on a drawing, the edge carries no meaning."""


def outline_faint_edge(image: QImage) -> QImage:
    """Return the image, with an outline if part of its edge could not be told from the card."""
    if min(image.width(), image.height()) < _MIN_SIDE or image.hasAlphaChannel():
        return image
    card = QColor(theme.current_colours().panel)
    edge = [image.pixelColor(x, y) for x, y in _edge_points(image.width(), image.height())]
    share = sum(_is_similar(colour, card) for colour in edge) / len(edge)
    return _draw_outline(image) if _MIN_SHARE < share < _MAX_SHARE else image


def _edge_points(width: int, height: int) -> list[tuple[int, int]]:
    steps = [(2 * number + 1) / (2 * _SAMPLES_PER_SIDE) for number in range(_SAMPLES_PER_SIDE)]
    columns, rows = [int(width * step) for step in steps], [int(height * step) for step in steps]
    return [(x, y) for x in columns for y in (0, height - 1)] + [(x, y) for y in rows for x in (0, width - 1)]


def _is_similar(first: QColor, second: QColor) -> bool:
    differences = (first.red() - second.red(), first.green() - second.green(), first.blue() - second.blue())
    return max(map(abs, differences)) <= _MAX_DIFFERENCE


def _draw_outline(image: QImage) -> QImage:
    outlined = image.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(outlined)
    size = outlined.deviceIndependentSize()
    painter.setPen(QPen(QColor(theme.current_colours().track), 1))
    painter.drawRect(QRectF(0.5, 0.5, size.width() - 1, size.height() - 1))
    painter.end()
    return outlined

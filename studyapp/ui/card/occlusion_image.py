"""A picture with shapes over it, of which one is asked."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QPolygonF

from studyapp.core.rendering.image_occlusion import Mask
from studyapp.ui.kit import theme

_LINE = 3


def cover(picture: QImage, masks: list[Mask]) -> QImage:
    """The picture with these shapes on it."""
    covered = picture.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(covered)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colours = theme.current()
    for mask in masks:
        colour = colours.accent if mask.is_asked else colours.soft
        is_outline = mask.kind.endswith("-outline")
        painter.setPen(QPen(QColor(colour), _LINE))
        painter.setBrush(QBrush() if is_outline else QBrush(QColor(colour)))
        _draw(painter, mask, covered.width(), covered.height())
    painter.end()
    return covered


def _draw(painter: QPainter, mask: Mask, width: int, height: int) -> None:
    corners = [QPointF(x * width, y * height) for x, y in mask.points]
    if mask.kind.startswith("polygon"):
        painter.drawPolygon(QPolygonF(corners))
    elif mask.kind.startswith("ellipse"):
        painter.drawEllipse(QRectF(corners[0], corners[-1]))
    else:
        painter.drawRect(QRectF(corners[0], corners[-1]))

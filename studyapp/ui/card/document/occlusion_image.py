"""Draws the masks of image occlusion cards."""

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QPolygonF

from studyapp.core.rendering.image_occlusion import Mask
from studyapp.ui.kit import theme

_OUTLINE_WIDTH = 3


def draw_masks(image: QImage, masks: list[Mask]) -> QImage:
    """Return a copy of the image with these masks drawn on it."""
    masked_image = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(masked_image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colours = theme.current_colours()
    for mask in masks:
        colour = colours.accent if mask.is_target else colours.mutedText
        is_outline = mask.shape.endswith("-outline")
        painter.setPen(QPen(QColor(colour), _OUTLINE_WIDTH))
        painter.setBrush(QBrush() if is_outline else QBrush(QColor(colour)))
        _draw_mask(painter, mask, masked_image.deviceIndependentSize())
    painter.end()
    return masked_image


def _draw_mask(painter: QPainter, mask: Mask, size: QSizeF) -> None:
    corners = [QPointF(x * size.width(), y * size.height()) for x, y in mask.points]
    if mask.shape.startswith("polygon"):
        painter.drawPolygon(QPolygonF(corners))
    elif mask.shape.startswith("ellipse"):
        painter.drawEllipse(QRectF(corners[0], corners[-1]))
    else:
        painter.drawRect(QRectF(corners[0], corners[-1]))

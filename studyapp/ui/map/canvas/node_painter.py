"""Painting of nodes. On the screen, boxes are copied from pictures: thousands of them take a few milliseconds."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap

from studyapp.core.concept_map.node_memory import MemoryLevel
from studyapp.ui.map.canvas.map_geometry import MARK_SIZE, MapGeometry
from studyapp.ui.map.canvas.map_style import MapStyle, draw_mark

RADIUS = 9
"""Pixels, at a text size of 100% and without zoom."""

_FRAME = 2
"""Device pixels around the picture of a box, for the line around it."""

_MARK_SHARE = 0.7
"""The size of a mark in a box without text, as a share of the height."""


class NodePainter:
    """Paints the nodes of a map at a zoom. `pixel_ratio` is that of the screen, or None to paint shapes instead of copying
    pictures, for files. Without `has_text`, there are only boxes with marks."""

    def __init__(
        self, geometry: MapGeometry, zoom: float, pixel_ratio: float | None, *, has_text: bool
    ) -> None:
        self._geometry, self._zoom, self._pixel_ratio = geometry, zoom, pixel_ratio
        self._has_text = has_text
        self._picture_by_level: dict[MemoryLevel, QPixmap] = {}

    @property
    def _style(self) -> MapStyle:
        return self._geometry.style

    def paint_boxes(
        self, painter: QPainter, nodes: Sequence[int], levels: Sequence[MemoryLevel], origin: QPointF
    ) -> None:
        """Paint the boxes of these nodes. `origin` is where the map begins on the device."""
        if self._pixel_ratio is None:
            for index in nodes:
                self._draw_box(painter, self._geometry.nodes[index], levels[index])
            return
        pictures = {level: self._picture(level) for level in MemoryLevel}
        rects, zoom, ratio = self._geometry.nodes, self._zoom, self._pixel_ratio
        left, top = origin.x() * ratio - _FRAME, origin.y() * ratio - _FRAME
        factor, pixel = zoom * ratio, 1 / ratio
        transform = painter.worldTransform()
        painter.resetTransform()
        for index in nodes:
            rect = rects[index]
            x, y = round(rect.x() * factor + left) * pixel, round(rect.y() * factor + top) * pixel
            painter.drawPixmap(QPointF(x, y), pictures[levels[index]])
        painter.setWorldTransform(transform)

    def paint_texts(self, painter: QPainter, nodes: Sequence[int]) -> None:
        """Paint the texts in these nodes."""
        style, geometry = self._style, self._geometry
        detail_font = style.detail_font
        line_height = style.line_height
        ascent, detail_ascent = QFontMetricsF(style.font).ascent(), QFontMetricsF(detail_font).ascent()
        detail_height = QFontMetricsF(detail_font).height()
        painter.setPen(QColor(style.colours.text))
        painter.setFont(style.font)
        details: list[tuple[QPointF, str]] = []
        for index in nodes:
            rect, lines = geometry.nodes[index], geometry.node_lines(index)
            height = len(lines.label) * line_height + len(lines.detail) * detail_height
            x, y = rect.right() - geometry.padding - geometry.text_width, rect.center().y() - height / 2
            for line in lines.label:
                painter.drawText(QPointF(x, y + ascent), line)
                y += line_height
            for line in lines.detail:
                details.append((QPointF(x, y + detail_ascent), line))
                y += detail_height
        painter.setFont(detail_font)
        for place, text in details:
            painter.drawText(place, text)

    def _picture(self, level: MemoryLevel) -> QPixmap:
        """Return the picture of a box of this level."""
        picture = self._picture_by_level.get(level)
        if picture is None:
            ratio = self._pixel_ratio or 1
            size = self._geometry.node_size * (self._zoom * ratio)
            picture = QPixmap(round(size.width()) + 2 * _FRAME, round(size.height()) + 2 * _FRAME)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(_FRAME, _FRAME)
            painter.scale(self._zoom * ratio, self._zoom * ratio)
            self._draw_box(painter, QRectF(QPointF(0, 0), self._geometry.node_size), level)
            painter.end()
            picture.setDevicePixelRatio(ratio)
            self._picture_by_level[level] = picture
        return picture

    def _draw_box(self, painter: QPainter, rect: QRectF, level: MemoryLevel) -> None:
        """Draw a box and its mark."""
        style = self._style
        pen = QPen(QColor(style.colours.fieldBorder), 1)
        pen.setCosmetic(True)
        if level is MemoryLevel.NO_CARDS:
            pen.setColor(QColor(style.colours.hairline))
        painter.setPen(pen)
        painter.setBrush(style.tint(level))
        radius = RADIUS * style.scale
        painter.drawRoundedRect(rect, radius, radius)
        draw_mark(painter, self._mark_rect(rect), level, style)

    def _mark_rect(self, rect: QRectF) -> QRectF:
        size = MARK_SIZE * self._style.scale if self._has_text else rect.height() * _MARK_SHARE
        left = rect.left() + self._geometry.padding if self._has_text else rect.center().x() - size / 2
        return QRectF(left, rect.center().y() - size / 2, size, size)

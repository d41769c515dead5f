"""Writing maps to files."""

from collections.abc import Sequence
from math import sqrt
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QImageWriter, QPainter

from studyapp.core.concept_map.node_memory import MemoryLevel
from studyapp.ui.map.canvas.map_geometry import MapGeometry
from studyapp.ui.map.canvas.map_legend import LegendEntry, MapLegend
from studyapp.ui.map.canvas.map_painter import MapPainter

_MARGIN, _GAP, _MIN_WIDTH = 24, 16, 560
"""Pixels, at a text size of 100%."""

_PNG_SCALE = 2.0
"""Pixels of a PNG per pixel of the layout, so that it stays sharp when it is printed."""

_MAX_PIXELS, _MAX_SIDE = 40_000_000, 30_000
"""Limits of a PNG. A larger map is written in a smaller scale."""


class MapPicture(NamedTuple):
    """What is written: the map with its title, a sentence about it, and the legend."""

    geometry: MapGeometry
    levels: Sequence[MemoryLevel]
    title: str
    sentence: str
    legend: Sequence[LegendEntry]


def write_svg(picture: MapPicture, path: Path) -> None:
    """Write the map as an SVG file. Raises OSError if the file can't be written."""
    from PySide6.QtSvg import QSvgGenerator

    layout = _Layout(picture)
    content = QByteArray()
    generator = QSvgGenerator()
    generator.setOutputDevice(QBuffer(content))
    generator.setSize(layout.size)
    generator.setViewBox(QRectF(0, 0, layout.size.width(), layout.size.height()))
    generator.setTitle(picture.title)
    generator.setDescription(picture.sentence)
    generator.setResolution(96)
    painter = QPainter(generator)
    try:
        layout.paint(painter)
    finally:
        painter.end()  # Qt crashes if an error keeps it alive
    path.write_bytes(bytes(content.data()))


def write_png(picture: MapPicture, path: Path) -> None:
    """Write the map as PNG. Raises OSError."""
    layout = _Layout(picture)
    width, height = layout.size.width(), layout.size.height()
    scale = min(_PNG_SCALE, sqrt(_MAX_PIXELS / (width * height)), _MAX_SIDE / max(width, height))
    image = QImage(layout.size * scale, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    try:
        painter.scale(scale, scale)
        layout.paint(painter)
    finally:
        painter.end()
    content = QBuffer()
    content.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(content, QByteArray(b"png")).write(image)
    path.write_bytes(bytes(content.data().data()))


class _Layout:
    """Places the title, the sentence, the map and the legend below each other."""

    def __init__(self, picture: MapPicture) -> None:
        self._picture, style = picture, picture.geometry.style
        self._margin, self._gap = _MARGIN * style.scale, _GAP * style.scale
        bounds = picture.geometry.bounds
        width = max(bounds.width(), _MIN_WIDTH * style.scale)
        self._legend = MapLegend(picture.legend, style, width)
        self._title_height = style.line_height
        available = QRectF(0, 0, width, 10_000)
        flags = int(Qt.TextFlag.TextWordWrap)
        metrics = QFontMetricsF(style.detail_font)
        self._sentence_height = metrics.boundingRect(available, flags, picture.sentence).height()
        heights = (self._title_height, self._sentence_height, bounds.height(), self._legend.height)
        height = sum(heights) + 3 * self._gap
        self._width = width
        self.size = QSize(round(width + 2 * self._margin), round(height + 2 * self._margin))

    def paint(self, painter: QPainter) -> None:
        """Paint everything on the background of the theme."""
        picture, geometry = self._picture, self._picture.geometry
        style = geometry.style
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(
            QRectF(0, 0, self.size.width(), self.size.height()), QColor(style.colours.background)
        )
        x = y = self._margin
        title_font = QFont(style.font)
        title_font.setBold(True)
        painter.setFont(title_font)
        painter.setPen(QColor(style.colours.text))
        painter.drawText(QPointF(x, y + QFontMetricsF(title_font).ascent()), picture.title)
        y += self._title_height + self._gap / 2
        painter.setFont(style.detail_font)
        painter.setPen(QColor(style.colours.mutedText))
        sentence_rect = QRectF(x, y, self._width, self._sentence_height)
        painter.drawText(sentence_rect, int(Qt.TextFlag.TextWordWrap), picture.sentence)
        y += self._sentence_height + self._gap * 1.5
        MapPainter(geometry, 1.0, None).paint(painter, geometry.bounds, QPointF(x, y), picture.levels)
        painter.translate(x, y + geometry.bounds.height() + self._gap)
        self._legend.paint(painter)

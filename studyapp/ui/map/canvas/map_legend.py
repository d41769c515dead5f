"""The legend of a map: a box with the tint and the mark of each level, and what it means."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from studyapp.core.concept_map.node_memory import MemoryLevel
from studyapp.ui.map.canvas.map_style import MapStyle, draw_mark

_SWATCH_WIDTH, _SWATCH_HEIGHT, _GAP, _ENTRY_GAP, _RADIUS = 30, 18, 6, 18, 5
"""Pixels, at a text size of 100%."""

_LINE_SPACING = 1.4


class LegendEntry(NamedTuple):
    """A level and what it means."""

    level: MemoryLevel
    text: str


class MapLegend:
    """Paints the entries in as many lines as a width requires."""

    def __init__(self, entries: Sequence[LegendEntry], style: MapStyle, width: float) -> None:
        self._style = style
        self._places: list[tuple[LegendEntry, QRectF]] = []
        metrics, scale = QFontMetricsF(style.detail_font), style.scale
        line_height = max(metrics.height(), _SWATCH_HEIGHT * scale) * _LINE_SPACING
        x = y = 0.0
        for entry in entries:
            entry_width = (_SWATCH_WIDTH + _GAP) * scale + metrics.horizontalAdvance(entry.text) + 1
            if x and x + entry_width > width:
                x, y = 0.0, y + line_height
            self._places.append((entry, QRectF(x, y, entry_width, line_height)))
            x += entry_width + _ENTRY_GAP * scale
        self.height = y + line_height if entries else 0.0

    def paint(self, painter: QPainter) -> None:
        """Paint the legend from (0, 0) on."""
        style = self._style
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(style.detail_font)
        for entry, rect in self._places:
            width, height = _SWATCH_WIDTH * style.scale, _SWATCH_HEIGHT * style.scale
            swatch = QRectF(rect.left(), rect.center().y() - height / 2, width, height)
            painter.setPen(QPen(QColor(style.colours.fieldBorder), 1))
            painter.setBrush(style.tint(entry.level))
            painter.drawRoundedRect(swatch, _RADIUS * style.scale, _RADIUS * style.scale)
            size = height * 0.7
            center = swatch.center()
            mark = QRectF(center.x() - size / 2, center.y() - size / 2, size, size)
            draw_mark(painter, mark, entry.level, style)
            painter.setPen(QColor(style.colours.mutedText))
            text = rect.adjusted(width + _GAP * style.scale, 0, 0, 0)
            painter.drawText(
                text, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), entry.text
            )

"""The legend of a map: a box with the tint and the mark of each level, an arrow between two boxes, and what they mean."""

from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from studyapp.core.concept_map.node_memory import MemoryLevel
from studyapp.core.rendering.drawings.tree_layout import ArrowLine
from studyapp.ui.map.canvas.map_style import MapStyle, draw_mark

_SWATCH_WIDTH, _SWATCH_HEIGHT, _ARROW_WIDTH, _END_WIDTH, _END_HEIGHT, _GAP, _ENTRY_GAP, _RADIUS = (
    30,
    18,
    48,
    9,
    14,
    6,
    18,
    5,
)
"""Pixels, at a text size of 100%."""

_LINE_SPACING = 1.4

_LINE_WIDTH = 1.2
"""Device pixels."""


_MAX_HEIGHT = 10_000
_TEXT_FLAGS = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)


class ArrowSymbol(Enum):
    """An arrow in the legend."""

    SOLID = auto()
    DASHED = auto()


class LegendEntry(NamedTuple):
    """A level or an arrow, and what it means."""

    symbol: MemoryLevel | ArrowSymbol
    text: str


class MapLegend:
    """Paints the entries in as many rows as a width requires. A longer text is broken into lines."""

    def __init__(self, entries: Sequence[LegendEntry], style: MapStyle, width: float) -> None:
        self._style = style
        self._places: list[tuple[LegendEntry, QRectF]] = []
        metrics, scale = QFontMetricsF(style.detail_font), style.scale
        line_height = max(metrics.height(), _SWATCH_HEIGHT * scale) * _LINE_SPACING
        x = y = bottom = 0.0
        for entry in entries:
            left = (_symbol_width(entry.symbol) + _GAP) * scale
            entry_width = left + metrics.horizontalAdvance(entry.text) + 1
            if x and x + entry_width > width:
                x, y = 0.0, bottom
            available = QRectF(0, 0, max(1.0, width - left), _MAX_HEIGHT)
            text_height = metrics.boundingRect(available, _TEXT_FLAGS, entry.text).height()
            rect = QRectF(x, y, min(entry_width, width), max(line_height, text_height))
            self._places.append((entry, rect))
            x += entry_width + _ENTRY_GAP * scale
            bottom = max(bottom, rect.bottom())
        self.height = bottom

    def paint(self, painter: QPainter) -> None:
        """Paint the legend from (0, 0) on."""
        style = self._style
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(style.detail_font)
        for entry, rect in self._places:
            width, height = _symbol_width(entry.symbol) * style.scale, _SWATCH_HEIGHT * style.scale
            swatch = QRectF(rect.left() + 1, rect.center().y() - height / 2, width, height)
            if isinstance(entry.symbol, ArrowSymbol):
                self._paint_arrow(painter, swatch, entry.symbol)
            else:
                self._paint_level(painter, swatch, entry.symbol)
            painter.setPen(QColor(style.colours.mutedText))
            text_rect = rect.adjusted(width + _GAP * style.scale, 0, 0, 0)
            painter.drawText(text_rect, _TEXT_FLAGS, entry.text)

    def _paint_level(self, painter: QPainter, swatch: QRectF, level: MemoryLevel) -> None:
        style = self._style
        painter.setPen(QPen(QColor(style.colours.fieldBorder), 1))
        painter.setBrush(style.tint(level))
        painter.drawRoundedRect(swatch, _RADIUS * style.scale, _RADIUS * style.scale)
        size, center = swatch.height() * 0.7, swatch.center()
        draw_mark(painter, QRectF(center.x() - size / 2, center.y() - size / 2, size, size), level, style)

    def _paint_arrow(self, painter: QPainter, swatch: QRectF, symbol: ArrowSymbol) -> None:
        """Paint an arrow from one box to another."""
        style, middle = self._style, swatch.center().y()
        width, height = _END_WIDTH * style.scale, _END_HEIGHT * style.scale
        pen = QPen(QColor(style.colours.fieldBorder), _LINE_WIDTH)
        painter.setPen(pen)
        painter.setBrush(style.tint(MemoryLevel.NEW))
        for left in (swatch.left(), swatch.right() - width):
            painter.drawRoundedRect(QRectF(left, middle - height / 2, width, height), 2, 2)
        start, end = swatch.left() + width, swatch.right() - width
        head = ArrowLine(start / style.scale, middle / style.scale, end / style.scale, middle / style.scale)
        if symbol is ArrowSymbol.DASHED:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(start, middle), QPointF(end, middle))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(pen.color())
        painter.drawPolygon(QPolygonF([QPointF(x, y) * style.scale for x, y in head.arrowhead]))


def _symbol_width(symbol: MemoryLevel | ArrowSymbol) -> int:
    return _ARROW_WIDTH if isinstance(symbol, ArrowSymbol) else _SWATCH_WIDTH

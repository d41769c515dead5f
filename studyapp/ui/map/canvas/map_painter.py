"""Painting of a part of a map."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from studyapp.core.concept_map.node_memory import MemoryLevel
from studyapp.ui.map.canvas.map_geometry import EdgeShape, MapGeometry
from studyapp.ui.map.canvas.node_painter import RADIUS, NodePainter

MIN_ZOOM_WITH_TEXT = 0.6
"""Below, letters would be too small to read."""

_MIN_ZOOM_WITH_ARROWHEADS = 0.25

_MIN_SMOOTH_ZOOM, _MAX_SMOOTH_LINES = 0.5, 1500
"""Below this zoom, more lines than this are drawn without smooth borders, which would take too long."""

_EDGE_WIDTH, _CHOSEN_EDGE_WIDTH, _FOUND_WIDTH, _SELECTED_WIDTH, _OUTLINE_DISTANCE = 1.2, 2.2, 2, 3, 3
"""Device pixels."""

_OUTLINE_MARGIN = _SELECTED_WIDTH + _OUTLINE_DISTANCE
"""Device pixels around a node that its outline may cover."""


class Outlines(NamedTuple):
    """What is outlined: the node that is selected, and those that a search has found."""

    selected: int | None = None
    is_focused: bool = False
    found: frozenset[int] = frozenset()


class MapPainter:
    """Paints a map at a zoom. `pixel_ratio` is None for files, as in `NodePainter`."""

    def __init__(self, geometry: MapGeometry, zoom: float, pixel_ratio: float | None) -> None:
        self._geometry, self.zoom, self.pixel_ratio = geometry, zoom, pixel_ratio
        self._has_text = zoom >= MIN_ZOOM_WITH_TEXT
        # It depends on the whole map: parts of it that are painted one after the other must look the same.
        line_count = sum(len(edge.lines) for edge in geometry.edges)
        self._is_smooth = zoom >= _MIN_SMOOTH_ZOOM or line_count <= _MAX_SMOOTH_LINES
        self._nodes = NodePainter(geometry, zoom, pixel_ratio, has_text=self._has_text)

    def paint(
        self,
        painter: QPainter,
        area: QRectF,
        origin: QPointF,
        levels: Sequence[MemoryLevel],
        outlines: Outlines = Outlines(),  # noqa: B008 - it is immutable
    ) -> None:
        """Paint what is in an area of the map, which begins at `origin` on the device."""
        geometry, colours = self._geometry, self._geometry.style.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.translate(origin)
        painter.scale(self.zoom, self.zoom)
        margin = _OUTLINE_MARGIN / self.zoom
        area = area.adjusted(-margin, -margin, margin, margin)
        edges, nodes = geometry.edges_in(area), geometry.nodes_in(area)
        chosen = [one for one in edges if outlines.selected in (one.edge.start, one.edge.end)]
        # Seen from afar, thousands of dark lines would hide the nodes.
        edge_colour = colours.hairline if self.zoom < _MIN_ZOOM_WITH_ARROWHEADS else colours.fieldBorder
        self._paint_edges(painter, edges, QColor(edge_colour), _EDGE_WIDTH)
        self._paint_edge_labels(painter, edges)
        self._nodes.paint_boxes(painter, nodes, levels, origin)
        self._paint_edges(painter, chosen, QColor(colours.accent), _CHOSEN_EDGE_WIDTH)
        self._paint_edge_labels(painter, chosen)
        if self._has_text:
            self._nodes.paint_texts(painter, nodes)
        self._paint_outlines(painter, nodes, outlines)
        painter.restore()

    def _paint_edges(
        self, painter: QPainter, edges: Sequence[EdgeShape], colour: QColor, width: float
    ) -> None:
        pen = QPen(colour, width)
        pen.setCosmetic(True)
        has_heads = self.zoom >= _MIN_ZOOM_WITH_ARROWHEADS
        solid: list[QLineF] = []
        dashed: list[QLineF] = []
        for one in edges:
            (dashed if one.edge.is_dashed and has_heads else solid).extend(one.lines)
        painter.setPen(pen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, self._is_smooth)
        painter.drawLines(solid)
        if dashed:
            pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawLines(dashed)
        if has_heads:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            for one in edges:
                painter.drawPolygon(one.head)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _paint_edge_labels(self, painter: QPainter, edges: Sequence[EdgeShape]) -> None:
        if not self._has_text:
            return
        style = self._geometry.style
        metrics = QFontMetricsF(style.detail_font)
        painter.setFont(style.detail_font)
        painter.setPen(QColor(style.colours.mutedText))
        for one in edges:
            lines = self._geometry.edge_label_lines(one.edge)
            if not lines:
                continue
            rect = self._geometry.edge_label_rect(one.label_center, lines)
            painter.fillRect(rect, QColor(style.colours.background))
            top = rect.center().y() - metrics.height() * len(lines) / 2
            for number, line in enumerate(lines):
                y = top + number * metrics.height()
                line_rect = QRectF(rect.left(), y, rect.width(), metrics.height())
                painter.drawText(line_rect, int(Qt.AlignmentFlag.AlignCenter), line)

    def _paint_outlines(self, painter: QPainter, nodes: Sequence[int], outlines: Outlines) -> None:
        colours = self._geometry.style.colours
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for index in nodes:
            if index in outlines.found:
                self._outline(painter, index, QColor(colours.accent), _FOUND_WIDTH)
        if outlines.selected is not None and outlines.selected in nodes:
            colour = QColor(colours.focus if outlines.is_focused else colours.accent)
            self._outline(painter, outlines.selected, colour, _SELECTED_WIDTH)

    def _outline(self, painter: QPainter, index: int, colour: QColor, width: float) -> None:
        """Draw a line around a node."""
        pen = QPen(colour, width)
        pen.setCosmetic(True)
        painter.setPen(pen)
        margin = _OUTLINE_DISTANCE / self.zoom
        rect = self._geometry.nodes[index].adjusted(-margin, -margin, margin, margin)
        radius = RADIUS * self._geometry.style.scale + margin
        painter.drawRoundedRect(rect, radius, radius)

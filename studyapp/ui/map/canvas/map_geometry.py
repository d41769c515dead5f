"""Where the nodes and edges of a map are, and the lines of their labels."""

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPolygonF, QTextLayout, QTextOption

from studyapp.core.concept_map.concept_map import ConceptMap, MapEdge
from studyapp.core.rendering.drawings.tree_layout import ArrowLine
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.ui.map.canvas.edge_routing import EdgeRouter
from studyapp.ui.map.canvas.map_style import MapStyle

_NODE_WIDTH, _COLUMN_WIDTH, _PADDING = 176, 200, 8
_ROW_GAP, _GAP_AROUND_MANY_LINES, _EDGE_LABEL_PADDING, _EDGE_LABEL_GAP = 44, 34, 4, 4
"""Pixels, at a text size of 100% and without zoom."""

_EDGE_LABEL_WIDTH = _COLUMN_WIDTH / 2 - 2 * _EDGE_LABEL_PADDING - _EDGE_LABEL_GAP
"""The middles of edges from one node to two beside each other are half a column apart."""

MARK_SIZE, _MARK_GAP = 14, 6
"""Pixels, at a text size of 100% and without zoom. The mark of a node is at its left, beside the label."""

_HEAD = 8
"""Pixels by which an arrowhead can stick out, at a text size of 100% and without zoom."""

_MAX_LINES = 3
_MAX_LINES_OF_SEVERAL_VERSIONS = 2
_MAX_EDGE_LABEL_LINES, _MANY_LINES = 4, 3


class EdgeShape(NamedTuple):
    """An edge from the border of one node to that of another, as lines one after the other, with its arrowhead. The last four
    are the borders of the area that it covers with its label."""

    edge: MapEdge
    lines: Sequence[QLineF]
    head: QPolygonF
    label_center: QPointF
    left: float
    top: float
    right: float
    bottom: float


class NodeLines(NamedTuple):
    """The lines of a label and of the detail below it, which may end in an ellipsis."""

    label: tuple[str, ...]
    detail: tuple[str, ...]


class MapGeometry:
    """The nodes and edges of a map in pixels without zoom, from (0, 0) on. Lines of text are computed when they are first
    needed."""

    def __init__(self, concept_map: ConceptMap, languages: CardLanguages, style: MapStyle) -> None:
        self.concept_map, self.style = concept_map, style
        self._languages = languages
        self._lines_by_node: dict[int, NodeLines] = {}
        self._lines_by_edge: dict[MapEdge, tuple[str, ...]] = {}
        width, height = _NODE_WIDTH * style.scale, self._node_height()
        row_height = height + self._row_gap()
        left = min((place.column for place in concept_map.places), default=0)
        top = min((place.row for place in concept_map.places), default=0)
        column_width = _COLUMN_WIDTH * style.scale
        self.nodes = [
            QRectF((place.column - left) * column_width, (place.row - top) * row_height, width, height)
            for place in concept_map.places
        ]
        self._router = EdgeRouter(self.nodes, style.scale)
        self.edges = [self._shape(edge) for edge in concept_map.edges if edge.start != edge.end]

    @cached_property
    def bounds(self) -> QRectF:
        """The area of all nodes."""
        right = max((node.right() for node in self.nodes), default=0)
        bottom = max((node.bottom() for node in self.nodes), default=0)
        return QRectF(0, 0, right, bottom)

    @cached_property
    def first_node(self) -> QRectF:
        """The node in the middle of the top row, from which a map is read."""
        top_row = sorted((node for node in self.nodes if node.top() == 0), key=QRectF.left)
        return top_row[(len(top_row) - 1) // 2] if top_row else QRectF()

    def label(self, index: int) -> str:
        """Return the label of a node on one line."""
        return " · ".join(version_texts(self.concept_map.nodes[index].label, self._languages))

    def detail(self, index: int) -> str:
        """Return the detail of a node, or an empty text."""
        return " · ".join(self._details(index))

    def node_at(self, point: QPointF) -> int | None:
        """Return the node at a point, or None."""
        return next((index for index, rect in enumerate(self.nodes) if rect.contains(point)), None)

    def nodes_in(self, area: QRectF) -> list[int]:
        """Return the nodes of which a part is in the area."""
        left, top = area.left() - self.node_size.width(), area.top() - self.node_size.height()
        right, bottom = area.right(), area.bottom()
        return [
            index
            for index, rect in enumerate(self.nodes)
            if left <= rect.x() <= right and top <= rect.y() <= bottom
        ]

    def edges_in(self, area: QRectF) -> list[EdgeShape]:
        """Return the edges of which a part may be in the area."""
        left, top, right, bottom = area.left(), area.top(), area.right(), area.bottom()
        return [
            shape
            for shape in self.edges
            if shape.right >= left and shape.left <= right and shape.bottom >= top and shape.top <= bottom
        ]

    def node_lines(self, index: int) -> NodeLines:
        """Return the lines of text in a node."""
        lines = self._lines_by_node.get(index)
        if lines is None:
            width = self.text_width
            versions = version_texts(self.concept_map.nodes[index].label, self._languages)
            limit = _max_lines(versions)
            label = [line for text in versions for line in wrap(text, self.style.font, width, limit)]
            metrics = QFontMetricsF(self.style.detail_font)
            detail = tuple(
                metrics.elidedText(text, Qt.TextElideMode.ElideRight, width) for text in self._details(index)
            )
            lines = self._lines_by_node[index] = NodeLines(tuple(label), detail)
        return lines

    def edge_label_lines(self, edge: MapEdge) -> tuple[str, ...]:
        """Return the lines of the label of an edge."""
        if edge.label is None:
            return ()
        lines = self._lines_by_edge.get(edge)
        if lines is None:
            width = _EDGE_LABEL_WIDTH * self.style.scale
            texts = version_texts(edge.label, self._languages)
            wrapped = (wrap(text, self.style.detail_font, width, _MAX_EDGE_LABEL_LINES) for text in texts)
            lines = self._lines_by_edge[edge] = tuple(line for one in wrapped for line in one)
        return lines

    @cached_property
    def node_size(self) -> QSizeF:
        """The size of each node."""
        return self.nodes[0].size() if self.nodes else QSizeF()

    @property
    def text_width(self) -> float:
        """The width for the text of a node."""
        return (_NODE_WIDTH - 2 * _PADDING - MARK_SIZE - _MARK_GAP) * self.style.scale

    @property
    def padding(self) -> float:
        """The space between the border of a node and its mark or text."""
        return _PADDING * self.style.scale

    def _details(self, index: int) -> list[str]:
        detail = self.concept_map.nodes[index].detail
        return [] if detail is None else version_texts(detail, self._languages)

    def _node_height(self) -> float:
        """Return the height in which the longest label fits, as far as nodes may grow."""
        metrics, width = QFontMetricsF(self.style.font), self.text_width
        lines = 1
        for node in self.concept_map.nodes:
            versions = version_texts(node.label, self._languages)
            limit = _max_lines(versions)
            # A line that is broken between words is not full.
            needed = (int(metrics.horizontalAdvance(text) * 1.2 / width) + 1 for text in versions)
            lines = max(lines, sum(min(limit, count) for count in needed))
        detail_lines = max(
            (len(self._details(index)) for index in range(len(self.concept_map.nodes))), default=0
        )
        detail_height = detail_lines * QFontMetricsF(self.style.detail_font).height()
        return lines * metrics.height() + detail_height + 2 * self.padding

    def _row_gap(self) -> float:
        lines = max((len(self.edge_label_lines(edge)) for edge in self.concept_map.edges), default=0)
        label_height = lines * QFontMetricsF(self.style.detail_font).height()
        return (_ROW_GAP if lines < _MANY_LINES else _GAP_AROUND_MANY_LINES) * self.style.scale + label_height

    def _shape(self, edge: MapEdge) -> EdgeShape:
        scale = self.style.scale
        points = self._router.route(
            self.nodes[edge.start], self.nodes[edge.end], is_spread=edge.label is None
        )
        route = [QLineF(one, following) for one, following in pairwise(points)]
        head = QPolygonF([QPointF(x, y) * scale for x, y in self._arrow(route[-1]).arrowhead])
        middle = self._arrow(route[len(route) // 2])
        center, lines = QPointF(*middle.label_center) * scale, self.edge_label_lines(edge)
        corners = points.copy()
        if lines:
            label = self.edge_label_rect(center, lines)
            corners += [label.topLeft(), label.bottomRight()]
        xs, ys = [corner.x() for corner in corners], [corner.y() for corner in corners]
        margin = _HEAD * scale
        return EdgeShape(
            edge, route, head, center, min(xs) - margin, min(ys) - margin, max(xs) + margin, max(ys) + margin
        )

    def _arrow(self, line: QLineF) -> ArrowLine:
        scale = self.style.scale
        return ArrowLine(*(length / scale for length in (line.x1(), line.y1(), line.x2(), line.y2())))

    def edge_label_rect(self, center: QPointF, lines: Sequence[str]) -> QRectF:
        """Return the area of the label of an edge with these lines."""
        metrics = QFontMetricsF(self.style.detail_font)
        padding = _EDGE_LABEL_PADDING * self.style.scale
        width = max(metrics.horizontalAdvance(line) for line in lines) + 2 * padding
        height = metrics.height() * len(lines) + padding
        return QRectF(center.x() - width / 2, center.y() - height / 2, width, height)


def version_texts(text: LocalizedText, languages: CardLanguages) -> list[str]:
    """Return the text in each of these languages, without repetitions."""
    return list(dict.fromkeys(version for _, version in text.versions_for(languages)))


def _max_lines(versions: Sequence[str]) -> int:
    """Return how many lines each version of a label may have."""
    return _MAX_LINES if len(versions) == 1 else _MAX_LINES_OF_SEVERAL_VERSIONS


def wrap(text: str, font: QFont, width: float, max_lines: int) -> list[str]:
    """Break a text into lines of at most `width`. What doesn't fit ends in an ellipsis."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    # Positions in Qt are UTF-16 code units.
    encoded = text.encode("utf-16-le", "surrogatepass")
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = line.textStart()
        if len(lines) == max_lines - 1:
            rest = encoded[2 * start :].decode("utf-16-le", "surrogatepass")
            lines.append(QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width))
            break
        part = encoded[2 * start : 2 * (start + line.textLength())]
        lines.append(part.decode("utf-16-le", "surrogatepass").strip())
    layout.endLayout()
    return lines

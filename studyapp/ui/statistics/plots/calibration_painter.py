"""Observed over predicted shares: points on the diagonal are predicted right."""

import math
from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from studyapp.ui.statistics.plots.axis_labels import choose_labels
from studyapp.ui.statistics.plots.axis_painter import AxisPainter

_MIN_RADIUS, _MAX_RADIUS = 2.5, 9
"""Pixels, at a text size of 100%. The area of a dot grows with the number of reviews."""


class CalibrationPainter(AxisPainter):
    """The first series has the observed shares, the first further column the predicted ones, and the second the numbers
    of reviews."""

    def _predicted(self, index: int) -> float:
        return self.plot.further_columns[0].values[index] or 0

    def _point(self, index: int) -> QPointF:
        observed = self.plot.series[0].values[index] or 0
        return QPointF(self.area.left() + self._predicted(index) * self.area.width(), self.y_of(observed))

    def _radius(self, index: int) -> float:
        counts = self.plot.further_columns[1].values
        share = (counts[index] or 0) / max(1, *(count or 0 for count in counts))
        return max(_MIN_RADIUS, _MAX_RADIUS * math.sqrt(share)) * self.style.scale

    def rect_of(self, index: int) -> QRectF:
        """Return the square around the dot of a bin."""
        radius = self._radius(index) + 3
        center = self._point(index)
        return QRectF(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius)

    def index_at(self, point: QPointF) -> int | None:
        """Return the bin whose dot is nearest in the horizontal direction."""
        indexes = range(len(self.plot.categories))
        margin = _MAX_RADIUS * self.style.scale
        if not self.area.adjusted(0, -margin, margin, margin).contains(point) or not indexes:
            return None
        return min(indexes, key=lambda index: abs(self._point(index).x() - point.x()))

    def _paint_series(self, painter: QPainter) -> None:
        painter.setPen(QPen(QColor(self.style.colours.mutedText), self.style.scale, Qt.PenStyle.DashLine))
        painter.drawLine(self.area.bottomLeft(), QPointF(self.area.right(), self.y_of(1)))
        colour = self.style.colour(self.plot.series[0].tint)
        painter.setPen(QPen(colour, self.style.scale))
        painter.drawPolyline([self._point(index) for index in range(len(self.plot.categories))])
        painter.setBrush(colour)
        for index in range(len(self.plot.categories)):
            radius = self._radius(index)
            painter.drawEllipse(self._point(index), radius, radius)

    def _paint_category_axis(self, painter: QPainter) -> None:
        for text, place in self._place_shares():
            self.draw_text(painter, place, text, Qt.AlignmentFlag.AlignHCenter)

    def _place_shares(self) -> Iterator[tuple[str, QRectF]]:
        """Yield the labels of the predicted shares, which are the same numbers as those of the values, with their places."""
        height = self.style.line_height
        texts = [self._format(quarter / 4) for quarter in range(5)]
        widths = [self.style.metrics.horizontalAdvance(text) + 2 for text in texts]
        for quarter in choose_labels(len(texts), self.area.width() / 4, max(widths) * 1.5):
            width = widths[quarter]
            left = self.area.left() + quarter / 4 * self.area.width() - width / 2
            left = min(left, self.width - width)
            yield texts[quarter], QRectF(left, self.area.bottom() + 2, width, height)

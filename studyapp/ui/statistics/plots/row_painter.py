"""A row for each category: name, bar and value."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from studyapp.ui.statistics.plots.legend import LegendEntry
from studyapp.ui.statistics.plots.plot import Category
from studyapp.ui.statistics.plots.plot_painter import PlotPainter
from studyapp.ui.statistics.plots.plot_style import fill_bar

_MAX_NAME_SHARE = 0.55
"""Of the width."""


class RowPainter(PlotPainter):
    """Paints the rows from top to bottom. Only the first series has bars. The whole is painted behind shares of it."""

    def _place_area(self) -> QRectF:
        metrics, gap = self.style.metrics, 8 * self.style.scale
        names = max((metrics.horizontalAdvance(one.name) for one in self._rows), default=0)
        left = min(names, self.width * _MAX_NAME_SHARE) + gap
        values = max(
            (metrics.horizontalAdvance(self._value_text(index)) for index in range(len(self._rows))),
            default=0,
        )
        return QRectF(left, 0, max(1.0, self.width - left - values - gap), self.height)

    @property
    def height(self) -> float:
        """The height of all rows."""
        return self._row_height * max(1, len(self._rows))

    @property
    def _row_height(self) -> float:
        return self.style.line_height + 4 * self.style.scale

    @property
    def _rows(self) -> tuple[Category, ...]:
        return self.plot.categories[: self.plot.max_rows]

    def _value_text(self, index: int) -> str:
        series = self.plot.series[0]
        value = series.values[index]
        return "–" if value is None else series.format_value(value)

    def rect_of(self, index: int) -> QRectF:
        """Return the row of a category."""
        height = self._row_height
        return QRectF(1, index * height + 1, self.width - 2, height - 2)

    def index_at(self, point: QPointF) -> int | None:
        """Return the category whose row contains a point."""
        index = math.floor(point.y() / self._row_height)
        return index if 0 <= index < len(self._rows) else None

    def _legend_entries(self) -> Sequence[LegendEntry]:
        return []

    def _paint_values(self, painter: QPainter) -> None:
        series = self.plot.series[0]
        maximum = self.plot.maximum or max((value or 0 for value in series.values), default=0) or 1
        for index, category in enumerate(self._rows):
            row, gap = self.rect_of(index), 8 * self.style.scale
            name = QRectF(2, row.top(), self.area.left() - gap, row.height())
            self.draw_text(painter, name, category.name, Qt.AlignmentFlag.AlignLeft)
            track = QRectF(
                self.area.left(), row.center().y() - row.height() * 0.3, self.area.width(), row.height() * 0.6
            )
            if self.plot.maximum is not None:
                painter.fillRect(track, QColor(self.style.colours.hover))
            value = series.values[index]
            if value:
                bar = QRectF(track)
                bar.setWidth(max(1.5, track.width() * value / maximum))
                fill_bar(painter, self.style, series.tint, bar)
            rest = QRectF(
                self.area.right() + gap, row.top(), self.width - self.area.right() - gap, row.height()
            )
            self.draw_text(painter, rest, self._value_text(index), Qt.AlignmentFlag.AlignLeft, is_muted=False)

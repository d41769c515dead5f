"""Painters of plots with an axis for the values at the left, and one for the categories below."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from studyapp.ui.statistics.plots.plot_painter import PlotPainter
from studyapp.ui.statistics.plots.value_axis import find_ticks

_MIN_TICK_DISTANCE = 34
"""Pixels, at a text size of 100%."""


class AxisPainter(PlotPainter):
    """Paints the axes with round numbers and as many labels of categories as there is room for."""

    def _place_area(self) -> QRectF:
        style = self.style
        top = self.legend_height + style.line_height * (1 if self.plot.marks else 0.6)
        bottom = self.height - style.line_height - 2 * style.scale
        height = max(1.0, bottom - top)
        maximum = self.plot.maximum if self.plot.maximum is not None else self._greatest_value()
        self.ticks = find_ticks(
            self.plot.minimum,
            maximum,
            max(1, int(height / (_MIN_TICK_DISTANCE * style.scale))),
            is_fixed=self.plot.maximum is not None,
        )
        labels = [self._format(tick) for tick in self.ticks]
        left = max(style.metrics.horizontalAdvance(label) for label in labels) + 8 * style.scale
        return QRectF(left, top, max(1.0, self.width - left - 2), height)

    def _greatest_value(self) -> float:
        return max(
            (value for series in self.plot.series for value in series.values if value is not None), default=0
        )

    def _format(self, value: float) -> str:
        return self.plot.series[0].format_value(value) if self.plot.series else f"{value:g}"

    def y_of(self, value: float) -> float:
        """Return the vertical place of a value."""
        bottom, top = min(self.plot.minimum, self.ticks[0]), self.ticks[-1]
        return self.area.bottom() - (value - bottom) / (top - bottom) * self.area.height()

    @property
    def slot_width(self) -> float:
        """The width for one category."""
        return self.area.width() / max(1, len(self.plot.categories))

    def x_of(self, place: float) -> float:
        """Return the horizontal place of a number of categories."""
        return self.area.left() + place * self.slot_width

    def rect_of(self, index: int) -> QRectF:
        """Return the column of a category."""
        return QRectF(self.x_of(index), self.area.top(), self.slot_width, self.area.height())

    def index_at(self, point: QPointF) -> int | None:
        """Return the category whose column contains a point."""
        count = len(self.plot.categories)
        if not count or not self.area.left() <= point.x() <= self.area.right():
            return None
        return min(count - 1, int((point.x() - self.area.left()) / self.slot_width))

    def _paint_values(self, painter: QPainter) -> None:
        self._paint_value_axis(painter)
        self._paint_series(painter)
        self._paint_category_axis(painter)
        self._paint_level(painter)
        self._paint_marks(painter)

    def _paint_series(self, painter: QPainter) -> None:
        raise NotImplementedError

    def _paint_value_axis(self, painter: QPainter) -> None:
        height = self.style.line_height
        for tick in self.ticks:
            y = self.y_of(tick)
            painter.setPen(QPen(QColor(self.style.colours.hairline), 1))
            painter.drawLine(QPointF(self.area.left(), y), QPointF(self.area.right(), y))
            rect = QRectF(0, y - height / 2, self.area.left() - 6 * self.style.scale, height)
            self.draw_text(painter, rect, self._format(tick), Qt.AlignmentFlag.AlignRight)

    def _paint_category_axis(self, painter: QPainter) -> None:
        for index, rect in self._place_category_labels():
            text = self.plot.categories[index].short_name
            self.draw_text(
                painter, rect, text, Qt.AlignmentFlag.AlignHCenter, is_muted=index != self.plot.current
            )

    def _place_category_labels(self) -> Iterator[tuple[int, QRectF]]:
        """Yield the categories that are labeled, evenly spaced, with the places of the labels."""
        widths = [
            self.style.metrics.horizontalAdvance(category.short_name) for category in self.plot.categories
        ]
        if not widths:
            return
        needed = max(widths) + 10 * self.style.scale
        step = max(1, -int(-needed // self.slot_width))
        top = self.area.bottom() + 2 * self.style.scale
        for index in range(0, len(widths), step):
            width = widths[index] + 2
            left = self.x_of(index + 0.5) - width / 2
            left = max(0.0, min(left, self.width - width))
            yield index, QRectF(left, top, width, self.style.line_height)

    def _paint_level(self, painter: QPainter) -> None:
        level = self.plot.level
        if level is None:
            return
        y = self.y_of(level.value)
        painter.setPen(QPen(QColor(self.style.colours.text), self.style.scale, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(self.area.left(), y), QPointF(self.area.right(), y))
        width, height = self.style.metrics.horizontalAdvance(level.label) + 6, self.style.line_height
        rect = QRectF(self.area.right() - width, y - height - 1, width, height)
        background = QColor(self.style.colours.panel)
        background.setAlphaF(0.8)
        painter.fillRect(rect, background)
        self.draw_text(painter, rect, level.label, Qt.AlignmentFlag.AlignHCenter, is_muted=False)

    def _paint_marks(self, painter: QPainter) -> None:
        right = self.area.left()
        for mark in self.plot.marks:
            x = self.x_of(mark.place)
            painter.setPen(QPen(QColor(self.style.colours.text), self.style.scale, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(x, self.area.top()), QPointF(x, self.area.bottom()))
            width = self.style.metrics.horizontalAdvance(mark.label) + 4
            left = min(max(x - width / 2, right), self.width - width)
            if left < right:
                continue  # the table and the sentence have it
            rect = QRectF(left, self.area.top() - self.style.line_height, width, self.style.line_height)
            self.draw_text(painter, rect, mark.label, Qt.AlignmentFlag.AlignHCenter, is_muted=False)
            right = left + width

"""Bars, those of several series on top of each other."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from studyapp.ui.statistics.plots.axis_painter import AxisPainter
from studyapp.ui.statistics.plots.plot_style import fill_bar

_MAX_BAR_WIDTH, _MIN_BAR_HEIGHT = 40, 1.5
"""Pixels, at a text size of 100%."""


class BarPainter(AxisPainter):
    """Paints a bar for each category."""

    def _greatest_value(self) -> float:
        columns = zip(*(series.values for series in self.plot.series), strict=True)
        return max((sum(value or 0 for value in column) for column in columns), default=0)

    def _paint_series(self, painter: QPainter) -> None:
        gap = min(2.0, self.slot_width * 0.2)
        width = min(_MAX_BAR_WIDTH * self.style.scale, self.slot_width - gap)
        for index in range(len(self.plot.categories)):
            bottom = self.area.bottom()
            left = self.x_of(index + 0.5) - width / 2
            for series in self.plot.series:
                value = series.values[index]
                if value:
                    height = max(_MIN_BAR_HEIGHT, self.area.bottom() - self.y_of(value))
                    fill_bar(painter, self.style, series.tint, QRectF(left, bottom - height, width, height))
                    bottom -= height

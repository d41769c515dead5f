"""Lines, one for each series."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from studyapp.ui.statistics.plots.axis_painter import AxisPainter, paint_middle_line
from studyapp.ui.statistics.plots.plot import Series
from studyapp.ui.statistics.plots.plot_style import line_pen

_MAX_DOTS = 60
"""With more categories, the points of a line have no dots."""


class LinePainter(AxisPainter):
    """Paints a line for each series. It has gaps where there is no value."""

    def _paint_series(self, painter: QPainter) -> None:
        for series in self.plot.series:
            runs = self._runs(series)
            painter.setPen(line_pen(self.style, series.tint))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for run in runs:
                painter.drawPolyline(run)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.style.colour(series.tint))
            has_dots = len(self.plot.categories) <= _MAX_DOTS
            radius = (3 if has_dots else 1.5) * self.style.scale
            for run in runs:
                if has_dots or len(run) == 1:
                    for point in run:
                        painter.drawEllipse(point, radius, radius)

    def _paint_swatch(self, series: Series, painter: QPainter, place: QRectF) -> None:
        painter.setPen(line_pen(self.style, series.tint))
        paint_middle_line(painter, place)

    def _runs(self, series: Series) -> list[list[QPointF]]:
        """Return the points of the line, in pieces without gaps."""
        runs: list[list[QPointF]] = [[]]
        for index, value in enumerate(series.values):
            if value is not None:
                runs[-1].append(QPointF(self.x_of(index + 0.5), self.y_of(value)))
            elif runs[-1]:
                runs.append([])
        return [run for run in runs if run]

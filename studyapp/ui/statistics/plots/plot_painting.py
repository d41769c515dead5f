"""The painter and the height for each form of plot."""

from typing import assert_never

from studyapp.ui.statistics.plots.bar_painter import BarPainter
from studyapp.ui.statistics.plots.calendar_painter import CalendarPainter, calendar_height
from studyapp.ui.statistics.plots.calibration_painter import CalibrationPainter
from studyapp.ui.statistics.plots.line_painter import LinePainter
from studyapp.ui.statistics.plots.plot import Plot, PlotForm
from studyapp.ui.statistics.plots.plot_painter import PlotPainter
from studyapp.ui.statistics.plots.plot_style import PlotStyle
from studyapp.ui.statistics.plots.row_painter import RowPainter, rows_height

_HEIGHT = 190
"""Pixels, at a text size of 100%."""


def create_painter(plot: Plot, width: float, height: float, style: PlotStyle) -> PlotPainter:
    """Return the painter of a plot at a size."""
    match plot.form:
        case PlotForm.BARS:
            return BarPainter(plot, width, height, style)
        case PlotForm.ROWS:
            return RowPainter(plot, width, height, style)
        case PlotForm.LINES:
            return LinePainter(plot, width, height, style)
        case PlotForm.CALENDAR:
            return CalendarPainter(plot, width, height, style)
        case PlotForm.CALIBRATION:
            return CalibrationPainter(plot, width, height, style)
        case _:
            assert_never(plot.form)


def height_for_width(plot: Plot, width: float, style: PlotStyle) -> int:
    """Return the height that a plot needs at a width."""
    match plot.form:
        case PlotForm.ROWS:
            return round(rows_height(plot, style))
        case PlotForm.CALENDAR:
            return round(calendar_height(plot, width, style))
        case _:
            return round(_HEIGHT * style.scale)

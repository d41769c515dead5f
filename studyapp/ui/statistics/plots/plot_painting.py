"""The painter and the height for each form of plot."""

import math
from typing import assert_never

from studyapp.ui.statistics.plots.bar_painter import BarPainter
from studyapp.ui.statistics.plots.calendar_painter import CalendarPainter
from studyapp.ui.statistics.plots.calibration_painter import CalibrationPainter
from studyapp.ui.statistics.plots.line_painter import LinePainter
from studyapp.ui.statistics.plots.plot import Plot, PlotForm
from studyapp.ui.statistics.plots.plot_painter import PlotPainter
from studyapp.ui.statistics.plots.plot_style import PlotStyle
from studyapp.ui.statistics.plots.row_painter import RowPainter


def create_painter(plot: Plot, width: float, style: PlotStyle) -> PlotPainter:
    """Return the painter of a plot at a width."""
    match plot.form:
        case PlotForm.BARS:
            return BarPainter(plot, width, style)
        case PlotForm.ROWS:
            return RowPainter(plot, width, style)
        case PlotForm.LINES:
            return LinePainter(plot, width, style)
        case PlotForm.CALENDAR:
            return CalendarPainter(plot, width, style)
        case PlotForm.CALIBRATION:
            return CalibrationPainter(plot, width, style)
        case _:
            assert_never(plot.form)


def height_for_width(plot: Plot, width: float, style: PlotStyle) -> int:
    """Return the height that a plot needs at a width."""
    return math.ceil(create_painter(plot, width, style).height)

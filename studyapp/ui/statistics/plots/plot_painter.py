"""What all painters of plots share: the legend, and finding the category at a point."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from studyapp.ui.statistics.plots.legend import Legend, LegendEntry
from studyapp.ui.statistics.plots.plot import Plot, Series
from studyapp.ui.statistics.plots.plot_style import PlotStyle, draw_text, fill_bar


class PlotPainter(ABC):
    """Paints a plot at a width, and knows where its categories are."""

    def __init__(self, plot: Plot, width: float, style: PlotStyle) -> None:
        self.plot, self.style, self.width = plot, style, width
        self.legend = Legend(self._legend_entries(), width, style)
        self.area = self._place_area()

    @property
    @abstractmethod
    def height(self) -> float:
        """The height that the plot needs at this width."""

    @abstractmethod
    def _place_area(self) -> QRectF:
        """Return the area for the values, inside the axes and below the legend."""

    @abstractmethod
    def rect_of(self, index: int) -> QRectF:
        """Return the area of a category: where its tooltip appears, and what is outlined."""

    @abstractmethod
    def index_at(self, point: QPointF) -> int | None:
        """Return the category at a point, or None."""

    @abstractmethod
    def _paint_values(self, painter: QPainter) -> None:
        """Paint everything but the legend."""

    def paint(self, painter: QPainter, selected: int | None = None) -> None:
        """Paint the plot, with the selected category outlined."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.style.font)
        self.legend.paint(painter)
        self._paint_values(painter)
        if selected is not None and selected < len(self.plot.categories):
            painter.setPen(QPen(QColor(self.style.colours.focus), 2 * self.style.scale))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect_of(selected), 2, 2)

    def _legend_entries(self) -> Sequence[LegendEntry]:
        """Return an entry for each series. One series needs none."""
        if len(self.plot.series) < 2:
            return []
        return [LegendEntry([partial(self._paint_swatch, one)], one.name) for one in self.plot.series]

    def _paint_swatch(self, series: Series, painter: QPainter, place: QRectF) -> None:
        fill_bar(painter, self.style, series.tint, place)

    def draw_text(
        self,
        painter: QPainter,
        rect: QRectF,
        text: str,
        alignment: Qt.AlignmentFlag,
        *,
        is_muted: bool = True,
    ) -> None:
        """Draw a text of one line, elided to its place."""
        draw_text(painter, self.style, rect, text, alignment, is_muted=is_muted)

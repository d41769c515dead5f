"""What all painters of plots share: the legend, and finding the category at a point."""

from abc import ABC, abstractmethod

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from studyapp.ui.statistics.plots.plot import Plot, PlotForm, Series
from studyapp.ui.statistics.plots.plot_style import PlotStyle, fill_bar, line_pen

_SWATCH_WIDTH, _GAP = 14, 6


class PlotPainter(ABC):
    """Paints a plot at a size, and knows where its categories are."""

    def __init__(self, plot: Plot, width: float, height: float, style: PlotStyle) -> None:
        self.plot, self.style = plot, style
        self.width, self.height = width, height
        self._legend = self._place_legend()
        self.area = self._place_area()

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
        self._paint_legend(painter)
        self._paint_values(painter)
        if selected is not None and selected < len(self.plot.categories):
            painter.setPen(QPen(QColor(self.style.colours.focus), 2 * self.style.scale))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect_of(selected), 2, 2)

    @property
    def legend_height(self) -> float:
        """The height of the legend, 0 if there is none."""
        return self._legend[-1][1].bottom() + self.style.scale * 4 if self._legend else 0

    def _place_legend(self) -> list[tuple[Series, QRectF]]:
        """Return the series with their places in the legend. One series needs none."""
        if len(self.plot.series) < 2:
            return []
        x = y = 0.0
        places = []
        for series in self.plot.series:
            width = self._swatch_space + self.style.metrics.horizontalAdvance(series.name)
            if x and x + width > self.width:
                x, y = 0.0, y + self.style.line_height
            places.append((series, QRectF(x, y, width, self.style.line_height)))
            x += width + 2 * _GAP * self.style.scale
        return places

    @property
    def _swatch_space(self) -> float:
        return (_SWATCH_WIDTH + _GAP) * self.style.scale

    def _paint_legend(self, painter: QPainter) -> None:
        for series, place in self._legend:
            size = _SWATCH_WIDTH * self.style.scale
            swatch = QRectF(place.left(), place.center().y() - size / 2.8, size, size / 1.4)
            if self.plot.form is PlotForm.LINES:
                painter.setPen(line_pen(self.style, series.tint))
                painter.drawLine(
                    QPointF(swatch.left(), swatch.center().y()), QPointF(swatch.right(), swatch.center().y())
                )
            else:
                fill_bar(painter, self.style, series.tint, swatch)
            self.draw_text(
                painter, place.adjusted(self._swatch_space, 0, 0, 0), series.name, Qt.AlignmentFlag.AlignLeft
            )

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
        colours = self.style.colours
        painter.setPen(QColor(colours.mutedText if is_muted else colours.text))
        shown = self.style.metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width() + 1)
        painter.drawText(rect, alignment | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)

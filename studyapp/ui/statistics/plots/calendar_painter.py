"""A calendar: a cell for each day, one column a week, darker for more reviews. If there is no room for all weeks side by side,
they continue in bands below."""

import math
from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from studyapp.ui.statistics.plots.legend import LegendEntry
from studyapp.ui.statistics.plots.plot import Calendar, Tint
from studyapp.ui.statistics.plots.plot_painter import PlotPainter

_MIN_CELL, _MAX_CELL, _SWATCH_WIDTH = 8, 22, 10
"""Pixels, at a text size of 100%."""

_LEVELS = (0.3, 0.5, 0.75, 1.0)
"""How much of the color the cells have, from few reviews to many."""

_OUTLINE_OPACITY = 0.6
"""That of the outlines of coming days, so that they don't stand out from the others."""


class CalendarPainter(PlotPainter):
    """Paints the days. Coming days are outlined, and days off have a diagonal line."""

    def _place_area(self) -> QRectF:
        metrics = self.style.metrics
        names = self._calendar.weekday_names
        left = max((metrics.horizontalAdvance(name) for name in names), default=0) + 6 * self.style.scale
        weeks = max(1, math.ceil((self._calendar.first_weekday + len(self.plot.categories)) / 7))
        room = max(1.0, self.width - left - 2)
        self._band_count = math.ceil(weeks / max(1, math.floor(room / (_MIN_CELL * self.style.scale))))
        self._weeks_per_band = math.ceil(weeks / self._band_count)
        self._cell = min(room / self._weeks_per_band, _MAX_CELL * self.style.scale)
        self._band_height = 7 * self._cell + self.style.line_height
        height = self._band_count * self._band_height - self.style.line_height
        top = self.legend.height + self.style.line_height
        return QRectF(left, top, self._weeks_per_band * self._cell, height)

    @property
    def _calendar(self) -> Calendar:
        return self.plot.calendar or Calendar(0, ())

    @property
    def height(self) -> float:
        """The height of the legend, the names of the months and the cells."""
        return self.area.bottom() + 2

    def _legend_entries(self) -> Sequence[LegendEntry]:
        texts = self._calendar.legend
        if texts is None:
            return []
        tints = [partial(self._fill_cell, self._level_colour(share)) for share in (0, *_LEVELS)]
        entries = [LegendEntry(tints, texts.more, texts.fewer, _SWATCH_WIDTH)]
        if self._calendar.days_off:
            entries.append(LegendEntry([self._paint_day_off], texts.day_off, swatch_width=_SWATCH_WIDTH))
        if self._calendar.first_coming is not None:
            entries.append(LegendEntry([self._outline_cell], texts.coming, swatch_width=_SWATCH_WIDTH))
        return entries

    def rect_of(self, index: int) -> QRectF:
        """Return the cell of a day."""
        week, row = divmod(self._calendar.first_weekday + index, 7)
        band, column = divmod(week, self._weeks_per_band)
        left = self.area.left() + column * self._cell
        top = self.area.top() + band * self._band_height + row * self._cell
        return QRectF(left, top, self._cell, self._cell).adjusted(1, 1, -1, -1)

    def index_at(self, point: QPointF) -> int | None:
        """Return the day whose cell contains a point."""
        if not self.area.contains(point):
            return None
        column = int((point.x() - self.area.left()) / self._cell)
        band, below = divmod(point.y() - self.area.top(), self._band_height)
        row = int(below / self._cell)
        week = int(band) * self._weeks_per_band + column
        index = week * 7 + row - self._calendar.first_weekday
        return index if 0 <= index < len(self.plot.categories) and row < 7 else None

    def _paint_values(self, painter: QPainter) -> None:
        self._paint_labels(painter)
        values = self.plot.series[0].values if self.plot.series else ()
        bounds = _level_bounds([value for value in values if value])
        first_coming = self._calendar.first_coming
        for index, value in enumerate(values):
            cell = self.rect_of(index)
            if first_coming is not None and index >= first_coming:
                self._outline_cell(painter, cell)
            else:
                share = _LEVELS[sum(value > bound for bound in bounds)] if value else 0
                self._fill_cell(self._level_colour(share), painter, cell)
            if index in self._calendar.days_off:
                self._cross_out(painter, cell)

    def _outline_cell(self, painter: QPainter, cell: QRectF) -> None:
        outline = QColor(self.style.colours.fieldBorder)
        outline.setAlphaF(_OUTLINE_OPACITY)
        painter.setPen(QPen(outline, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = _corner_radius(cell)
        painter.drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    @staticmethod
    def _fill_cell(colour: QColor, painter: QPainter, cell: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(cell, _corner_radius(cell), _corner_radius(cell))

    def _cross_out(self, painter: QPainter, cell: QRectF) -> None:
        painter.setPen(QPen(QColor(self.style.colours.text), max(1.0, self.style.scale)))
        painter.drawLine(cell.bottomLeft(), cell.topRight())

    def _paint_day_off(self, painter: QPainter, cell: QRectF) -> None:
        self._fill_cell(self._level_colour(0), painter, cell)
        self._cross_out(painter, cell)

    def _level_colour(self, share: float) -> QColor:
        """Return the color of the cells of a level."""
        base, main = QColor(self.style.colours.hover), self.style.colour(Tint.MAIN)

        def mix(main_part: int, base_part: int) -> int:
            return round(main_part * share + base_part * (1 - share))

        return QColor(
            mix(main.red(), base.red()), mix(main.green(), base.green()), mix(main.blue(), base.blue())
        )

    def _paint_labels(self, painter: QPainter) -> None:
        height = self.style.line_height
        for band in range(self._band_count):
            for row, top in self._place_weekdays():
                rect = QRectF(0, top + band * self._band_height, self.area.left() - 4, height)
                name = self._calendar.weekday_names[row]
                self.draw_text(painter, rect, name, Qt.AlignmentFlag.AlignRight)
        right_in_band = [0.0] * self._band_count
        for index, category in enumerate(self.plot.categories):
            if not category.label:
                continue
            band = (self._calendar.first_weekday + index) // 7 // self._weeks_per_band
            left = self.rect_of(index).left()
            width = self.style.metrics.horizontalAdvance(category.label) + 2
            if left >= right_in_band[band] and left + width <= self.width:
                rect = QRectF(left, self.legend.height + band * self._band_height, width, height)
                self.draw_text(painter, rect, category.label, Qt.AlignmentFlag.AlignLeft)
                right_in_band[band] = left + width + 4 * self.style.scale

    def _place_weekdays(self) -> list[tuple[int, float]]:
        """Return the rows whose weekday is named, as many as there is room for, and the tops of the names in the first band."""
        if not self._calendar.weekday_names:
            return []
        height = self.style.line_height

        def top_of(row: int) -> float:
            top = self.area.top() + (row + 0.5) * self._cell - height / 2
            return max(self.area.top(), min(top, self.area.top() + 7 * self._cell - height))

        for rows in (range(7), range(0, 7, 2), range(0, 7, 6)):
            places = [(row, top_of(row)) for row in rows]
            if all(below - above >= height * 0.8 for (_, above), (_, below) in pairwise(places)):
                return places
        return [(0, top_of(0))]


def _corner_radius(cell: QRectF) -> float:
    return min(2.0, cell.width() / 5)


def _level_bounds(values: list[float]) -> tuple[float, ...]:
    """Return the values above which a cell has the next level: a quarter, half and three quarters of what is reached on
    nine days of ten."""
    if not values:
        return ()
    high = sorted(values)[math.floor((len(values) - 1) * 0.9)]
    return tuple(high * share for share in (0.25, 0.5, 0.75))

"""Painters of plots with an axis for the values at the left, one for the categories below, and one for shares at the right."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from studyapp.ui.statistics.plots.axis_labels import choose_labels, find_ticks, stack_labels
from studyapp.ui.statistics.plots.legend import LegendEntry
from studyapp.ui.statistics.plots.plot import Mark
from studyapp.ui.statistics.plots.plot_painter import PlotPainter
from studyapp.ui.statistics.plots.plot_style import level_pen, line_pen

_AREA_HEIGHT = 145
"""Pixels, at a text size of 100%."""

_SHARE_GAP, _SHARE_DOT_RADIUS = 6, 2.5
"""Pixels, at a text size of 100%."""

_MAX_STEPS = 4
"""Between the values at the axis."""


class AxisPainter(PlotPainter):
    """Paints the axes with round numbers and as many labels of categories as there is room for."""

    def _place_area(self) -> QRectF:
        style = self.style
        self.ticks = self._find_ticks()
        labels = [self._format(tick) for tick in self.ticks]
        left = max(style.metrics.horizontalAdvance(label) for label in labels) + 8 * style.scale
        overhang = style.metrics.horizontalAdvance(self.plot.ticks[-1].label) / 2 if self.plot.ticks else 0
        right = max(overhang, self._share_axis_width())
        width = max(1.0, self.width - left - right - 2)
        self._mark_places = self._stack_marks(left, width)
        rows = 1 + max((row for _, row in self._mark_places), default=-1)
        caption_height = style.line_height if self.plot.caption else 0
        top = self.legend.height + caption_height + style.line_height * max(0.6, rows)
        return QRectF(left, top, width, _AREA_HEIGHT * style.scale)

    @property
    def height(self) -> float:
        """The height with the labels of the categories."""
        return self.area.bottom() + self.style.line_height + 2 * self.style.scale

    def _share_axis_width(self) -> float:
        """Return the width of the labels at the right with the space before them."""
        shares = self.plot.shares
        if shares is None:
            return 0
        return self.style.metrics.horizontalAdvance(shares.format_value(1)) + _SHARE_GAP * self.style.scale

    def _find_ticks(self) -> list[float]:
        """Return the values at the axis, so few of them that their labels differ."""
        maximum = self.plot.maximum if self.plot.maximum is not None else self._greatest_value()
        is_fixed = self.plot.maximum is not None
        for max_steps in range(_MAX_STEPS, 1, -1):
            ticks = find_ticks(self.plot.minimum, maximum, max_steps, is_fixed=is_fixed)
            if len({self._format(tick) for tick in ticks}) == len(ticks):
                return ticks
        return find_ticks(self.plot.minimum, maximum, 1, is_fixed=is_fixed)

    def _stack_marks(self, left: float, width: float) -> list[tuple[float, int]]:
        """Return the left ends of the labels of marks, and their rows above the values."""
        slot = width / max(1, len(self.plot.categories))
        return stack_labels(
            [left + mark.place * slot for mark in self.plot.marks],
            [self.style.metrics.horizontalAdvance(mark.label) + 4 for mark in self.plot.marks],
            left,
            self.width,
        )

    def _legend_entries(self) -> Sequence[LegendEntry]:
        plot, entries = self.plot, [*super()._legend_entries()]
        if plot.shares is not None:
            entries += [
                LegendEntry([partial(self._paint_swatch, one)], one.name)
                for one in plot.series
                if not entries
            ]
            entries.append(LegendEntry([self._paint_shares_swatch], plot.shares.name))
        if plot.level is not None:
            entries.append(LegendEntry([self._paint_level_swatch], plot.level.label))
        return entries

    def _paint_shares_swatch(self, painter: QPainter, place: QRectF) -> None:
        if self.plot.shares is not None:
            painter.setPen(line_pen(self.style, self.plot.shares.tint))
            paint_middle_line(painter, place)

    def _paint_level_swatch(self, painter: QPainter, place: QRectF) -> None:
        painter.setPen(level_pen(self.style))
        paint_middle_line(painter, place)

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
        caption = QRectF(0, self.legend.height, self.width, self.style.line_height)
        self.draw_text(painter, caption, self.plot.caption, Qt.AlignmentFlag.AlignLeft)
        self._paint_value_axis(painter)
        self._paint_series(painter)
        self._paint_shares(painter)
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

    def _paint_shares(self, painter: QPainter) -> None:
        """Paint the shares, each joined with the one before, and their axis."""
        shares, style = self.plot.shares, self.style
        if shares is None:
            return
        for share in (0, 0.5, 1):
            left, height = self.area.right() + _SHARE_GAP * style.scale, style.line_height
            rect = QRectF(left, self._y_of_share(share) - height / 2, self.width - left, height)
            self.draw_text(painter, rect, shares.format_value(share), Qt.AlignmentFlag.AlignLeft)
        painter.setPen(line_pen(style, shares.tint))
        painter.setBrush(style.colour(shares.tint))
        before: QPointF | None = None
        for index, value in enumerate(shares.values):
            point = None if value is None else QPointF(self.x_of(index + 0.5), self._y_of_share(value))
            if point is not None:
                radius = _SHARE_DOT_RADIUS * style.scale
                painter.drawEllipse(point, radius, radius)
                if before is not None:
                    painter.drawLine(before, point)
            before = point

    def _y_of_share(self, share: float) -> float:
        return self.area.bottom() - share * self.area.height()

    def _paint_category_axis(self, painter: QPainter) -> None:
        for text, rect, is_current in self._place_axis_labels():
            self.draw_text(painter, rect, text, Qt.AlignmentFlag.AlignHCenter, is_muted=not is_current)

    def _place_axis_labels(self) -> Iterator[tuple[str, QRectF, bool]]:
        """Yield the labels for which there is room, with their places, and whether each is that of the current category."""
        labels = self.plot.ticks or tuple(
            Mark(one.short_name, index + 0.5) for index, one in enumerate(self.plot.categories)
        )
        if not labels:
            return
        widths = [self.style.metrics.horizontalAdvance(one.label) for one in labels]
        distance = (labels[-1].place - labels[0].place) / max(1, len(labels) - 1) * self.slot_width
        top = self.area.bottom() + 2 * self.style.scale
        placed: list[tuple[int, QRectF]] = []
        for index in choose_labels(len(labels), distance, max(widths) + 6 * self.style.scale):
            width = widths[index] + 2
            left = self.x_of(labels[index].place) - width / 2
            rect = QRectF(max(0.0, min(left, self.width - width)), top, width, self.style.line_height)
            # The last label is moved to the left to be inside, and may cover the one before then.
            if placed and placed[-1][1].right() > rect.left():
                placed.pop()
            placed.append((index, rect))
        for index, rect in placed:
            yield labels[index].label, rect, not self.plot.ticks and index == self.plot.current

    def _paint_level(self, painter: QPainter) -> None:
        if self.plot.level is not None:
            y = self.y_of(self.plot.level.value)
            painter.setPen(level_pen(self.style))
            painter.drawLine(QPointF(self.area.left(), y), QPointF(self.area.right(), y))

    def _paint_marks(self, painter: QPainter) -> None:
        height = self.style.line_height
        for mark, (_, row) in zip(self.plot.marks, self._mark_places, strict=True):
            x = self.x_of(mark.place)
            painter.setPen(level_pen(self.style))
            painter.drawLine(QPointF(x, self.area.top() - row * height), QPointF(x, self.area.bottom()))
        for mark, (left, row) in zip(self.plot.marks, self._mark_places, strict=True):
            width = self.style.metrics.horizontalAdvance(mark.label) + 4
            rect = QRectF(left, self.area.top() - (row + 1) * height, width, height)
            background = rect.adjusted(0, 0, 0, 0 if row else -2)  # above the line of the greatest value
            painter.fillRect(background, QColor(self.style.colours.panel))
            self.draw_text(painter, rect, mark.label, Qt.AlignmentFlag.AlignHCenter, is_muted=False)


def paint_middle_line(painter: QPainter, place: QRectF) -> None:
    """Draw a horizontal line through the middle of a place."""
    y = place.center().y()
    painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y))

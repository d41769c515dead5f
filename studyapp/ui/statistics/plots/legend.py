"""The legend of a plot."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from studyapp.ui.statistics.plots.plot_style import PlotStyle, draw_text

_SWATCH_HEIGHT, _SWATCH_DISTANCE, _GAP = 10, 2, 6
"""Pixels, at a text size of 100%."""

Swatch = Callable[[QPainter, QRectF], None]
"""Paints a sample of what an entry explains."""


class LegendEntry(NamedTuple):
    """Samples between two texts. The text before them may be empty. The width of a sample is in pixels at a text size of
    100%."""

    swatches: Sequence[Swatch]
    text: str
    text_before: str = ""
    swatch_width: float = 18


class Legend:
    """Places the entries from left to right, in as many lines as they need."""

    def __init__(self, entries: Sequence[LegendEntry], width: float, style: PlotStyle) -> None:
        self._style = style
        self._places: list[tuple[LegendEntry, QRectF]] = []
        x = y = 0.0
        for entry in entries:
            entry_width = min(width, self._width_of(entry))
            if x and x + entry_width > width:
                x, y = 0.0, y + style.line_height
            self._places.append((entry, QRectF(x, y, entry_width, style.line_height)))
            x += entry_width + 2 * _GAP * style.scale

    @property
    def height(self) -> float:
        """The height with the space below; 0 without entries."""
        return self._places[-1][1].bottom() + 4 * self._style.scale if self._places else 0

    def _width_of(self, entry: LegendEntry) -> float:
        return (
            self._space_before(entry)
            + self._swatches_width(entry)
            + self._style.metrics.horizontalAdvance(entry.text)
        )

    def _space_before(self, entry: LegendEntry) -> float:
        if not entry.text_before:
            return 0
        return self._style.metrics.horizontalAdvance(entry.text_before) + _GAP * self._style.scale

    def _swatches_width(self, entry: LegendEntry) -> float:
        count = len(entry.swatches)
        return (count * entry.swatch_width + (count - 1) * _SWATCH_DISTANCE + _GAP) * self._style.scale

    def paint(self, painter: QPainter) -> None:
        """Paint all entries."""
        scale = self._style.scale
        for entry, place in self._places:
            draw_text(painter, self._style, place, entry.text_before, Qt.AlignmentFlag.AlignLeft)
            left = place.left() + self._space_before(entry)
            top = place.center().y() - _SWATCH_HEIGHT / 2 * scale
            for number, paint_swatch in enumerate(entry.swatches):
                x = left + number * (entry.swatch_width + _SWATCH_DISTANCE) * scale
                paint_swatch(painter, QRectF(x, top, entry.swatch_width * scale, _SWATCH_HEIGHT * scale))
            rest = place.adjusted(self._space_before(entry) + self._swatches_width(entry), 0, 0, 0)
            draw_text(painter, self._style, rest, entry.text, Qt.AlignmentFlag.AlignLeft)

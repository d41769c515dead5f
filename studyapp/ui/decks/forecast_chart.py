"""The next days as bars."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from studyapp.core.study.study_day import calendar_date
from studyapp.ui.kit import theme

_MAX_BAR_HEIGHT = 56
_MAX_BAR_WIDTH = 44
_MIN_LABEL_WIDTH = 36
"""Pixels: days with less room are named once a week."""


class ForecastChart(QWidget):
    """How many cards come on each of the next days; the first bar is today."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._due_counts: tuple[int, ...] = ()
        self._first_day = 0
        self._min_scale_maximum = 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_forecast(self, due_counts: tuple[int, ...], first_day: int, min_scale_maximum: int = 1) -> None:
        """Show these numbers of cards, from the study day `first_day` on; a bar as high as there is room stands for
        `highest`, or for the most of them where that is more."""
        self._due_counts, self._first_day, self._min_scale_maximum = due_counts, first_day, min_scale_maximum
        days = (f"{self._day_name(place)}: {cards}" for place, cards in enumerate(due_counts))
        self.setAccessibleName(self.tr("Cards in the next days") + " – " + ", ".join(days))
        self.update()

    def sizeHint(self) -> QSize:
        """Room for a bar, its number and its day."""
        return QSize(480, _MAX_BAR_HEIGHT + 2 * self._line_height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the bars."""
        if not self._due_counts:
            return
        colours = theme.current_colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self.font()
        font.setPixelSize(theme.scale_pixels(13))
        painter.setFont(font)
        slot, line, most = (
            self.width() / len(self._due_counts),
            self._line_height(),
            max(*self._due_counts, self._min_scale_maximum),
        )
        bar = min(theme.scale_pixels(_MAX_BAR_WIDTH), slot * 0.7)
        every = 1 if slot >= theme.scale_pixels(_MIN_LABEL_WIDTH) else 7
        for place, cards in enumerate(self._due_counts):
            height = max(3.0, _MAX_BAR_HEIGHT * cards / most)
            top = line + _MAX_BAR_HEIGHT - height
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent if place == 0 else colours.track))
            painter.drawRoundedRect(QRectF(slot * (place + 0.5) - bar / 2, top, bar, height), 3, 3)
            painter.setPen(QColor(colours.mutedText))
            if place % every:
                continue
            slot_left = slot * (place - (every - 1) / 2)
            if cards:
                box = QRectF(slot_left, top - line, slot * every, line)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(cards))
            box = QRectF(slot_left, line + _MAX_BAR_HEIGHT, slot * every, line)
            painter.drawText(
                box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, self._day_name(place)
            )

    def _day_name(self, days_ahead: int) -> str:
        if days_ahead == 0:
            return self.tr("Today")
        # Our own words: QLocale would load the names of all countries at the start.
        names = (
            self.tr("Mon"), self.tr("Tue"), self.tr("Wed"), self.tr("Thu"), self.tr("Fri"), self.tr("Sat"), self.tr("Sun"),
        )  # fmt: skip
        return names[calendar_date(self._first_day + days_ahead).weekday()]

    @staticmethod
    def _line_height() -> int:
        return theme.scale_pixels(24)

"""The next days as bars."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from studyapp.core.study.study_day import calendar_date
from studyapp.ui.kit import theme

_TALLEST = 56
_BAR = 44
_NARROWEST = 36
"""Pixels: days with less room are named once a week."""


class WeekBars(QWidget):
    """How many cards come on each of the next days; the first bar is today."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._week: tuple[int, ...] = ()
        self._first_day = 0
        self._highest = 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_week(self, week: tuple[int, ...], first_day: int, highest: int = 1) -> None:
        """Show these numbers of cards, from the study day `first_day` on; a bar as high as there is room stands for
        `highest`, or for the most of them where that is more."""
        self._week, self._first_day, self._highest = week, first_day, highest
        days = (f"{self._day(place)}: {cards}" for place, cards in enumerate(week))
        self.setAccessibleName(self.tr("Cards of the next days") + " – " + ", ".join(days))
        self.update()

    def sizeHint(self) -> QSize:
        """Room for a bar, its number and its day."""
        return QSize(480, _TALLEST + 2 * self._line())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the bars."""
        if not self._week:
            return
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self.font()
        font.setPixelSize(theme.pixels(13))
        painter.setFont(font)
        slot, line, most = self.width() / len(self._week), self._line(), max(*self._week, self._highest)
        bar = min(theme.pixels(_BAR), slot * 0.7)
        every = 1 if slot >= theme.pixels(_NARROWEST) else 7
        for place, cards in enumerate(self._week):
            height = max(3.0, _TALLEST * cards / most)
            top = line + _TALLEST - height
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent if place == 0 else colours.track))
            painter.drawRoundedRect(QRectF(slot * (place + 0.5) - bar / 2, top, bar, height), 3, 3)
            painter.setPen(QColor(colours.soft))
            if place % every:
                continue
            slot_left = slot * (place - (every - 1) / 2)
            if cards:
                box = QRectF(slot_left, top - line, slot * every, line)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(cards))
            box = QRectF(slot_left, line + _TALLEST, slot * every, line)
            painter.drawText(
                box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, self._day(place)
            )

    def _day(self, place: int) -> str:
        if place == 0:
            return self.tr("Today")
        # Our own words: QLocale would load the names of all countries at the start.
        names = (
            self.tr("Mon"), self.tr("Tue"), self.tr("Wed"), self.tr("Thu"), self.tr("Fri"), self.tr("Sat"), self.tr("Sun"),
        )  # fmt: skip
        return names[calendar_date(self._first_day + place).weekday()]

    @staticmethod
    def _line() -> int:
        return theme.pixels(24)

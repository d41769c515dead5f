"""The next seven days as bars."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from studyapp.core.study_day import calendar_date
from studyapp.ui import theme

_TALLEST = 56
_BAR = 44


class WeekBars(QWidget):
    """How many cards come on each of the next days; the first bar is today."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._week: tuple[int, ...] = ()
        self._first_day = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_week(self, week: tuple[int, ...], first_day: int) -> None:
        """Show these numbers of cards, from the study day `first_day` on."""
        self._week, self._first_day = week, first_day
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
        font.setPixelSize(13)
        painter.setFont(font)
        slot, line, most = self.width() / len(self._week), self._line(), max(*self._week, 1)
        for place, cards in enumerate(self._week):
            height = max(3.0, _TALLEST * cards / most)
            top = line + _TALLEST - height
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent if place == 0 else colours.track))
            painter.drawRoundedRect(QRectF(slot * (place + 0.5) - _BAR / 2, top, _BAR, height), 3, 3)
            painter.setPen(QColor(colours.soft))
            slot_left = slot * place
            if cards:
                box = QRectF(slot_left, top - line, slot, line)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(cards))
            box = QRectF(slot_left, line + _TALLEST, slot, line)
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
        return 24

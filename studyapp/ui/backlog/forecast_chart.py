"""A bar chart of the cards on the next days."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from studyapp.core.study.study_day import calendar_date
from studyapp.ui.kit import theme

_MAX_BAR_HEIGHT = 56
_MAX_BAR_WIDTH = 44
_MIN_LABEL_WIDTH = 36
"""Pixels at a text size of 100 %. With less space per day, only one day per week is labeled."""


class ForecastChart(QLabel):
    """Shows the number of cards on each of the next days. The first bar is today.

    It is a label, so that screen readers read its name as a text.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._due_counts: tuple[int, ...] = ()
        self._first_day = 0
        self._min_scale_maximum = 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_forecast(self, due_counts: tuple[int, ...], first_day: int, min_scale_maximum: int = 1) -> None:
        """Show these numbers of cards per day; the first is for study day `first_day`.

        The full height stands for the greatest number or for `min_scale_maximum`, whichever is greater.
        """
        self._due_counts, self._first_day, self._min_scale_maximum = due_counts, first_day, min_scale_maximum
        descriptions = (
            f"{self._day_name(days_ahead)}: {count}" for days_ahead, count in enumerate(due_counts)
        )
        self.setAccessibleName(self.tr("Cards in the next few days") + " – " + ", ".join(descriptions))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size for the bars with their numbers and days."""
        return QSize(480, theme.scale_pixels(_MAX_BAR_HEIGHT) + 2 * self._line_height())

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
        slot_width, line_height, scale_maximum = (
            self.width() / len(self._due_counts),
            self._line_height(),
            max(1, *self._due_counts, self._min_scale_maximum),
        )
        max_bar_height = theme.scale_pixels(_MAX_BAR_HEIGHT)
        bar_width = min(theme.scale_pixels(_MAX_BAR_WIDTH), slot_width * 0.7)
        label_step = 1 if slot_width >= theme.scale_pixels(_MIN_LABEL_WIDTH) else 7
        for days_ahead, count in enumerate(self._due_counts):
            height = max(3.0, max_bar_height * count / scale_maximum)
            top = line_height + max_bar_height - height
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent if days_ahead == 0 else colours.track))
            painter.drawRoundedRect(
                QRectF(slot_width * (days_ahead + 0.5) - bar_width / 2, top, bar_width, height), 3, 3
            )
            painter.setPen(QColor(colours.mutedText))
            if days_ahead % label_step:
                continue
            slot_left = slot_width * (days_ahead - (label_step - 1) / 2)
            if count:
                text_rect = QRectF(slot_left, top - line_height, slot_width * label_step, line_height)
                painter.drawText(text_rect, Qt.AlignmentFlag.AlignCenter, str(count))
            text_rect = QRectF(slot_left, line_height + max_bar_height, slot_width * label_step, line_height)
            painter.drawText(
                text_rect,
                Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom,
                self._day_name(days_ahead),
            )

    def _day_name(self, days_ahead: int) -> str:
        if days_ahead == 0:
            return self.tr("Today")
        # QLocale would load the names of all countries at startup.
        names = (
            self.tr("Mon"), self.tr("Tue"), self.tr("Wed"), self.tr("Thu"), self.tr("Fri"), self.tr("Sat"), self.tr("Sun"),
        )  # fmt: skip
        return names[calendar_date(self._first_day + days_ahead).weekday()]

    @staticmethod
    def _line_height() -> int:
        return theme.scale_pixels(24)

"""The slider over days, from the first review to the coming month, and the sentence about the chosen one."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QVBoxLayout, QWidget

from studyapp.ui.kit import formatting, screen_reader, theme
from studyapp.ui.kit.widgets import create_button, create_label
from studyapp.ui.map.slider_days import SliderDays

_HANDLE_WIDTH, _TEXT_SIZE, _TICK_HEIGHT = 18, 12, 5
"""Pixels, at a text size of 100%. The style sheet has the width of the handle: 14 with borders of 2."""

_DAYS_PER_PAGE = 7


class DayBar(QWidget):
    """Shows and changes the day of the map."""

    dayChanged = Signal(int)
    """Carries the study day that was chosen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._days = SliderDays(0, 0, 0)
        self.chosen_day = 0
        self.sentence_label = create_label("", "subtitle", self, has_word_wrap=True)
        self.today_button = create_button(self.tr("Back to today"), "flushLink", self)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setAccessibleName(self.tr("Day"))
        self.slider.setPageStep(_DAYS_PER_PAGE)
        self.axis = _DayAxis(self)
        head = QHBoxLayout()
        head.addWidget(self.sentence_label, 1)
        head.addWidget(self.today_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.slider)
        column.addWidget(self.axis)
        self.today_button.clicked.connect(self._return_to_today)
        self.slider.valueChanged.connect(self._report_day)
        self.hide_slider()

    def show_days(self, days: SliderDays) -> None:
        """Offer these days. The chosen one stays if it is among them, and today stays today."""
        is_today = self.chosen_day == self._days.today
        wanted = days.today if is_today else max(days.first, min(days.last, self.chosen_day))
        self._days, self.chosen_day = days, wanted
        self.slider.blockSignals(True)
        self.slider.setRange(days.first_position, days.last_position)
        self.slider.setValue(days.position_of(wanted))
        self.slider.blockSignals(False)
        self.axis.show_days(days)
        self.slider.show()
        self.axis.show()
        self.today_button.setVisible(wanted != days.today)

    def hide_slider(self) -> None:
        """Show that there are no days to choose from."""
        for widget in (self.slider, self.axis, self.today_button):
            widget.hide()

    def show_sentence(self, sentence: str) -> None:
        """Show what the map says about the day."""
        self.sentence_label.setText(sentence)
        if self.slider.hasFocus():
            screen_reader.announce(sentence)
        else:
            self.slider.setAccessibleDescription(sentence)

    def _report_day(self, position: int) -> None:
        self.chosen_day = self._days.day_at(position)
        self.today_button.setVisible(position != 0)
        self.dayChanged.emit(self.chosen_day)

    def _return_to_today(self) -> None:
        self.slider.setFocus()  # the button is about to be hidden
        self.slider.setValue(0)


class _DayAxis(QWidget):
    """The dates below the slider: the first day, today with a tick, and the last day."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._days = SliderDays(0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_days(self, days: SliderDays) -> None:
        """Show these days."""
        self._days = days
        self.setFixedHeight(round(QFontMetricsF(self._text_font).height() + theme.scale_pixels(_TICK_HEIGHT)))
        self.update()

    @property
    def _text_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(theme.scale_pixels(_TEXT_SIZE))
        return font

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the tick mark of today, and the dates that fit."""
        painter = QPainter(self)
        try:
            self._paint(painter)
        finally:
            painter.end()  # Qt crashes if an error keeps it alive

    def _paint(self, painter: QPainter) -> None:
        tick, font = theme.scale_pixels(_TICK_HEIGHT), self._text_font
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        half = theme.scale_pixels(_HANDLE_WIDTH) / 2
        first, last = self._days.first_position, self._days.last_position
        share = -first / max(1, last - first)
        x = half + share * (self.width() - 2 * half)
        painter.fillRect(QRectF(x - 1, 0, 2, tick), QColor(theme.current_colours().mutedText))
        painter.setPen(QColor(theme.current_colours().mutedText))
        taken: list[QRectF] = []
        for text, center in (
            (self.tr("Today"), x),
            (formatting.format_short_date(self._days.first), 0.0),
            (formatting.format_short_date(self._days.last), float(self.width())),
        ):
            width = metrics.horizontalAdvance(text) + 2
            left = max(0.0, min(center - width / 2, self.width() - width))
            rect = QRectF(left, tick, width, metrics.height())
            if not any(rect.adjusted(-tick, 0, tick, 0).intersects(other) for other in taken):
                painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), text)
                taken.append(rect)

"""The forgetting curve of a card."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from studyapp.services.study.card_info import CardInfo
from studyapp.ui.kit import formatting, theme

_AXIS_HEIGHT = 22


class ForgettingCurve(QWidget):
    """Plots the probability of recall since the last review. A dot marks today."""

    def __init__(self, info: CardInfo, parent: QWidget) -> None:
        super().__init__(parent)
        self._info = info
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Forgetting curve"))

    def sizeHint(self) -> QSize:
        """Return a wide, short size."""
        return QSize(theme.scale_pixels(360), theme.scale_pixels(120))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the curve and its labels."""
        colours, painter = theme.current_colours(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self.font()
        font.setPixelSize(theme.scale_pixels(12))
        painter.setFont(font)
        painter.setPen(QColor(colours.mutedText))
        baseline = self.height() - theme.scale_pixels(_AXIS_HEIGHT)
        painter.drawText(0, theme.scale_pixels(12), "100%")
        painter.drawText(0, self.height() - 4, self.tr("Last review"))
        span_text = formatting.format_days(self._info.curve_days)
        painter.drawText(
            self.width() - painter.fontMetrics().horizontalAdvance(span_text), self.height() - 4, span_text
        )
        painter.setPen(QColor(colours.hairline))
        painter.drawLine(0, baseline, self.width(), baseline)
        painter.setPen(QPen(QColor(colours.accent), 2))
        points = [
            self._point(index / (len(self._info.forgetting_curve) - 1), retrievability)
            for index, retrievability in enumerate(self._info.forgetting_curve)
        ]
        painter.drawPolyline(points)
        if self._info.retrievability is not None:
            painter.setBrush(QColor(colours.accent))
            painter.setPen(Qt.PenStyle.NoPen)
            today = self._point(
                self._info.days_since_review / self._info.curve_days, self._info.retrievability
            )
            painter.drawEllipse(today, 4, 4)

    def _point(self, x_fraction: float, retrievability: float) -> QPointF:
        top, baseline = theme.scale_pixels(18), self.height() - theme.scale_pixels(_AXIS_HEIGHT)
        return QPointF(4 + x_fraction * (self.width() - 8), baseline - retrievability * (baseline - top))

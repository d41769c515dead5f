"""The forgetting curve of a card."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from studyapp.services.study.card_info import ForgettingCurve
from studyapp.ui.kit import formatting, theme

_AXIS_HEIGHT = 22


class ForgettingCurvePlot(QWidget):
    """Plots the probability of recall since the last review. A dot marks today, a dashed line the desired retention."""

    def __init__(self, curve: ForgettingCurve, parent: QWidget) -> None:
        super().__init__(parent)
        self._curve = curve
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Forgetting curve"))
        self.setAccessibleDescription(self.figures_text())

    def figures_text(self) -> str:
        """Return in words when the probability of recall falls to which share."""
        today = self.tr("{share} today").format(share=formatting.format_share(self._curve.share_today))
        parts = [
            self.tr("{share} after {time}").format(
                share=formatting.format_share(mark.share), time=formatting.format_days(mark.days)
            )
            for mark in self._curve.marks
        ]
        return self.tr("Probability of recall: {figures}").format(figures=" · ".join([today, *parts]))

    def sizeHint(self) -> QSize:
        """Return a wide, short size."""
        return QSize(theme.scale_pixels(360), theme.scale_pixels(140))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the curve and its labels."""
        colours, painter = theme.current_colours(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self.font()
        font.setPixelSize(theme.scale_pixels(12))
        painter.setFont(font)
        painter.setPen(QColor(colours.mutedText))
        painter.drawText(0, theme.scale_pixels(12), formatting.format_share(1))
        painter.drawText(0, self.height() - 4, self.tr("Last review"))
        span_text = formatting.format_days(self._curve.days)
        painter.drawText(
            self.width() - painter.fontMetrics().horizontalAdvance(span_text), self.height() - 4, span_text
        )
        painter.setPen(QColor(colours.hairline))
        painter.drawLine(0, self._baseline(), self.width(), self._baseline())
        self._draw_desired_retention(painter)
        painter.setPen(QPen(QColor(colours.accent), 2))
        last = len(self._curve.shares) - 1
        painter.drawPolyline(
            [self._point(index / last, share) for index, share in enumerate(self._curve.shares)]
        )
        painter.setBrush(QColor(colours.accent))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(
            self._point(self._curve.days_since_review / self._curve.days, self._curve.share_today), 4, 4
        )

    def _draw_desired_retention(self, painter: QPainter) -> None:
        colours, share = theme.current_colours(), self._curve.desired_retention
        line = self._point(0, share)
        text = formatting.format_share(share)
        width = painter.fontMetrics().horizontalAdvance(text)
        painter.setPen(QColor(colours.mutedText))
        painter.drawText(QPointF(self.width() - width, line.y() - 4), text)
        painter.setPen(QPen(QColor(colours.mutedText), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(0, line.y()), QPointF(self.width(), line.y()))

    def _baseline(self) -> int:
        return self.height() - theme.scale_pixels(_AXIS_HEIGHT)

    def _point(self, x_fraction: float, share: float) -> QPointF:
        top, baseline = theme.scale_pixels(18), self._baseline()
        return QPointF(4 + x_fraction * (self.width() - 8), baseline - share * (baseline - top))

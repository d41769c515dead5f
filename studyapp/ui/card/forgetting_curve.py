"""How the memory of a card fades, as a small curve."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from studyapp.services.study.card_info import CardInfo
from studyapp.ui.kit import formatting, theme

_AXIS_HEIGHT = 22


class ForgettingCurve(QWidget):
    """The probability of recall from the last review on; a dot marks today."""

    def __init__(self, info: CardInfo, parent: QWidget) -> None:
        super().__init__(parent)
        self._info = info
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Forgetting curve"))

    def sizeHint(self) -> QSize:
        """Low and wide."""
        return QSize(theme.scale_pixels(360), theme.scale_pixels(120))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the curve over its two ends."""
        colours, painter = theme.current_colours(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self.font()
        font.setPixelSize(theme.scale_pixels(12))
        painter.setFont(font)
        painter.setPen(QColor(colours.mutedText))
        foot = self.height() - theme.scale_pixels(_AXIS_HEIGHT)
        painter.drawText(0, theme.scale_pixels(12), "100 %")
        painter.drawText(0, self.height() - 4, self.tr("Last review"))
        span = formatting.format_days(self._info.curve_days)
        painter.drawText(
            self.width() - painter.fontMetrics().horizontalAdvance(span), self.height() - 4, span
        )
        painter.setPen(QColor(colours.hairline))
        painter.drawLine(0, foot, self.width(), foot)
        painter.setPen(QPen(QColor(colours.accent), 2))
        points = [
            self._point(place / (len(self._info.forgetting_curve) - 1), share)
            for place, share in enumerate(self._info.forgetting_curve)
        ]
        painter.drawPolyline(points)
        if self._info.retrievability is not None:
            painter.setBrush(QColor(colours.accent))
            painter.setPen(Qt.PenStyle.NoPen)
            today = self._point(self._info.elapsed_days / self._info.curve_days, self._info.retrievability)
            painter.drawEllipse(today, 4, 4)

    def _point(self, x_fraction: float, retrievability: float) -> QPointF:
        top, foot = theme.scale_pixels(18), self.height() - theme.scale_pixels(_AXIS_HEIGHT)
        return QPointF(4 + x_fraction * (self.width() - 8), foot - retrievability * (foot - top))

"""Check boxes and radio buttons whose text wraps. Those of Qt are as wide as their text."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from studyapp.ui.kit import theme

_TEXT_FLAGS = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextShowMnemonic | Qt.AlignmentFlag.AlignLeft
_PADDING = 4
"""Pixels around the text, in which the focus ring is drawn."""

_INDICATOR_SIZE, _SPACING = 16, 6
"""Pixels, at a text size of 100 %. The style sheet gives check boxes a border of one more pixel."""

_MAX_HEIGHT = 10_000

if TYPE_CHECKING:
    _Button = QAbstractButton
else:
    _Button = object  # the concrete class has Qt's base class


class _WrappingText(_Button):
    """The base of check boxes and radio buttons with wrapping text."""

    def hasHeightForWidth(self) -> bool:
        """Return True: a narrow text has more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped text."""
        return max(self._text_rect(width).height(), self._indicator_size()) + 2 * _PADDING

    def sizeHint(self) -> QSize:
        """Return the size of a single line."""
        width = self._text_left() + self.fontMetrics().horizontalAdvance(self.text()) + 2 * _PADDING
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Allow any width that shows the longest word."""
        widest = max((self.fontMetrics().horizontalAdvance(word) for word in self.text().split()), default=0)
        return QSize(
            self._text_left() + min(widest, theme.scale_pixels(120)) + _PADDING,
            self._indicator_size() + 2 * _PADDING,
        )

    def hitButton(self, position: QPoint) -> bool:
        """React to a click on the indicator or the text."""
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the indicator, the wrapped text and the focus ring."""
        painter = QPainter(self)
        colours = theme.current_colours()
        size, line_height = self._indicator_size(), self.fontMetrics().height()
        text_rect = self._text_rect(self.width())
        self._draw_indicator(painter, QRect(0, _PADDING + max(0, (line_height - size) // 2), size, size))
        painter.setPen(QColor(colours.text if self.isEnabled() else colours.mutedText))
        painter.drawText(text_rect, _TEXT_FLAGS, self.text())
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRoundedRect(text_rect.adjusted(-3, -3, 3, 3), 4, 4)

    def _text_rect(self, width: int) -> QRect:
        left = self._text_left()
        space = QRect(left, _PADDING, max(1, width - left - _PADDING), _MAX_HEIGHT)
        return self.fontMetrics().boundingRect(space, _TEXT_FLAGS, self.text())

    def _draw_indicator(self, painter: QPainter, rect: QRect) -> None:
        raise NotImplementedError

    def _indicator_size(self) -> int:
        return theme.scale_pixels(_INDICATOR_SIZE) + 2

    def _text_left(self) -> int:
        return self._indicator_size() + theme.scale_pixels(_SPACING) + _PADDING


class WrappingCheckBox(_WrappingText, QCheckBox):
    """A check box for a text of any length."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setSizePolicy(_wrapping_size_policy())

    def _draw_indicator(self, painter: QPainter, rect: QRect) -> None:
        option = QStyleOptionButton()
        option.initFrom(self)
        option.state |= QStyle.StateFlag.State_On if self.isChecked() else QStyle.StateFlag.State_Off
        option.rect = rect
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorCheckBox, option, painter, self)


class WrappingRadioButton(_WrappingText, QRadioButton):
    """A radio button for a text of any length."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setSizePolicy(_wrapping_size_policy())

    def _draw_indicator(self, painter: QPainter, rect: QRect) -> None:
        """Draw a circle. The style sheet could only draw one of a fixed size."""
        colours = theme.current_colours()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.accent if self.isChecked() else colours.mutedText), 1))
        painter.setBrush(QColor(colours.accent if self.isChecked() else colours.panel))
        painter.drawEllipse(rect.adjusted(1, 1, -1, -1))
        if self.isChecked():
            inset = rect.width() // 3
            painter.setBrush(QColor(colours.panel))
            painter.drawEllipse(rect.adjusted(inset, inset, -inset, -inset))
        painter.restore()


def _wrapping_size_policy() -> QSizePolicy:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    return policy

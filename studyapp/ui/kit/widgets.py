"""Labels, buttons and panels that all pages share."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from studyapp.ui.kit import theme

_NARROW_WIDTH = 340
"""Pixels, at a text size of 100 %."""


def is_narrow(widget: QWidget) -> bool:
    """Return whether a widget is too narrow, for the current text size, to place things side by side."""
    return widget.width() < theme.scale_pixels(_NARROW_WIDTH)


def create_label(
    text: str, style_name: str, parent: QWidget | None = None, *, has_word_wrap: bool = False
) -> QLabel:
    """Create a plain-text label with this name in the style sheet. Text from decks is never interpreted as HTML."""
    label = QLabel(text, parent)
    label.setObjectName(style_name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(has_word_wrap)
    return label


class ElidedLabel(QLabel):
    """A single line of plain text that ends in an ellipsis if it does not fit."""

    def __init__(self, style_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(style_name)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def minimumSizeHint(self) -> QSize:
        """Allow any width."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the text, elided to the available width."""
        painter = QPainter(self)
        self.drawFrame(painter)
        rect = self.contentsRect()
        elided_text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, rect.width())
        self.style().drawItemText(
            painter, rect, self.alignment(), self.palette(), True, elided_text, self.foregroundRole()
        )


def create_button(text: str, style_name: str, parent: QWidget | None = None) -> QPushButton:
    """Create a button with this name in the style sheet."""
    button = QPushButton(text, parent)
    button.setObjectName(style_name)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button


def create_panel(parent: QWidget | None = None, margin: int = 24) -> tuple[QFrame, QVBoxLayout]:
    """Create a bordered panel. Return it and its layout."""
    frame = QFrame(parent)
    return frame, style_as_panel(frame, margin)


def style_as_panel(frame: QFrame, margin: int) -> QVBoxLayout:
    """Style a frame as a bordered panel and return its layout."""
    frame.setObjectName("panel")
    column = QVBoxLayout(frame)
    column.setContentsMargins(margin, margin, margin, margin)
    column.setSpacing(12)
    return column

"""The few shapes that pages are made of."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from studyapp.ui.kit import theme

_NARROW_WIDTH = 340
"""Pixels, at the usual size of text."""


def is_narrow(widget: QWidget) -> bool:
    """Whether a page or a part of it is so narrow, for the size of its text, that things can't stand side by side."""
    return widget.width() < theme.scale_pixels(_NARROW_WIDTH)


def create_label(
    text: str, style_name: str, parent: QWidget | None = None, *, has_word_wrap: bool = False
) -> QLabel:
    """Plain text, styled by its name; never read as HTML, whatever a deck says."""
    made = QLabel(text, parent)
    made.setObjectName(style_name)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(has_word_wrap)
    return made


def show_banner(banner: QLabel, text: str, *, is_info: bool) -> None:
    """Let a banner say this, as a warning or calmly."""
    banner.setProperty("calm", is_info)
    banner.style().unpolish(banner)  # else it would keep the look of the other kind
    banner.setText(text)
    banner.show()


class ElidedLabel(QLabel):
    """Plain text on one line, which ends in dots where there is no room for all of it."""

    def __init__(self, style_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(style_name)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def minimumSizeHint(self) -> QSize:
        """It may become as narrow as need be."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw as much as there is room for."""
        painter = QPainter(self)
        self.drawFrame(painter)
        area = self.contentsRect()
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
        self.style().drawItemText(
            painter, area, self.alignment(), self.palette(), True, words, self.foregroundRole()
        )


def create_button(text: str, style_name: str, parent: QWidget | None = None) -> QPushButton:
    """A button, styled by its name."""
    made = QPushButton(text, parent)
    made.setObjectName(style_name)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


def create_panel(parent: QWidget | None = None, margin: int = 24) -> tuple[QFrame, QVBoxLayout]:
    """A bordered panel and the column inside it."""
    frame = QFrame(parent)
    return frame, make_panel(frame, margin)


def make_panel(frame: QFrame, margin: int) -> QVBoxLayout:
    """Make a frame a panel; the column inside it."""
    frame.setObjectName("panel")
    column = QVBoxLayout(frame)
    column.setContentsMargins(margin, margin, margin, margin)
    column.setSpacing(12)
    return column

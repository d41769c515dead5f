"""The few shapes that pages are made of."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from studyapp.ui.kit import theme

_LITTLE = 340
"""Pixels, at the usual size of text."""


def has_little_room(widget: QWidget) -> bool:
    """Whether a page or a part of it is so narrow, for the size of its text, that things can't stand side by side."""
    return widget.width() < theme.pixels(_LITTLE)


def label(words: str, name: str, parent: QWidget | None = None, *, wraps: bool = False) -> QLabel:
    """Plain text, styled by its name; never read as HTML, whatever a deck says."""
    made = QLabel(words, parent)
    made.setObjectName(name)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wraps)
    return made


def say(banner: QLabel, words: str, *, calmly: bool) -> None:
    """Let a banner say this, as a warning or calmly."""
    banner.setProperty("calm", calmly)
    banner.style().unpolish(banner)  # else it would keep the look of the other kind
    banner.setText(words)
    banner.show()


class OneLine(QLabel):
    """Plain text on one line, which ends in dots where there is no room for all of it."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
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


def button(words: str, name: str, parent: QWidget | None = None) -> QPushButton:
    """A button, styled by its name."""
    made = QPushButton(words, parent)
    made.setObjectName(name)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


def panel(parent: QWidget | None = None, margin: int = 24) -> tuple[QFrame, QVBoxLayout]:
    """A bordered panel and the column inside it."""
    frame = QFrame(parent)
    return frame, fill_panel(frame, margin)


def fill_panel(frame: QFrame, margin: int) -> QVBoxLayout:
    """Make a frame a panel; the column inside it."""
    frame.setObjectName("panel")
    column = QVBoxLayout(frame)
    column.setContentsMargins(margin, margin, margin, margin)
    column.setSpacing(12)
    return column

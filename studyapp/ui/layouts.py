"""The few shapes that pages are made of."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget


def label(words: str, name: str, parent: QWidget | None = None, *, wraps: bool = False) -> QLabel:
    """Plain text, styled by its name; never read as HTML, whatever a deck says."""
    made = QLabel(words, parent)
    made.setObjectName(name)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wraps)
    return made


def button(words: str, name: str, parent: QWidget | None = None) -> QPushButton:
    """A button, styled by its name."""
    made = QPushButton(words, parent)
    made.setObjectName(name)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


def panel(parent: QWidget | None = None, margin: int = 24) -> tuple[QFrame, QVBoxLayout]:
    """A bordered panel and the column inside it."""
    frame = QFrame(parent)
    frame.setObjectName("panel")
    column = QVBoxLayout(frame)
    column.setContentsMargins(margin, margin, margin, margin)
    column.setSpacing(12)
    return frame, column

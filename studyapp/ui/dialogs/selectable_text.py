"""Plain text that wraps, even within a long path or link, and can be selected and read by caret."""

from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget


class SelectableText(QTextEdit):
    """A read-only text without a frame, as high as its lines. It is never interpreted as HTML."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("selectableText")
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setPlainText(text)

    def text(self) -> str:
        """Return the text."""
        return self.toPlainText()

    def setText(self, text: str) -> None:
        """Replace the text. That of Qt would interpret it as HTML."""
        self.setPlainText(text)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Return True: a narrow text has more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the text if it is this wide."""
        document = self.document().clone()
        document.setDefaultFont(self.font())
        frame = self.width() - self.viewport().width() if self.isVisible() else 2
        document.setTextWidth(width - frame)
        return ceil(document.size().height()) + frame

    def sizeHint(self) -> QSize:
        """Return the size of a narrow text."""
        width = 200
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Allow any width."""
        return QSize(0, self.fontMetrics().height())

"""A picture of a card at its full size."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPixmap
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

_SCREEN_SHARE = 0.9
"""The part of the screen that a picture may take."""


def max_picture_size(widget: QWidget) -> QSize:
    """Return the largest size in pixels of a picture on the widget's screen."""
    return widget.screen().availableSize() * _SCREEN_SHARE


class PictureDialog(QDialog):
    """Shows a picture. A click or any of Esc, Enter and Space closes it."""

    def __init__(self, image: QImage, alt_text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Picture"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(self.tr("Click to close"))
        self.picture_label = QLabel(self)
        self.picture_label.setAccessibleName(alt_text or self.windowTitle())
        self.setAccessibleDescription(alt_text)
        self.picture_label.setPixmap(QPixmap.fromImage(image))
        self.picture_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.picture_label)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        """Close the picture."""
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the picture with the keys that close it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.close()
        else:
            super().keyPressEvent(event)

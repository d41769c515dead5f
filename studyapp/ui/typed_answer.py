"""The field that an answer is typed into."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit


class TypedAnswer(QLineEdit):
    """Takes the key of undo only while there are letters to take back; else it is the page's."""

    def event(self, event: QEvent) -> bool:
        """Qt's own, but for that key."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
            and not self.isUndoAvailable()
        ):
            event.ignore()
            return False
        return super().event(event)

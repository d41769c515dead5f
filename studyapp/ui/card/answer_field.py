"""The field that an answer is typed into."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from studyapp.ui.kit.actions import get_shortcuts


class AnswerField(QLineEdit):
    """Takes the keys of undo and redo only while there are letters for them; else they are the page's."""

    def event(self, event: QEvent) -> bool:
        """Qt's own, but for those keys."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            pressed = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
            undoes = pressed in get_shortcuts("undo") and not self.isUndoAvailable()
            redoes = pressed in get_shortcuts("redo") and not self.isRedoAvailable()
            if undoes or redoes:
                event.ignore()
                return False
        return super().event(event)

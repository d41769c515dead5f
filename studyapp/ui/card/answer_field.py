"""The input field for typed answers."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from studyapp.ui.actions.shortcuts import get_shortcuts


class AnswerField(QLineEdit):
    """A line edit that handles the undo and redo shortcuts only if it has edits to undo or redo. Otherwise the
    page does."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._composed_text = ""

    def commit_composition(self) -> None:
        """Insert text that is still being composed with an input method, such as Chinese characters."""
        if not self._composed_text:
            return
        QGuiApplication.inputMethod().commit()
        if self._composed_text:  # the input method commits later or not at all
            event = QInputMethodEvent()
            event.setCommitString(self._composed_text)
            self.inputMethodEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember the text that is being composed."""
        super().inputMethodEvent(event)
        self._composed_text = event.preeditString()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo shortcuts to the page if there are no edits to undo or redo."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            shortcut = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
            is_page_undo = shortcut in get_shortcuts("undo") and not self.isUndoAvailable()
            is_page_redo = shortcut in get_shortcuts("redo") and not self.isRedoAvailable()
            if is_page_undo or is_page_redo:
                event.ignore()
                return False
        return super().event(event)

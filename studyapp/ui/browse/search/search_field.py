"""The field for a query: completion while typing, and a mark under a mistake."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import QColor, QInputMethodEvent, QKeyEvent, QKeySequence, QTextCharFormat
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from studyapp.core.search.completion import Completions
from studyapp.ui.actions.shortcuts import get_shortcuts
from studyapp.ui.kit import screen_reader, theme

_MAX_CANDIDATES_VISIBLE = 10


class SearchField(QLineEdit):
    """A line edit for a query. `complete` returns what fits the text and the position of the cursor in it."""

    tableRequested = Signal()
    """The user wants to go on to the found cards."""

    submitted = Signal()
    """The user has pressed Enter."""

    def __init__(self, complete: Callable[[str, int], Completions], parent: QWidget) -> None:
        super().__init__(parent)
        self._complete = complete
        self._completion = Completions(0, 0)
        self._is_composing = False
        self.setObjectName("searchField")
        self.setClearButtonEnabled(True)
        screen_reader.report_cursor(self)
        self._candidates = QStringListModel(self)
        self.completion_list = QCompleter(self._candidates, self)
        self.completion_list.setWidget(self)
        self.completion_list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.completion_list.setMaxVisibleItems(_MAX_CANDIDATES_VISIBLE)
        self.completions = QListView(self)
        self.completion_list.setPopup(self.completions)
        self.completions.setObjectName("completions")
        self.completion_list.activated.connect(self._insert)
        self.textEdited.connect(lambda _: self._offer_completion(is_asked=False))

    def mark_mistake(self, start: int, end: int) -> None:
        """Underline a part of the text, or nothing if it is empty."""
        if self._is_composing:
            return
        mark = QTextCharFormat()
        mark.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        mark.setUnderlineColor(QColor(theme.current_colours().again))
        mark.setForeground(QColor(theme.current_colours().again))
        kind = QInputMethodEvent.AttributeType.TextFormat
        attributes = (
            [QInputMethodEvent.Attribute(kind, start - self.cursorPosition(), end - start, mark)]
            if end > start
            else []
        )
        # Line edits have no other way to format parts of their text.
        super().inputMethodEvent(QInputMethodEvent("", attributes))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember whether a text is being composed, such as Chinese characters."""
        self._is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Enter, and leave undo and redo to the page if there are no edits to undo or redo."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                event.accept()
                return True
            key = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
            is_page_undo = key in get_shortcuts("undo") and not self.isUndoAvailable()
            is_page_redo = key in get_shortcuts("redo") and not self.isRedoAvailable()
            if is_page_undo or is_page_redo:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Complete, go on to the table, or clear the text."""
        popup = self.completions
        if popup.isVisible() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            # Where the popup gets the focus, its first row becomes the current one, but is not selected.
            if popup.selectionModel().hasSelection():
                event.ignore()  # the list of completions inserts the current one
                return
            popup.hide()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submitted.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.tableRequested.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.textEdited.emit("")
        elif event.key() == Qt.Key.Key_Space and event.modifiers() is Qt.KeyboardModifier.ControlModifier:
            self._offer_completion(is_asked=True)
        else:
            super().keyPressEvent(event)

    def _offer_completion(self, *, is_asked: bool) -> None:
        """Offer what fits the term before the cursor; before its first letter only if the user asks for it."""
        self._completion = self._complete(self.text(), self.cursorPosition())
        is_wanted = is_asked or self._completion.start < self.cursorPosition()
        popup = self.completions
        if not self._completion.candidates or not self.hasFocus() or not is_wanted:
            popup.hide()
            return
        self._candidates.setStringList(list(self._completion.candidates))
        popup.setCurrentIndex(self._candidates.index(-1))
        rect = self.cursorRect()
        rect.setWidth(min(theme.scale_pixels(320), self.width()))
        self.completion_list.complete(rect)

    def _insert(self, candidate: str) -> None:
        start, end, _ = self._completion
        text = self.text()
        self.setText(text[:start] + candidate + text[end:])
        self.setCursorPosition(start + len(candidate))
        self.textEdited.emit(self.text())

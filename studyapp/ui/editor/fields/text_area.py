"""A text field of several lines that grows with its text."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QSizePolicy, QWidget

from studyapp.core.text.text_formatting import TextEdit, TextFormat, continue_list, format_text
from studyapp.ui.actions.action_table import ACTIONS, ActionScope
from studyapp.ui.actions.shortcuts import get_shortcuts
from studyapp.ui.kit import theme

_MAX_LINES = 12
"""Lines that are shown. A longer text scrolls."""

_MARGIN = 8
"""Pixels around the text, at a text size of 100 %."""

_BORDERS = 4
"""Pixels of the borders above and below, as in the style sheet."""

_PARAGRAPH_SEPARATOR = "\u2029"

PasteMedia = Callable[[QMimeData], str | None]
"""Returns the text to insert for a picture or a sound, '' if it was refused, and None for other content."""


class TextArea(QPlainTextEdit):
    """Holds Markdown, or HTML if `is_html`.

    Tab leaves the field and Ctrl+Tab inserts a tab. Formatting commands are steps of the field's undo history.
    """

    focusEntered = Signal()
    focusLeft = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("textArea")
        self.is_html = False
        self.paste_media: PasteMedia = _no_media
        self._loaded_text = self._loaded_raw = ""
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(theme.scale_pixels(_MARGIN))
        self.document().documentLayout().documentSizeChanged.connect(self._fit_height)
        self._fit_height()

    def load_text(self, text: str) -> None:
        """Show a text, without an undo history."""
        self.setPlainText(text)
        self._loaded_text, self._loaded_raw = text, self._raw_text()

    def text(self) -> str:
        """Return the text. A text that was not edited is exactly as it was loaded, whatever characters it has."""
        raw = self._raw_text()
        return self._loaded_text if raw == self._loaded_raw else raw

    def change_text(self, text: str) -> None:
        """Replace the text as one step of the undo history, as far as it differs."""
        old = self._raw_text()
        start = 0
        while start < min(len(old), len(text)) and old[start] == text[start]:
            start += 1
        end_length = 0
        limit = min(len(old), len(text)) - start
        while end_length < limit and old[-1 - end_length] == text[-1 - end_length]:
            end_length += 1
        end = len(text) - end_length
        if old != text:
            self._apply(TextEdit(start, len(old) - end_length, text[start:end], end, end))

    def format_selection(self, text_format: TextFormat) -> None:
        """Format the selection, or remove the format."""
        text = self._raw_text()
        start, end = self._selection()
        self._apply(format_text(text_format, text, start, end, is_html=self.is_html))

    def insert_text(self, text: str) -> None:
        """Replace the selection by a text."""
        self.textCursor().insertText(text)
        self.ensureCursorVisible()

    def paste_plain(self) -> None:
        """Paste the text of the clipboard without its formatting."""
        self.insert_text(QApplication.clipboard().text())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Accept pictures and files too."""
        return source.hasImage() or source.hasUrls() or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert pictures and sounds as files of the deck, and HTML as Markdown."""
        media = self.paste_media(source)
        if media is not None:
            self.insert_text(media)
            return
        if source.hasHtml() and not self.is_html:
            from studyapp.services.editing.pasted_html import has_formatting, pasted_html_to_markdown

            if has_formatting(source.html()):
                self.insert_text(pasted_html_to_markdown(source.html()))
                return
        super().insertFromMimeData(source)

    def event(self, event: QEvent) -> bool:
        """Leave the shortcuts of the editor to the editor, such as Ctrl+K, which would delete the rest of the line."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            pressed = QKeySequence(event.keyCombination())
            if any(pressed in map(QKeySequence, get_shortcuts(name)) for name in _EDITOR_ACTIONS):
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Insert a tab with Ctrl+Tab, and continue a list with Enter."""
        control = Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Tab and event.modifiers() == control:
            self.insert_text("\t")
            return
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_return and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier and not self.is_html:
            start, end = self._selection()
            edit = continue_list(self._raw_text(), start) if start == end else None
            if edit is not None:
                self._apply(edit)
                return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Report the focus."""
        super().focusInEvent(event)
        self.focusEntered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Report that the focus is elsewhere. A menu over the window does not take it."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.focusLeft.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Adapt the height to the wrapped lines."""
        super().resizeEvent(event)
        self._fit_height()

    def sizeHint(self) -> QSize:
        """Return the height of the text."""
        return QSize(super().sizeHint().width(), self.height())

    def minimumSizeHint(self) -> QSize:
        """Allow narrow windows."""
        return QSize(theme.scale_pixels(80), self.height())

    def _fit_height(self) -> None:
        line_count = round(self.document().size().height())
        shown = min(max(line_count, 1), _MAX_LINES)
        line_height = self.cursorRect().height() or self.fontMetrics().lineSpacing()
        height = shown * line_height + 2 * theme.scale_pixels(_MARGIN) + _BORDERS
        if height != self.height():
            self.setFixedHeight(height)
        needs_bar = line_count > _MAX_LINES
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if needs_bar else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )

    def _raw_text(self) -> str:
        # Unlike `toPlainText`, this keeps non-breaking spaces.
        return self.document().toRawText().replace(_PARAGRAPH_SEPARATOR, "\n")

    def _selection(self) -> tuple[int, int]:
        """Return the selection as indexes of characters. Qt counts the UTF-16 units."""
        raw, cursor = self._raw_text(), self.textCursor()
        return _character_index(raw, cursor.selectionStart()), _character_index(raw, cursor.selectionEnd())

    def _apply(self, edit: TextEdit) -> None:
        raw = self._raw_text()
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.setPosition(_unit_index(raw, edit.start))
        cursor.setPosition(_unit_index(raw, edit.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(edit.replacement)
        cursor.endEditBlock()
        after = edit.apply_to(raw)
        cursor.setPosition(_unit_index(after, edit.selection_start))
        cursor.setPosition(_unit_index(after, edit.selection_end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()


_EDITOR_ACTIONS = tuple(action.name for action in ACTIONS if action.scope is ActionScope.EDITOR)


def _no_media(_source: QMimeData) -> str | None:
    return None


def _unit_index(text: str, index: int) -> int:
    return len(text[:index].encode("utf-16-le", "surrogatepass")) // 2


def _character_index(text: str, unit_index: int) -> int:
    return len(
        text.encode("utf-16-le", "surrogatepass")[: 2 * unit_index].decode("utf-16-le", "surrogatepass")
    )

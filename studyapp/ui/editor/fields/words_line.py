"""A line of words separated by spaces, such as tags, with completion of the word at the caret."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit, QWidget


class WordsLine(QLineEdit):
    """`load_words` returns the known words; it is called when the field first gets the focus."""

    def __init__(self, parent: QWidget, load_words: Callable[[], Sequence[str]]) -> None:
        super().__init__(parent)
        self._load_words: Callable[[], Sequence[str]] | None = load_words
        self.completion = QCompleter(self)
        self.completion.setWidget(self)
        self.completion.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.completion.setFilterMode(Qt.MatchFlag.MatchContains)
        self.completion.activated.connect(self._complete)
        self.textEdited.connect(self._offer)

    def words(self) -> tuple[str, ...]:
        """Return the words without duplicates."""
        return tuple(dict.fromkeys(self.text().split()))

    def show_words(self, words: Sequence[str]) -> None:
        """Show these words."""
        self.setText(" ".join(words))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Load the known words once."""
        super().focusInEvent(event)
        if self._load_words is not None:
            load, self._load_words = self._load_words, None
            self.completion.setModel(QStringListModel(list(load()), self.completion))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the candidate with Enter while the list is open."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not self._take_candidate():
            super().keyPressEvent(event)

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Take the candidate with Tab while the list is open."""
        return (is_next and self._take_candidate()) or super().focusNextPrevChild(is_next)

    @property
    def _popup(self) -> QAbstractItemView:
        popup = self.completion.popup()
        assert popup is not None
        return popup

    def _take_candidate(self) -> bool:
        """Complete the word with the selected candidate, or else the first one. Return False if the list is hidden."""
        if not self._popup.isVisible():
            return False
        index = self._popup.currentIndex()
        self._complete(str(index.data()) if index.isValid() else self.completion.currentCompletion())
        self._popup.hide()
        return True

    def _current_word(self) -> tuple[int, int]:
        text, caret = self.text(), self.cursorPosition()
        start = text.rfind(" ", 0, caret) + 1
        end = text.find(" ", caret)
        return start, end if end >= 0 else len(text)

    def _offer(self) -> None:
        start, end = self._current_word()
        word = self.text()[start:end]
        self.completion.setCompletionPrefix(word)
        if word and self.completion.completionCount() and self.completion.currentCompletion() != word:
            self.completion.complete()
        else:
            self._popup.hide()

    def _complete(self, word: str) -> None:
        start, end = self._current_word()
        text = self.text()
        self.setText(f"{text[:start]}{word} {text[end:].lstrip()}")
        self.setCursorPosition(start + len(word) + 1)

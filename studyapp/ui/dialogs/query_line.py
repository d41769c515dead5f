"""A line for a query, with a message about a mistake in it."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from studyapp.core.search.query_error import QueryError
from studyapp.ui.kit import formatting
from studyapp.ui.kit.widgets import create_label


class QueryLine(QWidget):
    """Takes a query. The message about a mistake is below it, and the mistake is selected."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        title_label = create_label(title, "furniture", self)
        self.edit = QLineEdit(self)
        self.edit.setAccessibleName(title)
        self.edit.setClearButtonEnabled(True)
        self.edit.textEdited.connect(self.hide_mistake)
        title_label.setBuddy(self.edit)
        self.message_label = create_label("", "fieldError", self, has_word_wrap=True)
        self.message_label.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (title_label, self.edit, self.message_label):
            column.addWidget(widget)

    @property
    def query(self) -> str:
        """The text of the query, without spaces around it."""
        return self.edit.text().strip()

    def show_mistake(self, error: QueryError) -> None:
        """Show what is wrong with the query, and where."""
        text = self.edit.text()
        offset = len(text) - len(text.lstrip())
        start, end = (_utf16_length(text[: offset + position]) for position in (error.start, error.end))
        message = formatting.format_error(error)
        self.edit.setAccessibleDescription(message)  # before the focus moves, so that screen readers say it
        self.edit.setFocus()
        self.edit.setSelection(start, end - start)
        self.message_label.setText(message)
        self.message_label.show()

    def hide_mistake(self) -> None:
        """Hide the message."""
        self.edit.setAccessibleDescription("")
        self.message_label.hide()


def _utf16_length(text: str) -> int:
    """Return how many characters Qt counts in the text."""
    return len(text.encode("utf-16-le")) // 2

"""The label below a search field that says what is wrong with the query."""

from PySide6.QtWidgets import QLabel, QWidget

from studyapp.ui.browse.search.search_field import SearchField
from studyapp.ui.kit import screen_reader
from studyapp.ui.kit.widgets import create_label


def create_query_error_label(parent: QWidget) -> QLabel:
    """Create the label, hidden."""
    label = create_label("", "fieldError", parent, has_word_wrap=True)
    label.hide()
    return label


def show_query_error(label: QLabel, field: SearchField, message: str, start: int = 0, end: int = 0) -> None:
    """Show what is wrong, and mark the mistake in the query from `start` to `end`. A screen reader says a new message."""
    is_new = label.isHidden() or label.text() != message
    label.setText(message)
    label.show()
    field.setAccessibleDescription(message)
    field.mark_mistake(start, end)
    if is_new:
        screen_reader.announce(message)


def clear_query_error(label: QLabel, field: SearchField) -> None:
    """Show that nothing is wrong."""
    if not label.isHidden():
        label.hide()
        field.setAccessibleDescription("")
        field.mark_mistake(0, 0)

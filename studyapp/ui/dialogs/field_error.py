"""An error message below the field that caused it."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from studyapp.ui.kit import screen_reader


class FieldError(QLabel):
    """Hidden until an error is shown. A label below each field, or one that stands for several fields."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._field: QWidget | None = None
        self._description = ""
        self.setObjectName("fieldError")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.hide()

    def show_error(self, field: QWidget, text: str, *, takes_focus: bool = True) -> None:
        """Show the error of a field, mark the field, focus it unless told otherwise, and announce the error to screen readers."""
        self.clear_error()
        self._field, self._description = field, field.accessibleDescription()
        field.setAccessibleDescription(" ".join(filter(None, [text, self._description])))
        _mark(field, is_invalid=True)
        self.setText(text)
        self.show()
        if takes_focus:
            QTimer.singleShot(0, self, self._return_focus)  # the focus may be on its way to another widget
        else:
            screen_reader.announce(text)

    def clear_error(self) -> None:
        """Hide the error and unmark the field."""
        self.hide()
        self.setText("")
        if self._field is not None:
            self._field.setAccessibleDescription(self._description)
            _mark(self._field, is_invalid=False)
            self._field = None

    def _return_focus(self) -> None:
        if self._field is not None:
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
            screen_reader.announce(self.text())


def _mark(field: QWidget, *, is_invalid: bool) -> None:
    field.setProperty("invalid", is_invalid)
    field.style().unpolish(field)  # otherwise Qt keeps the style of the previous property value
    field.style().polish(field)

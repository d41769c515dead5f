"""A dialog that asks for one line of text."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from studyapp.ui.dialogs.field_error import FieldError
from studyapp.ui.dialogs.scrolling_dialog import ScrollingDialog
from studyapp.ui.kit.widgets import create_label


class TextQuestionDialog(ScrollingDialog):
    """Accepted once a text was entered that `is_valid`. Any other text shows `error` and keeps the dialog open."""

    def __init__(
        self,
        heading: str,
        label: str,
        action: str,
        parent: QWidget,
        *,
        error: str,
        is_valid: Callable[[str], bool] = bool,
    ) -> None:
        super().__init__(parent, width=400)
        self.setWindowTitle(heading)
        self._error, self._is_valid = error, is_valid
        self.column.addWidget(create_label(heading, "dialogTitle", self, has_word_wrap=True))
        field_label = create_label(label, "furniture", self)
        self.column.addWidget(field_label)
        self.field = QLineEdit(self)
        field_label.setBuddy(self.field)
        self.column.addWidget(self.field)
        self.field_error = FieldError(self)
        self.field.textChanged.connect(self._clear_error)
        self.column.addWidget(self.field_error)
        self.column.addStretch(1)
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        self.action_button = self.add_button(action, "primary", is_default=True)
        self.action_button.clicked.connect(self._accept_text)
        self.field.setFocus()

    @property
    def text(self) -> str:
        """The text without spaces at its ends."""
        return self.field.text().strip()

    def _clear_error(self) -> None:
        self.field_error.clear_error()

    def _accept_text(self) -> None:
        if self._is_valid(self.text):
            self.accept()
        else:
            self.field_error.show_error(self.field, self._error)
            self.fit_content()

"""A message or a question: a heading, plain text and one or two buttons."""

from PySide6.QtWidgets import QWidget

from studyapp.ui.dialogs.scrolling_dialog import ScrollingDialog
from studyapp.ui.dialogs.selectable_text import SelectableText
from studyapp.ui.kit.widgets import create_label


class MessageDialog(ScrollingDialog):
    """Accepted by the button `action`. Enter, Esc and closing the window do what the button `safe_action` does: nothing.

    Without `action`, the dialog is a message that can only be closed.
    """

    def __init__(
        self, heading: str, text: str, parent: QWidget | None, *, safe_action: str, action: str = ""
    ) -> None:
        super().__init__(parent, width=440)
        self.setWindowTitle("StudyApp")
        self.setAccessibleName(heading)
        self.setAccessibleDescription(text)
        self.heading_label = create_label(heading, "dialogTitle", self, has_word_wrap=True)
        self.column.addWidget(self.heading_label)
        self.text_view = SelectableText(text, self)
        self.text_view.setAccessibleName(heading)
        self.text_view.setVisible(bool(text))
        self.column.addWidget(self.text_view)
        self.column.addStretch(1)
        self.safe_button = self.add_button(safe_action, "primary", is_default=True)
        self.safe_button.clicked.connect(self.reject)
        if action:
            self.action_button = self.add_button(action)
            self.action_button.clicked.connect(self.accept)
        self.safe_button.setFocus()

"""A quiet message in the editor, with an optional button."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from studyapp.ui.kit import screen_reader
from studyapp.ui.kit.widgets import create_button, create_label


class EditorNotice(QFrame):
    """Hidden until it shows a message. The message stays until the next one or until it is cleared."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.label = create_label("", "noticeText", self, has_word_wrap=True)
        self.button = create_button("", "flushLink", self)
        self.button.clicked.connect(self._run)
        self._handler: Callable[[], object] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.addWidget(self.label, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def show_message(
        self, text: str, *, is_info: bool, offer: str = "", handler: Callable[[], object] | None = None
    ) -> None:
        """Show a message, styled as information or as a warning, and a button if there is an offer. A screen reader
        says the message."""
        self.setProperty("calm", is_info)
        self.style().unpolish(self)  # otherwise Qt keeps the style of the previous property value
        self.style().polish(self)
        self.label.setText(text)
        self.button.setText(offer)
        self.button.setVisible(bool(offer))
        self._handler = handler
        self.show()
        screen_reader.announce(text)

    def clear(self) -> None:
        """Hide the message."""
        self._handler = None
        self.hide()

    def _run(self) -> None:
        handler = self._handler
        self.clear()
        if handler is not None:
            handler()

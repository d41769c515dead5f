"""A message within a dialog: the result of what it did, or a warning."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from studyapp.ui.dialogs.selectable_text import SelectableText
from studyapp.ui.kit import screen_reader, theme


class MessageBanner(QFrame):
    """A bordered text that can be selected. It is hidden until it shows a text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("messageBanner")
        self._text_view = SelectableText("", self)
        self._text_view.setAccessibleName(self.tr("Message"))
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.scale_pixels(margin) for margin in (14, 10, 14, 10)))
        column.addWidget(self._text_view)
        self.hide()

    def text(self) -> str:
        """Return the text."""
        return self._text_view.text()

    def show_text(self, text: str, *, is_info: bool) -> None:
        """Show a text, styled as information or as a warning, and announce it to screen readers."""
        self.setProperty("calm", is_info)
        self.style().unpolish(self)  # otherwise Qt keeps the style of the previous property value
        self._text_view.setText(text)
        self.show()
        if self.isVisible():
            screen_reader.announce(text)

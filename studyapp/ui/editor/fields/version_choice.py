"""The choice between two versions of a text, which are both shown."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from studyapp.ui.dialogs.selectable_text import SelectableText
from studyapp.ui.dialogs.wrapping_buttons import WrappingRadioButton
from studyapp.ui.kit import theme
from studyapp.ui.kit.widgets import create_label

_INDENT = 26
"""Pixels of a text below its radio button, at a text size of 100 %."""


class VersionChoice(QWidget):
    """Two texts below the label of a field, each with a button that chooses it."""

    chosen = Signal()

    def __init__(self, label: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._label = label
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(create_label(label, "groupTitle", self, has_word_wrap=True))
        self._group.buttonClicked.connect(lambda _button: self.chosen.emit())

    def add_version(self, caption: str, text: str) -> WrappingRadioButton:
        """Add a version, and return its button."""
        button = WrappingRadioButton(caption, self)
        button.setAccessibleName(f"{self._label}: {caption}")
        button.setAccessibleDescription(text)
        self._group.addButton(button)
        view = SelectableText(text or self.tr("(empty)"), self)
        view.setAccessibleName(f"{self._label}: {caption}")
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(button)
        indented = QVBoxLayout()
        indented.setContentsMargins(theme.scale_pixels(_INDENT), 0, 0, 0)
        indented.addWidget(view)
        column.addLayout(indented)
        self._column.addLayout(column)
        return button

"""The buttons of the formatting commands."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget

from studyapp.ui.actions.action_table import ACTIONS
from studyapp.ui.actions.shortcuts import format_shortcut, translate_label
from studyapp.ui.dialogs.button_row_layout import ButtonRowLayout
from studyapp.ui.kit import theme
from studyapp.ui.kit.icons import load_icon
from studyapp.ui.kit.widgets import create_button

_ICON_BY_ACTION = {
    "bold": "bold",
    "italic": "italic",
    "cloze": "cloze",
    "bullet-list": "bullets",
    "numbered-list": "numbers",
    "code": "code",
    "formula": "formula",
    "link": "link",
    "insert-media": "picture",
    "editor-keys": "keys",
}
_LABEL_BY_ACTION = {action.name: action for action in ACTIONS}
_ICON_SIZE = 20
"""Pixels, at a text size of 100 %."""


class EditorToolbar(QWidget):
    """The buttons don't take the focus, so that a command applies to the field that has it. Each has a shortcut."""

    def __init__(self, resources_folder: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._resources_folder = resources_folder
        self.button_by_action: dict[str, QPushButton] = {}
        row = ButtonRowLayout()
        row.setContentsMargins(0, 0, 0, 0)
        self.setLayout(row)
        for name in _ICON_BY_ACTION:
            button = self.button_by_action[name] = create_button("", "tool", self)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.add_button(button, is_leading=name != "editor-keys")
        self.restyle()

    def connect_actions(self, action_by_name: Mapping[str, QAction]) -> None:
        """Let the buttons trigger these actions, and name their shortcuts."""
        for name, button in self.button_by_action.items():
            label = translate_label(_LABEL_BY_ACTION[name])
            button.setAccessibleName(label)
            button.setToolTip(f"{label} ({format_shortcut(name)})")
            button.clicked.connect(action_by_name[name].trigger)

    def restyle(self) -> None:
        """Draw the icons in the colors of the current theme."""
        colour = theme.current_colours().mutedText
        size = theme.scale_pixels(_ICON_SIZE)
        for name, button in self.button_by_action.items():
            icon = load_icon(self._resources_folder, _ICON_BY_ACTION[name], colour, self.devicePixelRatioF())
            button.setIcon(icon)
            button.setIconSize(QSize(size, size))

    def hasHeightForWidth(self) -> bool:
        """Return True: a narrow toolbar has more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else 0

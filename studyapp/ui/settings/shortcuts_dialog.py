"""The dialog that changes keyboard shortcuts."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QKeySequenceEdit, QLabel, QLineEdit, QVBoxLayout, QWidget

from studyapp.ui.actions.action_table import ACTIONS
from studyapp.ui.actions.shortcuts import can_conflict, get_shortcuts, translate_label
from studyapp.ui.dialogs.field_error import FieldError
from studyapp.ui.dialogs.scrolling_dialog import ScrollingDialog
from studyapp.ui.kit import theme
from studyapp.ui.kit.app_settings import AppSettings
from studyapp.ui.kit.widgets import create_button, create_label

_RESERVED_KEYS = ("5", "6", "7", "8", "9", "PgUp", "PgDown", "Tab")
"""Keys that can't be assigned: they pick options 5 to 9, scroll, or move the focus."""

_FIELD_WIDTH = 150
"""Pixels, at a text size of 100 %."""


class ShortcutsDialog(ScrollingDialog):
    """Shows one row per action. A key replaces the first shortcut of its action; the further ones stay.

    A key that another action uses is rejected. If it is the first shortcut there, the two can be swapped.
    """

    shortcutsChanged = Signal()

    def __init__(self, app_settings: AppSettings, parent: QWidget) -> None:
        super().__init__(parent, width=620, min_height=560)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._app_settings = app_settings
        self._label_by_action = {action.name: translate_label(action) for action in ACTIONS}
        self.field_by_action: dict[str, QKeySequenceEdit] = {}
        self._further_keys_by_action: dict[str, QLabel] = {}
        self._swap: tuple[str, str] | None = None
        self.column.addWidget(create_label(self.windowTitle(), "dialogTitle", self, has_word_wrap=True))
        self._error_panel = self._build_error_panel()
        self._grid = self._build_grid()
        self.column.addLayout(self._grid)
        self.column.addStretch(1)
        self.restore_defaults_button = self.add_button(self.tr("Restore defaults"), is_leading=True)
        self.restore_defaults_button.clicked.connect(self._restore_defaults)
        # The fields record Esc as a shortcut, so it can't close the dialog.
        self.add_button(self.tr("Close")).clicked.connect(self.close)

    def _build_error_panel(self) -> QWidget:
        panel = QWidget(self)
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, 0, 0, 8)
        self.error_label = FieldError(panel)
        column.addWidget(self.error_label)
        self.swap_button = create_button(self.tr("Swap the two keys"), "secondary", panel)
        self.swap_button.setAutoDefault(False)
        self.swap_button.clicked.connect(self._swap_keys)
        column.addWidget(self.swap_button, 0, Qt.AlignmentFlag.AlignLeft)
        panel.hide()
        return panel

    def _build_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setColumnStretch(0, 1)
        for number, (name, label_text) in enumerate(self._label_by_action.items()):
            field = self.field_by_action[name] = QKeySequenceEdit(self)
            field.setMaximumSequenceLength(1)
            field.setFixedWidth(theme.scale_pixels(_FIELD_WIDTH))
            field.setAccessibleName(label_text)
            for inner_field in field.findChildren(QLineEdit):
                inner_field.setAccessibleName(label_text)
            field.editingFinished.connect(lambda name=name: self._change_shortcut(name))
            further_keys = self._further_keys_by_action[name] = create_label(
                "", "furniture", self, has_word_wrap=True
            )
            texts = QVBoxLayout()
            texts.setSpacing(0)
            texts.addWidget(create_label(label_text, "", self, has_word_wrap=True))
            texts.addWidget(further_keys)
            grid.addLayout(texts, 2 * number, 0)
            grid.addWidget(field, 2 * number, 1)
            self._show_shortcut(name)
        return grid

    def _show_shortcut(self, action_name: str) -> None:
        first, *further = get_shortcuts(action_name)
        self.field_by_action[action_name].setKeySequence(QKeySequence(first))
        label = self._further_keys_by_action[action_name]
        label.setVisible(bool(further))
        texts = [QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in further]
        label.setText(self.tr("Also: {keys}").format(keys="  ".join(texts)))

    def _change_shortcut(self, action_name: str) -> None:
        shortcut = self.field_by_action[action_name].keySequence()
        if shortcut in map(QKeySequence, get_shortcuts(action_name)):
            self._hide_error()
            self._show_shortcut(action_name)
            return
        other_action = self._find_conflict(action_name, shortcut)
        if other_action is not None:
            text = self.tr("{key} is already used for “{meaning}”.").format(
                key=shortcut.toString(QKeySequence.SequenceFormat.NativeText),
                meaning=self._label_by_action[other_action],
            )
            can_swap = self._can_swap(action_name, other_action, shortcut)
            self._reject_shortcut(action_name, text, swap_with=other_action if can_swap else None)
        elif shortcut.isEmpty() or shortcut in map(QKeySequence, _RESERVED_KEYS):
            self._reject_shortcut(action_name, self.tr("This key can't be used as a shortcut."))
        else:
            self._hide_error()
            self._store({action_name: shortcut.toString(QKeySequence.SequenceFormat.PortableText)})

    def _find_conflict(self, action_name: str, shortcut: QKeySequence) -> str | None:
        """Return another action that has this shortcut in the same place."""
        return next(
            (
                other
                for other in self._label_by_action
                if other != action_name
                and can_conflict(action_name, other)
                and shortcut in map(QKeySequence, get_shortcuts(other))
            ),
            None,
        )

    def _can_swap(self, action_name: str, other_action: str, shortcut: QKeySequence) -> bool:
        """Return whether `shortcut` is the first one of the other action, and no third action prevents a swap."""
        former_key = QKeySequence(get_shortcuts(action_name)[0])
        is_first = shortcut == QKeySequence(get_shortcuts(other_action)[0])
        return is_first and self._find_conflict(other_action, former_key) in (None, action_name)

    def _reject_shortcut(self, action_name: str, text: str, *, swap_with: str | None = None) -> None:
        self._show_shortcut(action_name)
        self._swap = None if swap_with is None else (action_name, swap_with)
        self.swap_button.setVisible(swap_with is not None)
        number = list(self._label_by_action).index(action_name)
        self._grid.addWidget(self._error_panel, 2 * number + 1, 0, 1, 2)
        self._error_panel.show()
        self.error_label.show_error(self.field_by_action[action_name], text)
        self.scroll_to(self._error_panel)

    def _hide_error(self) -> None:
        self._swap = None
        self.error_label.clear_error()
        self._error_panel.hide()

    def _swap_keys(self) -> None:
        if self._swap is not None:
            one, other = self._swap
            self._hide_error()
            self._store({one: get_shortcuts(other)[0], other: get_shortcuts(one)[0]})
            self.field_by_action[one].setFocus()

    def _store(self, shortcut_by_action: dict[str, str | None]) -> None:
        """Store custom shortcuts, or None for the defaults, and show them."""
        for name, shortcut in shortcut_by_action.items():
            self._app_settings.set_shortcut(name, shortcut)
        self.shortcutsChanged.emit()
        for name in self._label_by_action:
            self._show_shortcut(name)

    def _restore_defaults(self) -> None:
        self._hide_error()
        self._store(dict.fromkeys(self._app_settings.shortcut_by_action))

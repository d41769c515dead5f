"""The dialog that changes keyboard shortcuts."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QKeySequenceEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from studyapp.ui.kit.actions import ACTIONS, get_shortcuts, translate_label
from studyapp.ui.kit.app_settings import AppSettings
from studyapp.ui.kit.widgets import create_button, create_label

_RESERVED_KEYS = ("5", "6", "7", "8", "9", "PgUp", "PgDown", "Tab")
"""Keys that can't be assigned: they pick options 5 to 9, scroll, or move the focus."""


class ShortcutsDialog(QDialog):
    """Shows one row per action. A shortcut that another action uses is rejected."""

    shortcutsChanged = Signal()

    def __init__(self, app_settings: AppSettings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._app_settings = app_settings
        self._label_by_action = {action.name: translate_label(action) for action in ACTIONS}
        self.field_by_action: dict[str, QKeySequenceEdit] = {}
        self.error_banner = create_label("", "banner", self, has_word_wrap=True)
        self.error_banner.hide()
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._build_grid())
        reset = create_button(self.tr("Restore defaults"), "secondary", self)
        reset.setAutoDefault(False)
        reset.clicked.connect(self._restore_defaults)
        self.restore_defaults_button = reset
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(area, 1)
        column.addWidget(self.error_banner)
        # The fields record Esc as a shortcut, so it can't close the dialog.
        close = create_button(self.tr("Close"), "secondary", self)
        close.setAutoDefault(False)
        close.clicked.connect(self.close)
        row = QHBoxLayout()
        row.addWidget(reset)
        row.addStretch(1)
        row.addWidget(close)
        column.addLayout(row)
        self.resize(620, 560)

    def _build_grid(self) -> QWidget:
        holder = QWidget(self)
        holder.setObjectName("column")
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setHorizontalSpacing(24)
        grid.setColumnStretch(0, 1)
        for row, (name, label) in enumerate(self._label_by_action.items()):
            field = self.field_by_action[name] = QKeySequenceEdit(
                QKeySequence(get_shortcuts(name)[0]), holder
            )
            field.setMaximumSequenceLength(1)
            field.setAccessibleName(label)
            field.editingFinished.connect(lambda name=name: self._change_shortcut(name))
            grid.addWidget(create_label(label, "", holder, has_word_wrap=True), row, 0)
            grid.addWidget(field, row, 1)
        return holder

    def _change_shortcut(self, action_name: str) -> None:
        shortcut = self.field_by_action[action_name].keySequence()
        if shortcut in map(QKeySequence, get_shortcuts(action_name)):
            self.error_banner.hide()
            return
        conflicting_action = next(
            (
                other_action
                for other_action in self._label_by_action
                if other_action != action_name and shortcut in map(QKeySequence, get_shortcuts(other_action))
            ),
            None,
        )
        shortcut_text = shortcut.toString(QKeySequence.SequenceFormat.NativeText)
        if conflicting_action is not None:
            self._reject_shortcut(
                action_name,
                self.tr("{key} is already used for “{meaning}”.").format(
                    key=shortcut_text, meaning=self._label_by_action[conflicting_action]
                ),
            )
        elif shortcut.isEmpty() or shortcut in map(QKeySequence, _RESERVED_KEYS):
            self._reject_shortcut(action_name, self.tr("This key can't be used as a shortcut."))
        else:
            self.error_banner.hide()
            self._app_settings.set_shortcut(
                action_name, shortcut.toString(QKeySequence.SequenceFormat.PortableText)
            )
            self.shortcutsChanged.emit()

    def _reject_shortcut(self, action_name: str, text: str) -> None:
        self.error_banner.setText(text)
        self.error_banner.show()
        self.field_by_action[action_name].setKeySequence(QKeySequence(get_shortcuts(action_name)[0]))

    def _restore_defaults(self) -> None:
        for name in self._app_settings.shortcut_by_action:
            self._app_settings.set_shortcut(name, None)
        self.error_banner.hide()
        self.shortcutsChanged.emit()
        for name, field in self.field_by_action.items():
            field.setKeySequence(QKeySequence(get_shortcuts(name)[0]))

"""All keys, to choose others."""

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

from studyapp.ui.kit.actions import ACTIONS, keys_of, label_of
from studyapp.ui.kit.widgets import button, label
from studyapp.ui.kit.window_settings import Remembered

_TAKEN = ("5", "6", "7", "8", "9", "PgUp", "PgDown", "Tab")
"""Keys that can't be given away: they pick far options and move what does not fit."""


class KeysDialog(QDialog):
    """A row for each deed. A key that another deed has is refused."""

    changed = Signal()

    def __init__(self, remembered: Remembered, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._remembered = remembered
        self._meanings = {action.name: label_of(action) for action in ACTIONS}
        self.fields: dict[str, QKeySequenceEdit] = {}
        self.trouble = label("", "banner", self, wraps=True)
        self.trouble.hide()
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._grid())
        reset = button(self.tr("Usual keys"), "secondary", self)
        reset.setAutoDefault(False)
        reset.clicked.connect(self._reset)
        self.reset = reset
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(area, 1)
        column.addWidget(self.trouble)
        close = button(self.tr("Close"), "secondary", self)  # Esc is a key to choose here, and closes nothing
        close.setAutoDefault(False)
        close.clicked.connect(self.close)
        row = QHBoxLayout()
        row.addWidget(reset)
        row.addStretch(1)
        row.addWidget(close)
        column.addLayout(row)
        self.resize(620, 560)

    def _grid(self) -> QWidget:
        holder = QWidget(self)
        holder.setObjectName("column")
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setHorizontalSpacing(24)
        grid.setColumnStretch(0, 1)
        for row, (name, meaning) in enumerate(self._meanings.items()):
            field = self.fields[name] = QKeySequenceEdit(QKeySequence(keys_of(name)[0]), holder)
            field.setMaximumSequenceLength(1)
            field.setAccessibleName(meaning)
            field.editingFinished.connect(lambda name=name: self._chosen(name))
            grid.addWidget(label(meaning, "", holder, wraps=True), row, 0)
            grid.addWidget(field, row, 1)
        return holder

    def _chosen(self, name: str) -> None:
        key = self.fields[name].keySequence()
        if key in map(QKeySequence, keys_of(name)):
            self.trouble.hide()
            return
        owner = next(
            (other for other in self._meanings if other != name and key in map(QKeySequence, keys_of(other))),
            None,
        )
        words = key.toString(QKeySequence.SequenceFormat.NativeText)
        if owner is not None:
            self._refuse(
                name,
                self.tr("{key} is the key for “{meaning}”.").format(key=words, meaning=self._meanings[owner]),
            )
        elif key.isEmpty() or key in map(QKeySequence, _TAKEN):
            self._refuse(name, self.tr("This key can't be chosen."))
        else:
            self.trouble.hide()
            self._remembered.choose_key(name, key.toString(QKeySequence.SequenceFormat.PortableText))
            self.changed.emit()

    def _refuse(self, name: str, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.show()
        self.fields[name].setKeySequence(QKeySequence(keys_of(name)[0]))

    def _reset(self) -> None:
        for name in self._remembered.keys:
            self._remembered.choose_key(name, None)
        self.trouble.hide()
        self.changed.emit()
        for name, field in self.fields.items():
            field.setKeySequence(QKeySequence(keys_of(name)[0]))

"""A session of one's own making: which cards, and of which tags and sections."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from studyapp.core.study.custom_study_selection import Asked, Selection
from studyapp.services.study.custom_study import Labels
from studyapp.ui.kit import formatting, theme
from studyapp.ui.kit.checkable_list import TickList
from studyapp.ui.kit.widgets import button, label

T = TypeVar("T")

_LIST = 210
"""Pixels of one list beside others."""


class CustomDialog(QDialog):
    """Asks what to ask; `start` is called with what was selected."""

    def __init__(
        self, title: str, labels: Labels, start: Callable[[Selection], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Custom session"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._start = start
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(title, "dialogTitle", self, wraps=True))
        self.new, self.days = self._number(10, 999), self._number(1, 365)
        self.new.setAccessibleName(self.tr("How many new cards"))
        self.days.setAccessibleName(self.tr("How many days ahead"))
        self.choices = self._choices(column)
        self.note = label("", "furniture", self, wraps=True)
        column.addWidget(self.note)
        lists = QHBoxLayout()
        lists.setSpacing(12)
        column.addLayout(lists, 1)
        self.tags = self._list(lists, self.tr("Only these tags"), labels.tags, str)
        self.sections = self._list(lists, self.tr("Only these sections"), labels.sections, formatting.section)
        self.flags = self._list(lists, self.tr("Only these flags"), labels.flags, formatting.flag)
        row = QHBoxLayout()
        row.addStretch(1)
        cancel = button(self.tr("Cancel"), "secondary", self)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.start = button(self.tr("Start"), "primary", self)
        self.start.setDefault(True)
        self.start.clicked.connect(self._begin)
        row.addWidget(cancel)
        row.addWidget(self.start)
        column.addLayout(row)
        self.choices[Asked.TODAY].setChecked(True)
        self._explain()
        width = max(440, theme.pixels(_LIST) * sum(map(bool, labels)))
        self.resize(width, theme.pixels(560) if any(labels) else self.sizeHint().height())

    def selection(self) -> Selection:
        """What the person has chosen so far."""
        asked = next(asked for asked, choice in self.choices.items() if choice.isChecked())
        return Selection(
            asked,
            self.days.value(),
            self.new.value(),
            frozenset(_ticked(self.tags)),
            frozenset(_ticked(self.sections)),
            frozenset(_ticked(self.flags)),
        )

    def _choices(self, column: QVBoxLayout) -> dict[Asked, QRadioButton]:
        words = {
            Asked.TODAY: self.tr("What is due and new today"),
            Asked.NEW: self.tr("More new cards:"),
            Asked.AHEAD: self.tr("What comes due on the next days too:"),
            Asked.FORGOTTEN: self.tr("Practise what was forgotten today"),
            Asked.ALL: self.tr("Practise everything"),
        }
        grid = QGridLayout()
        grid.setVerticalSpacing(8)
        group = QButtonGroup(self)
        found = {}
        for row, (asked, meaning) in enumerate(words.items()):
            choice = found[asked] = QRadioButton(meaning, self)
            choice.toggled.connect(self._explain)
            group.addButton(choice)
            grid.addWidget(choice, row, 0)
        grid.addWidget(self.new, 1, 1)
        grid.addWidget(self.days, 2, 1)
        grid.setColumnStretch(0, 1)
        column.addLayout(grid)
        return found

    def _explain(self) -> None:
        if not any(choice.isChecked() for choice in self.choices.values()):  # between one and the next
            return
        asked = self.selection()
        self.note.setText(
            self.tr("Practice keeps no ratings and leaves the schedule as it is.")
            if asked.is_practice
            else self.tr("Ratings count as in any session.")
        )
        self.new.setEnabled(asked.asked is Asked.NEW)
        self.days.setEnabled(asked.asked is Asked.AHEAD)

    def _number(self, value: int, most: int) -> QSpinBox:
        box = QSpinBox(self)
        box.setRange(1, most)
        box.setValue(value)
        box.setMinimumWidth(80)
        return box

    def _list(
        self, row: QHBoxLayout, title: str, values: Sequence[T], words: Callable[[T], str]
    ) -> QListWidget:
        made = TickList(self)
        made.setAccessibleName(title)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for value in values:
            item = QListWidgetItem(words(value), made)
            item.setData(Qt.ItemDataRole.UserRole, value)
            item.setCheckState(Qt.CheckState.Unchecked)
        head = label(title, "furniture", self)
        column = QVBoxLayout()
        column.addWidget(head)
        column.addWidget(made)
        row.addLayout(column)
        head.setVisible(bool(values))
        made.setVisible(bool(values))
        return made

    def _begin(self) -> None:
        self.accept()
        self._start(self.selection())


def _ticked(found: QListWidget) -> Iterator[Any]:
    """What the rows that are ticked stand for."""
    for row in range(found.count()):
        if found.item(row).checkState() is Qt.CheckState.Checked:
            yield found.item(row).data(Qt.ItemDataRole.UserRole)

"""The custom study dialog."""

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

from studyapp.core.study.custom_study_selection import CustomStudySelection, StudyScope
from studyapp.services.study.custom_study import CardFilters
from studyapp.ui.dialogs.checkable_list import CheckableList
from studyapp.ui.kit import formatting, theme
from studyapp.ui.kit.widgets import create_button, create_label

T = TypeVar("T")

_LIST_WIDTH = 210
"""Width of each filter list in pixels, at a text size of 100 %."""


class CustomStudyDialog(QDialog):
    """Asks which cards to study. `start_session` is called with the selection."""

    def __init__(
        self,
        title: str,
        filters: CardFilters,
        start_session: Callable[[CustomStudySelection], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Custom study"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._start_session = start_session
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(create_label(title, "dialogTitle", self, has_word_wrap=True))
        self.new_cards_box, self.days_ahead_box = (
            self._create_spin_box(10, 999),
            self._create_spin_box(1, 365),
        )
        self.new_cards_box.setAccessibleName(self.tr("Number of new cards"))
        self.days_ahead_box.setAccessibleName(self.tr("Days ahead"))
        self.button_by_scope = self._build_scope_buttons(column)
        self.explanation_label = create_label("", "furniture", self, has_word_wrap=True)
        column.addWidget(self.explanation_label)
        lists = QHBoxLayout()
        lists.setSpacing(12)
        column.addLayout(lists, 1)
        self.tag_list = self._create_filter_list(lists, self.tr("Only these tags"), filters.tags, str)
        self.section_list = self._create_filter_list(
            lists, self.tr("Only these sections"), filters.sections, formatting.format_section
        )
        self.flag_list = self._create_filter_list(
            lists, self.tr("Only these flags"), filters.flags, formatting.format_flag
        )
        column.addLayout(self._build_buttons())
        self.button_by_scope[StudyScope.TODAY].setChecked(True)
        self._update_explanation()
        width = max(440, theme.scale_pixels(_LIST_WIDTH) * sum(map(bool, filters)))
        self.resize(width, theme.scale_pixels(560) if any(filters) else self.sizeHint().height())

    def _build_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        cancel = create_button(self.tr("Cancel"), "secondary", self)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.start_button = create_button(self.tr("Start"), "primary", self)
        self.start_button.setDefault(True)
        self.start_button.clicked.connect(self._accept_and_start)
        row.addWidget(cancel)
        row.addWidget(self.start_button)
        return row

    def read_selection(self) -> CustomStudySelection:
        """Return the current selection."""
        scope = next(scope for scope, button in self.button_by_scope.items() if button.isChecked())
        return CustomStudySelection(
            scope,
            self.days_ahead_box.value(),
            self.new_cards_box.value(),
            frozenset(_checked_values(self.tag_list)),
            frozenset(_checked_values(self.section_list)),
            frozenset(_checked_values(self.flag_list)),
        )

    def _build_scope_buttons(self, column: QVBoxLayout) -> dict[StudyScope, QRadioButton]:
        label_by_scope = {
            StudyScope.TODAY: self.tr("Today's cards"),
            StudyScope.MORE_NEW: self.tr("More new cards:"),
            StudyScope.AHEAD: self.tr("Review ahead (days):"),
            StudyScope.FORGOTTEN_TODAY: self.tr("Practice cards forgotten today"),
            StudyScope.ALL: self.tr("Practice all cards"),
        }
        grid = QGridLayout()
        grid.setVerticalSpacing(8)
        group = QButtonGroup(self)
        button_by_scope = {}
        for row, (scope, label) in enumerate(label_by_scope.items()):
            button = button_by_scope[scope] = QRadioButton(label, self)
            button.toggled.connect(self._update_explanation)
            group.addButton(button)
            grid.addWidget(button, row, 0)
        grid.addWidget(self.new_cards_box, 1, 1)
        grid.addWidget(self.days_ahead_box, 2, 1)
        grid.setColumnStretch(0, 1)
        column.addLayout(grid)
        return button_by_scope

    def _update_explanation(self) -> None:
        # No button is checked while the checked one changes.
        if not any(button.isChecked() for button in self.button_by_scope.values()):
            return
        selection = self.read_selection()
        self.explanation_label.setText(
            self.tr("Practice doesn't affect your schedule.")
            if selection.is_practice
            else self.tr("Ratings count as usual.")
        )
        self.new_cards_box.setEnabled(selection.scope is StudyScope.MORE_NEW)
        self.days_ahead_box.setEnabled(selection.scope is StudyScope.AHEAD)

    def _create_spin_box(self, value: int, maximum: int) -> QSpinBox:
        box = QSpinBox(self)
        box.setRange(1, maximum)
        box.setValue(value)
        box.setMinimumWidth(80)
        return box

    def _create_filter_list(
        self, row: QHBoxLayout, title: str, values: Sequence[T], format_value: Callable[[T], str]
    ) -> QListWidget:
        list_widget = CheckableList(self)
        list_widget.setAccessibleName(title)
        list_widget.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for value in values:
            item = QListWidgetItem(format_value(value), list_widget)
            item.setData(Qt.ItemDataRole.UserRole, value)
            item.setCheckState(Qt.CheckState.Unchecked)
        title_label = create_label(title, "furniture", self)
        column = QVBoxLayout()
        column.addWidget(title_label)
        column.addWidget(list_widget)
        row.addLayout(column)
        title_label.setVisible(bool(values))
        list_widget.setVisible(bool(values))
        return list_widget

    def _accept_and_start(self) -> None:
        self.accept()
        self._start_session(self.read_selection())


def _checked_values(list_widget: QListWidget) -> Iterator[Any]:
    """Yield the values of the checked items."""
    for row in range(list_widget.count()):
        if list_widget.item(row).checkState() is Qt.CheckState.Checked:
            yield list_widget.item(row).data(Qt.ItemDataRole.UserRole)

"""The custom study dialog."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QGridLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from studyapp.core.cards.card_id import CardId
from studyapp.core.search.query_error import QueryError
from studyapp.core.study.custom_study_selection import CustomStudySelection, StudyScope
from studyapp.services.study.custom.custom_study import CardFilters
from studyapp.ui.dialogs.checkable_list import CheckableList
from studyapp.ui.dialogs.query_line import QueryLine
from studyapp.ui.dialogs.scrolling_dialog import ScrollingDialog, available_geometry
from studyapp.ui.dialogs.spin_box import create_spin_box
from studyapp.ui.dialogs.wrapping_buttons import WrappingRadioButton
from studyapp.ui.kit import formatting, theme
from studyapp.ui.kit.widgets import create_label

T = TypeVar("T")

_LIST_WIDTH = 210
"""Width of each filter list in pixels, at a text size of 100 %."""

_MIN_LIST_HEIGHT = 120
"""Pixels, at a text size of 100 %."""


class CustomStudyDialog(ScrollingDialog):
    """Asks which cards to study. `find_cards` returns the cards that match a query, or raises QueryError. `start_session` is
    called with the selection."""

    def __init__(
        self,
        title: str,
        filters: CardFilters,
        find_cards: Callable[[str], frozenset[CardId]],
        start_session: Callable[[CustomStudySelection], None],
        parent: QWidget,
    ) -> None:
        width = max(440, _LIST_WIDTH * sum(map(bool, filters)))
        super().__init__(parent, width=width, min_height=560 if any(filters) else 0)
        self.setWindowTitle(self.tr("Custom study"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._find_cards, self._start_session = find_cards, start_session
        column = self.column
        column.addWidget(create_label(title, "dialogTitle", self, has_word_wrap=True))
        self.new_cards_box, self.days_ahead_box = (
            create_spin_box(10, 1, 999, self),
            create_spin_box(1, 1, 365, self),
        )
        self.new_cards_box.setAccessibleName(self.tr("Number of new cards"))
        self.days_ahead_box.setAccessibleName(self.tr("Days ahead"))
        self.button_by_scope = self._build_scope_buttons(column)
        self.explanation_label = create_label("", "furniture", self, has_word_wrap=True)
        column.addWidget(self.explanation_label)
        self.query_line = QueryLine(self.tr("Only cards that match this search"), self)
        column.addWidget(self.query_line)
        lists = QBoxLayout(self._list_direction(sum(map(bool, filters))))
        lists.setSpacing(12)
        column.addLayout(lists, 1)
        self.tag_list = self._create_filter_list(lists, self.tr("Only these tags"), filters.tags, str)
        self.section_list = self._create_filter_list(
            lists, self.tr("Only these sections"), filters.sections, formatting.format_section
        )
        self.flag_list = self._create_filter_list(
            lists, self.tr("Only these flags"), filters.flags, formatting.format_flag
        )
        self._add_buttons()
        self.button_by_scope[StudyScope.TODAY].setChecked(True)
        self._update_explanation()

    def _add_buttons(self) -> None:
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        self.start_button = self.add_button(self.tr("Start"), "primary", is_default=True)
        self.start_button.clicked.connect(self._accept_and_start)

    def _list_direction(self, count: int) -> QBoxLayout.Direction:
        """Place the lists side by side if the screen is wide enough for the text size."""
        fits = theme.scale_pixels(_LIST_WIDTH) * count <= available_geometry(self).width()
        return QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom

    def read_selection(self) -> CustomStudySelection:
        """Return the current selection, without the cards that match the search."""
        scope = next(scope for scope, button in self.button_by_scope.items() if button.isChecked())
        return CustomStudySelection(
            scope,
            self.days_ahead_box.value(),
            self.new_cards_box.value(),
            frozenset(_checked_values(self.tag_list)),
            frozenset(_checked_values(self.section_list)),
            frozenset(_checked_values(self.flag_list)),
        )

    def _build_scope_buttons(self, column: QVBoxLayout) -> dict[StudyScope, WrappingRadioButton]:
        label_by_scope = {
            StudyScope.TODAY: self.tr("Today's cards"),
            StudyScope.MORE_NEW: self.tr("More new cards:"),
            StudyScope.AHEAD: self.tr("Review ahead (days):"),
            StudyScope.FORGOTTEN_TODAY: self.tr("Practice cards forgotten today"),
            StudyScope.SURE_BUT_WRONG: self.tr("Practice mistakes you were sure of"),
            StudyScope.ALL: self.tr("Practice all cards"),
        }
        grid = QGridLayout()
        grid.setVerticalSpacing(8)
        group = QButtonGroup(self)
        button_by_scope = {}
        box_by_scope = {StudyScope.MORE_NEW: self.new_cards_box, StudyScope.AHEAD: self.days_ahead_box}
        for row, (scope, label) in enumerate(label_by_scope.items()):
            button = button_by_scope[scope] = WrappingRadioButton(label, self)
            button.toggled.connect(self._update_explanation)
            group.addButton(button)
            has_box = scope in box_by_scope
            grid.addWidget(button, row, 0, 1, 1 if has_box else 2)
            if has_box:
                grid.addWidget(box_by_scope[scope], row, 1)
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

    def _create_filter_list(
        self, row: QBoxLayout, title: str, values: Sequence[T], format_value: Callable[[T], str]
    ) -> QListWidget:
        list_widget = CheckableList(self)
        list_widget.setAccessibleName(title)
        list_widget.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for value in values:
            item = QListWidgetItem(format_value(value), list_widget)
            item.setData(Qt.ItemDataRole.UserRole, value)
            item.setCheckState(Qt.CheckState.Unchecked)
        list_widget.setMinimumHeight(theme.scale_pixels(_MIN_LIST_HEIGHT))
        title_label = create_label(title, "furniture", self)
        title_label.setBuddy(list_widget)
        column = QVBoxLayout()
        column.addWidget(title_label)
        column.addWidget(list_widget)
        row.addLayout(column)
        title_label.setVisible(bool(values))
        list_widget.setVisible(bool(values))
        return list_widget

    def _accept_and_start(self) -> None:
        query = self.query_line.query
        try:
            cards = self._find_cards(query) if query else None
        except QueryError as error:
            self.query_line.show_mistake(error)
            return
        self.accept()
        self._start_session(self.read_selection()._replace(cards=cards))


def _checked_values(list_widget: QListWidget) -> Iterator[Any]:
    """Yield the values of the checked items."""
    for row in range(list_widget.count()):
        if list_widget.item(row).checkState() is Qt.CheckState.Checked:
            yield list_widget.item(row).data(Qt.ItemDataRole.UserRole)

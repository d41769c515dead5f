"""The table of found cards: selection, columns and their menu."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, cast

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPoint,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QTableView, QWidget

from studyapp.core.cards.card_id import CardId
from studyapp.store.search.card_order import CardColumn
from studyapp.ui.browse.browse_settings import BrowseSettings
from studyapp.ui.browse.column_menus import build_column_menu, build_order_menu
from studyapp.ui.browse.rows.column_texts import NUMERIC_COLUMNS
from studyapp.ui.browse.rows.row_delegate import RowDelegate, padding_width, state_column_width
from studyapp.ui.browse.rows.row_model import STATE_COLUMN, RowModel, row_numbers, runs_of
from studyapp.ui.kit import formatting, theme
from studyapp.ui.kit.screen_reader import report_focused_child

_ROW_HEIGHT, _MIN_COLUMN_WIDTH, _MIN_TEXT_WIDTH = 32, 32, 100
_DEFAULT_WIDTHS = {CardColumn.DECK: 120, CardColumn.EVIDENCE: 120}
_DEFAULT_WIDTH, _DEFAULT_NUMBER_WIDTH = 110, 88
"""Pixels, at a text size of 100 %."""

_DATE_COLUMNS = (CardColumn.DUE, CardColumn.ADDED, CardColumn.EDITED)
_WIDE_DATE = 20_785
"""A study day in November, whose date has two digits for the day and the month."""

_TEXT_COLUMNS = (CardColumn.QUESTION, CardColumn.ANSWER)
"""They share the width that the others leave."""

_Flags = QItemSelectionModel.SelectionFlag


class TableState(NamedTuple):
    """The cards of the selected rows, of the current row, and of the row at the top unless that is the first one."""

    selected: Sequence[CardId]
    current: CardId | None
    top: CardId | None


class RowTable(QTableView):
    """Shows the rows of a model. Only what is visible is read and drawn."""

    orderChanged = Signal()
    """The user has chosen another column to sort by, or another direction."""

    selectionEnded = Signal()
    """Other rows are selected."""

    def __init__(self, model: RowModel, settings: BrowseSettings, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows, self._settings = model, settings
        self._is_fitting = False
        self._state_to_restore: TableState | None = None
        self.setObjectName("browseTable")
        self.setModel(model)
        self._delegate = RowDelegate(model, self)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setAccessibleName(self.tr("Cards"))
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(theme.scale_pixels(_ROW_HEIGHT))
        rows.hide()
        self._build_header()
        self.show_columns(settings.columns)

    def _build_header(self) -> None:
        header = self.horizontalHeader()
        # The header would otherwise look for selected columns, which takes half a second for 100,000 rows.
        header.setSelectionModel(QItemSelectionModel(self._rows, header))
        header.setHighlightSections(False)
        header.setResizeContentsPrecision(0)  # a double click between headings looks at visible rows only
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorClearable(True)
        header.setMinimumSectionSize(theme.scale_pixels(_MIN_COLUMN_WIDTH))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(
            lambda position: self._open(self.build_column_menu(), header.mapToGlobal(position))
        )
        header.sectionMoved.connect(self._store_moved_columns)
        header.sectionResized.connect(self._store_width)
        header.sortIndicatorChanged.connect(self._store_order)

    def show_columns(self, columns: Sequence[CardColumn]) -> None:
        """Show these columns, in this order."""
        header, settings = self.horizontalHeader(), self._settings
        header.blockSignals(True)
        selected, current = self.selected_cards(), self.current_card
        self._rows.set_columns(columns)
        for visual, logical in enumerate(range(header.count())):
            header.moveSection(header.visualIndex(logical), visual)
        header.setSectionResizeMode(STATE_COLUMN, QHeaderView.ResizeMode.Fixed)
        header.setSortIndicatorShown(True)
        column = settings.sort_column
        direction = Qt.SortOrder.DescendingOrder if settings.is_descending else Qt.SortOrder.AscendingOrder
        header.setSortIndicator(_section_of(column, columns), direction)
        header.blockSignals(False)
        self._restore_selection(selected, current)
        self.fit_columns()
        header.viewport().update()

    def show_cards(self, cards: Sequence[CardId]) -> None:
        """Show these cards. What was selected, current or on top stays so, as far as it is among them."""
        selected, current, top = self.table_state()
        self._state_to_restore = None
        self._rows.show_cards(cards)
        self._restore_selection(selected, current)
        if top is not None and top in cards:
            self.scrollTo(self._rows.index(cards.index(top), 1), QAbstractItemView.ScrollHint.PositionAtTop)

    def table_state(self) -> TableState:
        """Return what is selected, current and on top, or will be when cards are shown the next time."""
        return self._state_to_restore or TableState(
            self.selected_cards(), self.current_card, self._top_card()
        )

    def restore(self, state: TableState) -> None:
        """When cards are shown the next time, select and scroll as this state of another table says."""
        self._state_to_restore = state

    def _restore_selection(self, selected: Iterable[CardId], current: CardId | None) -> None:
        cards, selection = self._rows.cards, self.selectionModel()
        numbers = row_numbers(cards, selected)
        if current is not None and current in cards:
            index = self._rows.index(cards.index(current), 1)
            selection.setCurrentIndex(index, _Flags.NoUpdate)
        ranges = QItemSelection()
        last_column = self._rows.columnCount() - 1
        for first, last in runs_of(numbers):
            ranges.select(self._rows.index(first, 0), self._rows.index(last, last_column))
        selection.select(ranges, _Flags.ClearAndSelect)

    @property
    def current_card(self) -> CardId | None:
        """The card of the current row."""
        row = self.currentIndex().row()
        return self._rows.cards[row] if 0 <= row < len(self._rows.cards) else None

    def selected_cards(self) -> list[CardId]:
        """Return the cards of the selected rows, in their order."""
        ranges = sorted((part.top(), part.bottom()) for part in self._selected_ranges())
        cards = self._rows.cards
        return [card for top, bottom in ranges for card in cards[top : bottom + 1]]

    def count_selected(self) -> int:
        """Return the number of selected rows."""
        return sum(part.height() for part in self._selected_ranges())

    def _selected_ranges(self) -> list[QItemSelectionRange]:
        return list(cast("Iterable[QItemSelectionRange]", self.selectionModel().selection()))

    def select_row(self, number: int) -> None:
        """Make a row the current and only selected one, if it exists."""
        if 0 <= number < len(self._rows.cards):
            index = self._rows.index(number, 1)
            self.selectionModel().setCurrentIndex(index, _Flags.ClearAndSelect | _Flags.Rows)

    def fit_columns(self) -> None:
        """Give each column the width that the user chose or else a default, and the rest to question and answer."""
        header, widths = self.horizontalHeader(), self._settings.width_by_column
        columns = self._rows.columns
        sizes = {column: widths.get(column, self._default_width(column)) for column in columns}
        flexible = [column for column in _TEXT_COLUMNS if column in sizes and column not in widths]
        fixed = sum(size for column, size in sizes.items() if column not in flexible)
        left = self.viewport().width() - state_column_width() - fixed
        for column in flexible:
            share = 0.55 if column is CardColumn.QUESTION and len(flexible) > 1 else 1.0
            sizes[column] = max(theme.scale_pixels(_MIN_TEXT_WIDTH), int(left * share))
            left -= sizes[column]
        self._is_fitting = True
        header.resizeSection(STATE_COLUMN, state_column_width())
        for section, column in enumerate(columns, 1):
            header.resizeSection(section, sizes[column])
        self._is_fitting = False

    def _default_width(self, column: CardColumn) -> int:
        """Return a width in pixels. Columns with dates are as wide as dates are in the language of the window."""
        if column in _DATE_COLUMNS:
            return (
                self.fontMetrics().horizontalAdvance(formatting.format_study_day(_WIDE_DATE))
                + padding_width()
            )
        default = _DEFAULT_NUMBER_WIDTH if column in NUMERIC_COLUMNS else _DEFAULT_WIDTH
        return theme.scale_pixels(_DEFAULT_WIDTHS.get(column, default))

    def build_column_menu(self) -> QMenu:
        """Build the menu that shows and hides columns."""
        return build_column_menu(self._settings, lambda: self.show_columns(self._settings.columns), self)

    def build_order_menu(self) -> QMenu:
        """Build the menu that sorts the rows."""
        return build_order_menu(self._settings, self.sort_by, self)

    def sort_by(self, column: CardColumn | None, *, is_descending: bool) -> None:
        """Sort by a column; None stands for the order of decks and files."""
        self._settings.set_order(column, is_descending=is_descending)
        self.show_columns(self._settings.columns)
        self.orderChanged.emit()

    def _store_moved_columns(self) -> None:
        header, columns = self.horizontalHeader(), self._rows.columns
        order = [header.logicalIndex(position) for position in range(1, header.count())]
        self._settings.columns = [columns[logical - 1] for logical in order if logical != STATE_COLUMN]

    def _store_width(self, section: int, _old: int, width: int) -> None:
        if self._is_fitting or section == STATE_COLUMN:
            return
        column = self._rows.columns[section - 1]
        self._settings.width_by_column = {**self._settings.width_by_column, column: width}

    def _store_order(self, section: int, order: Qt.SortOrder) -> None:
        column = CardColumn.FLAG if section == STATE_COLUMN else None
        if section > STATE_COLUMN:
            column = self._rows.columns[section - 1]
        self._settings.set_order(column, is_descending=order is Qt.SortOrder.DescendingOrder)
        self.orderChanged.emit()

    def _top_card(self) -> CardId | None:
        row = self.rowAt(0)
        return self._rows.cards[row] if 0 < row < len(self._rows.cards) else None

    @staticmethod
    def _open(menu: QMenu, position: QPoint) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(position)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Go to the first or the last row with Home or End, because rows are selected and not cells."""
        rows = {
            QAbstractItemView.CursorAction.MoveHome: 0,
            QAbstractItemView.CursorAction.MoveEnd: self._rows.rowCount() - 1,
        }
        if action in rows:
            if modifiers == Qt.KeyboardModifier.NoModifier:
                self.select_row(rows[action])  # Qt keeps the selection if this is the current row already
            return self._rows.index(rows[action], 1)
        return super().moveCursor(action, modifiers)

    def keyboardSearch(self, search: str) -> None:
        """Find no row by its first letters: letters are shortcuts, and all rows would have to be read."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Read all visible rows at once, then draw them."""
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        if first >= 0:
            self._rows.read_rows(first, last if last >= 0 else len(self._rows.cards) - 1)
        self._delegate.prepare()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the width."""
        super().resizeEvent(event)
        self.fit_columns()

    def minimumSizeHint(self) -> QSize:
        """Allow a small table."""
        return QSize(theme.scale_pixels(160), theme.scale_pixels(80))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Report that other rows are selected."""
        super().selectionChanged(selected, deselected)
        self.selectionEnded.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Make the first row the current one if there is none, and tell screen readers which one is."""
        had_current = self.currentIndex().isValid()
        super().focusInEvent(event)  # makes the first row current, but does not select it
        if not had_current:
            self.select_row(0)
        self.viewport().update()
        QTimer.singleShot(0, self, lambda: report_focused_child(self))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Draw the current row like the others."""
        super().focusOutEvent(event)
        self.viewport().update()


def _section_of(column: CardColumn | None, columns: Sequence[CardColumn]) -> int:
    """Return the section that shows that the table is sorted by a column; -1 for none."""
    if column in columns:
        return columns.index(column) + 1
    return STATE_COLUMN if column is CardColumn.FLAG else -1

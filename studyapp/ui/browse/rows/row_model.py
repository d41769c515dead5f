"""The model of the table: a list of card ids, whose rows are read when they are shown."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from studyapp.core.cards.card_id import CardId
from studyapp.services.browse.browse_rows import BrowseRow
from studyapp.store.errors import StoreError
from studyapp.store.search.card_order import CardColumn
from studyapp.ui.browse.rows.column_texts import NUMERIC_COLUMNS, CellFormatter, heading

STATE_COLUMN = 0
"""The first column shows the flag and the states as marks. The others follow."""

_MAX_CACHED_ROWS = 2_000
_ROWS_READ_AT_ONCE = 32
_FEW_CARDS = 10

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_Roles = Qt.ItemDataRole


class RowModel(QAbstractTableModel):
    """Shows cards, or notes by one of their cards. `load_rows` returns the rows of given cards."""

    loadFailed = Signal(StoreError)

    def __init__(
        self, load_rows: Callable[[Sequence[CardId]], dict[CardId, BrowseRow]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._load_rows = load_rows
        self.cards: Sequence[CardId] = ()
        self.columns: Sequence[CardColumn] = ()
        self._of_notes = False
        self._formatter: CellFormatter | None = None
        self._row_by_card: dict[CardId, BrowseRow | None] = {}
        self._texts_by_card: dict[CardId, dict[CardColumn, str]] = {}

    def set_columns(self, columns: Sequence[CardColumn]) -> None:
        """Show these columns, in this order."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self.endResetModel()

    def set_formatter(self, formatter: CellFormatter, *, of_notes: bool) -> None:
        """Use this formatter, and the headings for cards or notes."""
        self._formatter, self._of_notes = formatter, of_notes
        self.forget_rows()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def show_cards(self, cards: Sequence[CardId]) -> None:
        """Show these cards and read their values anew."""
        self.beginResetModel()
        self.cards = cards
        self._clear_cache()
        self.endResetModel()

    def extend_cards(self, cards: Sequence[CardId]) -> None:
        """Show more cards after those that are shown, with which `cards` starts."""
        self.beginInsertRows(QModelIndex(), len(self.cards), len(cards) - 1)
        self.cards = cards
        self.endInsertRows()

    def forget_rows(self) -> None:
        """Read the values of all rows anew when they are shown."""
        self._clear_cache()
        if self.cards:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.cards) - 1, self.columnCount() - 1))

    def read_rows(self, first: int, last: int) -> None:
        """Read the values of these rows, as far as they are not known yet."""
        missing = [card for card in self.cards[max(0, first) : last + 1] if card not in self._row_by_card]
        if not missing:
            return
        if len(self._row_by_card) + len(missing) > _MAX_CACHED_ROWS:
            self._clear_cache()
        try:
            rows = self._load_rows(missing)
        except StoreError as error:
            rows = {}
            self.loadFailed.emit(error)
        for card in missing:  # a card that is gone stays empty until the next search
            self._row_by_card[card] = rows.get(card)

    def row_at(self, number: int) -> BrowseRow | None:
        """Return the values of a row; None if its card is no longer there."""
        card = self.cards[number]
        if card not in self._row_by_card:
            self.read_rows(number, number + _ROWS_READ_AT_ONCE)
        return self._row_by_card[card]

    def text_at(self, number: int, column: CardColumn) -> str:
        """Return the text of a cell."""
        row = self.row_at(number)
        if row is None or self._formatter is None:
            return ""
        texts = self._texts_by_card.setdefault(row.card_id, {})
        if column not in texts:
            texts[column] = self._formatter.format_cell(row, column)
        return texts[column]

    def describe(self, number: int) -> str:
        """Return a row in words, for screen readers."""
        row = self.row_at(number)
        if row is None or self._formatter is None:
            return ""
        cells = (
            (heading(column, of_notes=self._of_notes), self.text_at(number, column))
            for column in self.columns
        )
        parts = [f"{name}: {text}" for name, text in cells if text]
        return ". ".join([*self._formatter.format_states(row), *parts])

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.cards)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns) + 1

    def data(self, index: Index, role: int = _Roles.DisplayRole) -> object:
        """Return what a cell shows."""
        match role:
            case _Roles.DisplayRole:
                return self._cell_text(index)
            case _Roles.ToolTipRole:
                return (
                    self._state_text(index.row())
                    if index.column() == STATE_COLUMN
                    else self._cell_text(index)
                )
            case _Roles.AccessibleTextRole:
                return self.describe(index.row())
            case _Roles.TextAlignmentRole if index.column() != STATE_COLUMN:
                return _alignment(self.columns[index.column() - 1])
            case _:
                return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Roles.DisplayRole) -> object:
        """Return the heading of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if section == STATE_COLUMN:
            return "" if role == _Roles.DisplayRole else None
        if role == _Roles.TextAlignmentRole:
            return _alignment(self.columns[section - 1])
        if role in (_Roles.DisplayRole, _Roles.ToolTipRole):
            return heading(self.columns[section - 1], of_notes=self._of_notes)
        return None

    def _cell_text(self, index: Index) -> str:
        if index.column() == STATE_COLUMN:
            return ""
        return self.text_at(index.row(), self.columns[index.column() - 1])

    def _state_text(self, number: int) -> str:
        row = self.row_at(number)
        return "\n".join(self._formatter.format_states(row)) if row and self._formatter else ""

    def _clear_cache(self) -> None:
        self._row_by_card.clear()
        self._texts_by_card.clear()


def _alignment(column: CardColumn) -> Qt.AlignmentFlag:
    horizontal = Qt.AlignmentFlag.AlignRight if column in NUMERIC_COLUMNS else Qt.AlignmentFlag.AlignLeft
    return horizontal | Qt.AlignmentFlag.AlignVCenter


def row_numbers(cards: Sequence[CardId], wanted: Iterable[CardId]) -> list[int]:
    """Return the numbers of the rows of these cards, in ascending order. Cards that are not shown are left out."""
    wanted_cards = frozenset(wanted)
    if len(wanted_cards) < _FEW_CARDS:  # looking for each is faster than making all ids
        return sorted(cards.index(card) for card in wanted_cards if card in cards)
    return [number for number, card in enumerate(cards) if card in wanted_cards]


def runs_of(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Return the first and the last of each run of consecutive numbers."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs

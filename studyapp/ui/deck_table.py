"""The table of decks: name, share learned, and what each asks today."""

from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QTableView,
    QWidget,
)

from studyapp.core.text import LanguageChoice
from studyapp.services.overview import DeckOverview
from studyapp.ui import theme

_Index = QModelIndex | QPersistentModelIndex
_ROW = 44
SHARE = Qt.ItemDataRole.UserRole + 1
"""The role under which the learned share (0 to 1) of a deck is found."""


class Column(IntEnum):
    """The columns from left to right."""

    DECK = 0
    LEARNED = 1
    NEW = 2
    LEARNING = 3
    DUE = 4


_WIDTHS = {Column.LEARNED: 184, Column.NEW: 76, Column.LEARNING: 92, Column.DUE: 76}
_NARROW = 560
_NARROW_WIDTHS = {Column.NEW: 56, Column.LEARNING: 80, Column.DUE: 56}
"""Pixels of the columns, and of those of a table less than `_NARROW` wide."""


class DeckModel(QAbstractTableModel):
    """The rows of the table."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._decks: tuple[DeckOverview, ...] = ()
        self._choice = LanguageChoice.ENGLISH
        # Found once: Qt asks for them some hundred times while the table is laid out.
        self._heads = (
            self.tr("Deck"), self.tr("Learned"), self.tr("New"), self.tr("Learning"), self.tr("Due"),
        )  # fmt: skip

    def show(self, decks: tuple[DeckOverview, ...], choice: LanguageChoice) -> None:
        """Show these decks, their titles in these languages."""
        self.beginResetModel()
        self._decks, self._choice = decks, choice
        self.endResetModel()

    def deck_at(self, row: int) -> DeckOverview:
        """The deck of a row."""
        return self._decks[row]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """One row a deck."""
        return 0 if parent.isValid() else len(self._decks)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """See Column."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The heads of the columns."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section] if orientation is Qt.Orientation.Horizontal else None
        return self._alignment(Column(section)) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell: its words, its alignment, its colour, and for the bar the share learned."""
        deck, column = self._decks[index.row()], Column(index.column())
        share = deck.learned / deck.cards if deck.cards else 0.0
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(column)
        if role == SHARE:
            return share
        if role == Qt.ItemDataRole.DisplayRole:
            if column is Column.LEARNED:
                return ""
            return self._title(deck) if column is Column.DECK else str(self._count(deck, column) or "–")
        if role == Qt.ItemDataRole.ForegroundRole and column > Column.LEARNED:
            colours = theme.current()
            shades = {Column.NEW: colours.easy, Column.LEARNING: colours.hard, Column.DUE: colours.good}
            return QColor(shades[column] if self._count(deck, column) else colours.soft)
        if role == Qt.ItemDataRole.ToolTipRole and column is Column.LEARNED:
            return self.tr("{learned} of {cards} cards are past their first steps").format(
                learned=deck.learned, cards=deck.cards
            )
        if role == Qt.ItemDataRole.AccessibleTextRole and column is Column.LEARNED:
            return f"{share:.0%}"
        return None

    def _title(self, deck: DeckOverview) -> str:
        return " · ".join(words for _, words in deck.deck.head.title.shown_in(self._choice))

    @staticmethod
    def _count(deck: DeckOverview, column: Column) -> int:
        counts = deck.counts
        return {Column.NEW: counts.new, Column.LEARNING: counts.learning, Column.DUE: counts.due}[column]

    @staticmethod
    def _alignment(column: Column) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column > Column.LEARNED else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


class _Bar(QWidget):
    """The share learned as a bar. A widget of its own: a delegate would load all of QStyle at the start."""

    def __init__(self, share: float, parent: QWidget) -> None:
        super().__init__(parent)
        self._share = share
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the track, and over it as much as is learned."""
        colours = theme.current()
        bar = QRectF(8, self.height() / 2 - 4, self.width() - 32, 8)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.track))
        painter.drawRoundedRect(bar, 4, 4)
        if self._share > 0:
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(
                QRectF(bar.left(), bar.top(), max(8.0, bar.width() * self._share), 8), 4, 4
            )


class DeckTable(QTableView):
    """The decks; Enter or a double click studies one."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.decks = DeckModel(self)
        self.setModel(self.decks)
        self.setAccessibleName(self.tr("Decks"))
        self.setShowGrid(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(40)
        header.setSectionResizeMode(Column.DECK, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, width)
        self.doubleClicked.connect(lambda index: self._choose(index.row()))

    def show_decks(self, decks: tuple[DeckOverview, ...], choice: LanguageChoice) -> None:
        """Show these decks, keeping the row that was selected."""
        row = max(0, self.currentIndex().row())
        self.decks.show(decks, choice)
        for place in range(len(decks)):
            index = self.decks.index(place, Column.LEARNED)
            self.setIndexWidget(index, _Bar(index.data(SHARE), self))
        if decks:
            self.selectRow(min(row, len(decks) - 1))
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the titles get that of the bars and of the space around the numbers."""
        is_narrow = self.width() < _NARROW
        self.setColumnHidden(Column.LEARNED, is_narrow)
        for column, width in (_WIDTHS | _NARROW_WIDTHS if is_narrow else _WIDTHS).items():
            self.setColumnWidth(column, width)
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter studies the selected deck."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._choose(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        rows = max(1, self.decks.rowCount())
        return QSize(640, self.horizontalHeader().sizeHint().height() + rows * _ROW + 4)

    def _choose(self, row: int) -> None:
        self.chosen.emit(self.decks.deck_at(row).deck.head.id)

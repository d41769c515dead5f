"""The nodes of a map as a table."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget

from studyapp.core.concept_map.node_memory import MemoryLevel, NodeMemory, level_of
from studyapp.ui.dialogs.scrolling_dialog import ScrollingDialog
from studyapp.ui.kit import formatting, theme
from studyapp.ui.kit.widgets import create_label
from studyapp.ui.map.map_texts import name_level
from studyapp.ui.map.shown_map import ShownMap

_NODE, _SORT_KEY = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
"""What is kept in the items: the number of the node, and what its row is sorted by."""

_LEVELS = (
    MemoryLevel.FORGOTTEN,
    MemoryLevel.FADING,
    MemoryLevel.KNOWN,
    MemoryLevel.NEW,
    MemoryLevel.NO_CARDS,
)
"""In the order in which states are sorted: what needs study comes first."""

_MAX_HEIGHT, _MAX_COLUMN_WIDTH = 420, 280
"""Pixels, at a text size of 100%."""


class _SortedItem(QTableWidgetItem):
    """A cell that is sorted by its key instead of its text."""

    def __lt__(self, other: QTableWidgetItem) -> bool:
        key, other_key = self.data(_SORT_KEY), other.data(_SORT_KEY)
        return bool(key < other_key)


class NodeTableDialog(ScrollingDialog):
    """Shows the nodes from the top to the bottom of the map, with what they build on and lead to."""

    nodeChosen = Signal(int)
    """The user wants to see a node on the map."""

    def __init__(self, title: str, shown: ShownMap, parent: QWidget) -> None:
        super().__init__(parent, width=760)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._geometry, self._memories = shown.geometry, shown.memories
        places = shown.concept_map.places
        self._order = sorted(range(len(places)), key=lambda node: (places[node].row, places[node].column))
        self.column.addWidget(create_label(shown.sentence, "subtitle", self, has_word_wrap=True))
        self.table = self._create_table(title)
        self.column.addWidget(self.table)
        self.add_button(self.tr("Close")).clicked.connect(self.accept)
        self.table.cellActivated.connect(self._choose)
        self.table.setFocus()

    def _create_table(self, title: str) -> QTableWidget:
        headings = [
            self.tr("Concept"),
            self.tr("State"),
            self.tr("Cards"),
            self.tr("Expected recall"),
            self.tr("Details"),
            self.tr("Prerequisites"),
            self.tr("Leads to"),
        ]
        table = QTableWidget(len(self._order), len(headings), self)
        table.setObjectName("browseTable")
        table.setHorizontalHeaderLabels(headings)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setAccessibleName(title)
        table.setToolTip(self.tr("Press Enter on a row to see it on the map"))
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        )
        table.setTabKeyNavigation(False)
        for row, (node, texts) in enumerate(zip(self._order, self._row_texts(), strict=True)):
            for column, text in enumerate(texts):
                item = _SortedItem(text)
                item.setData(_NODE, node)
                item.setData(_SORT_KEY, self._sort_key(node, column, text))
                table.setItem(row, column, item)
        table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)  # as on the map
        table.setSortingEnabled(True)
        table.resizeColumnsToContents()
        for column in range(len(headings)):
            width = min(table.columnWidth(column), theme.scale_pixels(_MAX_COLUMN_WIDTH))
            table.setColumnWidth(column, width)
        if not any(self._geometry.detail(node) for node in self._order):
            table.setColumnHidden(headings.index(self.tr("Details")), True)
        rows_height = table.rowHeight(0) * (len(self._order) + 2)
        table.setMinimumHeight(min(theme.scale_pixels(_MAX_HEIGHT), rows_height))
        return table

    def _row_texts(self) -> list[list[str]]:
        geometry = self._geometry
        labels = [geometry.label(node) for node in range(len(self._memories))]
        before: list[list[str]] = [[] for _ in labels]
        after: list[list[str]] = [[] for _ in labels]
        for edge in geometry.concept_map.edges:
            before[edge.end].append(labels[edge.start])
            after[edge.start].append(labels[edge.end])
        return [
            [
                labels[node],
                name_level(level_of(self._memories[node])),
                str(self._memories[node].cards or ""),
                _format_recall(self._memories[node]),
                geometry.detail(node),
                "; ".join(before[node]),
                "; ".join(after[node]),
            ]
            for node in self._order
        ]

    def _sort_key(self, node: int, column: int, text: str) -> str | float:
        memory = self._memories[node]
        match column:
            case 1:
                return _LEVELS.index(level_of(memory))
            case 2:
                return memory.cards
            case 3:
                return memory.expected / memory.reviewed if memory.reviewed else -1
            case _:
                return text.casefold()

    def _choose(self, row: int, column: int) -> None:
        item = self.table.item(row, column)
        assert item is not None
        self.accept()
        self.nodeChosen.emit(item.data(_NODE))


def _format_recall(memory: NodeMemory) -> str:
    return formatting.format_share(memory.expected / memory.reviewed) if memory.reviewed else ""

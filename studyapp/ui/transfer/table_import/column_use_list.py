"""The columns of a table, with a choice of what each is used for."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from studyapp.core.text.translatable import QT_TRANSLATE_NOOP
from studyapp.core.textfiles.table_layout import ColumnUse, TableColumn
from studyapp.ui.kit.combo_box import ComboBox
from studyapp.ui.kit.widgets import create_label

_MAX_COLUMNS = 40
"""The number of columns that are shown. The others are read as detected."""

_MAX_SAMPLE_LENGTH = 60
"""In characters."""

COLUMN_GAP, ROW_GAP = 24, 10
"""Pixels between a label and its box, and between the rows. The form above the list has the same."""

_LABELS = {
    ColumnUse.QUESTION: QT_TRANSLATE_NOOP("ColumnUses", "Question"),
    ColumnUse.ANSWER: QT_TRANSLATE_NOOP("ColumnUses", "Answer"),
    ColumnUse.FIELD: QT_TRANSLATE_NOOP("ColumnUses", "Additional field"),
    ColumnUse.TAGS: QT_TRANSLATE_NOOP("ColumnUses", "Tags"),
    ColumnUse.DECK: QT_TRANSLATE_NOOP("ColumnUses", "Deck"),
    ColumnUse.NOTE_TYPE: QT_TRANSLATE_NOOP("ColumnUses", "Note type in Anki"),
    ColumnUse.GUID: QT_TRANSLATE_NOOP("ColumnUses", "GUID in Anki"),
    ColumnUse.ID: QT_TRANSLATE_NOOP("ColumnUses", "ID"),
    ColumnUse.NOTE: QT_TRANSLATE_NOOP("ColumnUses", "Note ID in StudyApp"),
    ColumnUse.IGNORED: QT_TRANSLATE_NOOP("ColumnUses", "Not imported"),
}
_REPEATABLE_USES = frozenset({ColumnUse.FIELD, ColumnUse.IGNORED})


class ColumnUseList(QWidget):
    """A row for each column: its name, the beginning of a cell, and its use."""

    usesChanged = Signal()
    """The user chose a use."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._columns: tuple[TableColumn, ...] = ()
        self._labels: list[QLabel] = []
        self.boxes: list[ComboBox] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(COLUMN_GAP)
        self._grid.setVerticalSpacing(ROW_GAP)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._more_label = create_label("", "furniture", self)

    @property
    def columns(self) -> tuple[TableColumn, ...]:
        """The columns with the chosen uses."""
        return self._columns

    def show_columns(self, columns: Sequence[TableColumn], samples: Sequence[str]) -> None:
        """Show these columns, each with a cell as a sample. The keyboard focus stays at its column."""
        self._columns = tuple(columns)
        shown = min(len(columns), _MAX_COLUMNS)
        self._fit_rows(shown)
        rows = zip(columns, samples, self._labels, self.boxes, strict=False)
        for number, (column, sample, label, box) in enumerate(rows, 1):
            text = " ".join(sample.split())[:_MAX_SAMPLE_LENGTH]
            label.setText(f"{number}. {column.name}" + (f"\n{text}" if text else ""))
            box.setAccessibleName(self.tr("Column {number}: {name}").format(number=number, name=column.name))
            box.setCurrentIndex(box.findData(column.use))
        self._more_label.setText(self.tr("%n more column(s)", None, len(columns) - shown))
        self._more_label.setVisible(len(columns) > shown)
        self._grid.activate()

    def _fit_rows(self, count: int) -> None:
        """Add or remove rows at the end."""
        while len(self.boxes) > count:
            for widget in (self.boxes.pop(), self._labels.pop()):
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        while len(self.boxes) < count:
            row = len(self.boxes)
            label = create_label("", "furniture", self, has_word_wrap=True)
            box = ComboBox(self)
            for use in ColumnUse:
                box.addItem(QCoreApplication.translate("ColumnUses", _LABELS[use]), use)
            box.activated.connect(lambda _index, row=row: self._choose(row))
            label.setBuddy(box)
            self._labels.append(label)
            self.boxes.append(box)
            for column, shown in enumerate((label, box)):
                self._grid.addWidget(shown, row, column)
                shown.show()  # at once, because the dialog takes the height of its content
        self._grid.addWidget(self._more_label, count, 0, 1, 2)

    def _choose(self, row: int) -> None:
        """Apply a choice. If only one column can have the chosen use, the column that had it gets the former use of this column."""
        old, new = self._columns[row].use, ColumnUse(self.boxes[row].currentData())
        uses = [column.use for column in self._columns]
        if new not in _REPEATABLE_USES:
            uses = [old if use is new else use for use in uses]
        uses[row] = new
        self._columns = tuple(
            column._replace(use=use) for column, use in zip(self._columns, uses, strict=True)
        )
        for box, use in zip(self.boxes, uses, strict=False):
            box.setCurrentIndex(box.findData(use))
        self.usesChanged.emit()

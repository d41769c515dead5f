"""The history of a card as a table."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from studyapp.core.study.journal import Entry
from studyapp.core.study.next_due import NextDue
from studyapp.services.study.card_info import HistoryRow
from studyapp.ui.card.journal_entry_formatting import format_entry
from studyapp.ui.kit import formatting, theme

_VISIBLE_ROWS = 5


class HistoryTable(QTableWidget):
    """Shows the entries of a card in effect, newest first, with what FSRS knew at each review."""

    def __init__(self, history: Sequence[HistoryRow], parent: QWidget) -> None:
        super().__init__(parent)
        headers = [
            self.tr("Date"),
            self.tr("Action"),
            self.tr("Predicted recall"),
            self.tr("Next interval"),
            self.tr("Stability"),
            self.tr("Time"),
            self.tr("Confidence"),
        ]
        self.setAccessibleName(self.tr("History"))
        self.setColumnCount(len(headers))
        self.setHorizontalHeaderLabels(headers)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        )
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setHighlightSections(False)
        self.setRowCount(len(history))
        for row, one in enumerate(reversed(history)):
            for column, text in enumerate(self._texts(one)):
                self.setItem(row, column, QTableWidgetItem(text))
        self.setMinimumHeight(theme.scale_pixels(28) * (_VISIBLE_ROWS + 1))

    def _texts(self, row: HistoryRow) -> tuple[str, ...]:
        entry, fact = row
        cells = [formatting.format_timestamp(entry.at), format_entry(entry)]
        cells.append(
            "" if fact is None or fact.predicted is None else formatting.format_share(fact.predicted)
        )
        cells.append(_format_next_interval(entry))
        if fact is None:
            return (*cells, "", "", "")
        seconds = QLocale().toString(entry.duration_ms / 1000, "f", 1)
        return (
            *cells,
            self.tr("{number} days").format(number=QLocale().toString(fact.stability, "f", 1)),
            self.tr("{number} s").format(number=seconds),
            "" if fact.confidence is None else formatting.format_confidence(fact.confidence),
        )


def _format_next_interval(entry: Entry) -> str:
    """Return the time from an entry to the due time that it set; empty if it set none."""
    if entry.due_day is not None:
        return formatting.format_days(max(0, entry.due_day - entry.study_day))
    if entry.due_at is None:
        return ""
    return formatting.format_interval(NextDue(max(0, entry.due_at - entry.at), due_at=entry.due_at))

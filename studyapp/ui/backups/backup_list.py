"""The list of backups, from which one can be selected."""

from collections.abc import Sequence

from PySide6.QtCore import QDateTime, QLocale, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from studyapp.store.backups.backup_folder import Backup
from studyapp.store.database_copy import CollectionSummary
from studyapp.ui.kit import theme

_NUMBER_COLUMNS = (1, 2, 3)
_COMPARISON_COLUMN = 4


class BackupList(QTreeWidget):
    """Shows the date, contents and size of each backup, and how it differs from now."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._backups: Sequence[Backup] = ()
        self.setHeaderLabels(
            [
                self.tr("Date"),
                self.tr("Reviews"),
                self.tr("Cards"),
                self.tr("Size"),
                self.tr("Compared with now"),
            ]
        )
        self.setAccessibleName(self.tr("Backups"))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.header().setSectionsMovable(False)
        for column in _NUMBER_COLUMNS:
            self.headerItem().setTextAlignment(
                column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            )
        self.setMinimumHeight(theme.scale_pixels(100))

    def sizeHint(self) -> QSize:
        """Show all columns and several rows."""
        width = sum(self.sizeHintForColumn(column) for column in range(self.columnCount()))
        return QSize(width + theme.scale_pixels(60), theme.scale_pixels(220))

    @property
    def selected_backup(self) -> Backup | None:
        """The selected backup."""
        row = self.currentIndex().row()
        return self._backups[row] if row >= 0 else None

    def show_backups(self, backups: Sequence[Backup], current: CollectionSummary | None) -> None:
        """Show these backups and select the first. `current` is None if the collection can't be read."""
        self._backups = backups
        self.clear()
        self.setColumnHidden(_COMPARISON_COLUMN, current is None)
        self.header().setStretchLastSection(current is not None)
        for backup in backups:
            item = QTreeWidgetItem(self._texts(backup, current))
            for column in _NUMBER_COLUMNS:
                item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.addTopLevelItem(item)
        if backups:
            self.setCurrentIndex(self.model().index(0, 0))

    def _texts(self, backup: Backup, current: CollectionSummary | None) -> list[str]:
        locale = QLocale()
        return [
            format_creation_time(backup),
            locale.toString(backup.summary.reviews),
            locale.toString(backup.summary.cards),
            locale.formattedDataSize(backup.content_bytes, 1),
            "" if current is None else self._compare(backup.summary, current),
        ]

    def _compare(self, summary: CollectionSummary, current: CollectionSummary) -> str:
        difference = summary.reviews - current.reviews
        if difference < 0:
            return self.tr("%n review(s) fewer", None, -difference)
        if difference > 0:
            return self.tr("%n review(s) more", None, difference)
        return self.tr("Same reviews")


def format_creation_time(backup: Backup) -> str:
    """Return the local date and time at which a backup was made."""
    at = QDateTime.fromSecsSinceEpoch(int(backup.created.timestamp()))
    return QLocale().toString(at, QLocale.FormatType.ShortFormat)

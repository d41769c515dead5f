"""The table with the values of a plot."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem, QWidget

from studyapp.ui.dialogs.scrolling_dialog import ScrollingDialog
from studyapp.ui.kit import theme
from studyapp.ui.kit.widgets import create_label
from studyapp.ui.statistics.plots.plot import Plot
from studyapp.ui.statistics.plots.plot_table import column_headings, row_texts

_MAX_HEIGHT = 420
"""Pixels, at a text size of 100%."""


class TableDialog(ScrollingDialog):
    """Shows the values of a plot in a table."""

    def __init__(self, plot: Plot, parent: QWidget) -> None:
        super().__init__(parent, width=640)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(plot.title)
        self.column.addWidget(create_label(plot.sentence, "subtitle", self, has_word_wrap=True))
        headings = column_headings(plot)
        self.table = QTableWidget(len(plot.categories), len(headings), self)
        self.table.setObjectName("browseTable")
        self.table.setHorizontalHeaderLabels(headings)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setAccessibleName(plot.title)
        self.table.verticalHeader().hide()
        self.table.setTabKeyNavigation(False)
        for row in range(len(plot.categories)):
            for column, text in enumerate(row_texts(plot, row)):
                item = QTableWidgetItem(text)
                if column:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(row, column, item)
        self.table.resizeColumnsToContents()
        self.table.horizontalHeader().setStretchLastSection(True)
        rows_height = self.table.rowHeight(0) * (len(plot.categories) + 2)
        self.table.setMinimumHeight(min(theme.scale_pixels(_MAX_HEIGHT), rows_height))
        self.column.addWidget(self.table)
        self.add_button(self.tr("Close")).clicked.connect(self.accept)
        self.table.setFocus()

"""The widgets of the browse page and their arrangement."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from studyapp.core.search.completion import Completions
from studyapp.ui.browse.browse_layout import BrowseLayout, Panel
from studyapp.ui.browse.browse_reader import BrowseReader
from studyapp.ui.browse.browse_settings import BrowseSettings
from studyapp.ui.browse.filter_tree import FilterTree
from studyapp.ui.browse.preview_panel import PreviewPanel
from studyapp.ui.browse.results_panel import ResultsPanel
from studyapp.ui.browse.row_table import RowTable
from studyapp.ui.browse.rows.row_model import RowModel
from studyapp.ui.browse.search.search_bar import SearchBar
from studyapp.ui.kit import theme
from studyapp.ui.review.notice_bar import NoticeBar

_MARGIN, _NARROW_MARGIN, _MIN_WIDTH_FOR_MARGIN = 24, 12, 640
_MAX_NOTICE_WIDTH = 640
"""Pixels, at a text size of 100 %, except the margins."""

_NOTICE_MS = 12_000
"""How long a message that only informs stays."""


class BrowseView(QWidget):
    """Shows the search bar above filters, table and preview. It decides nothing; `BrowsePage` does."""

    def __init__(
        self,
        reader: BrowseReader,
        settings: BrowseSettings,
        complete: Callable[[str, int], Completions],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.search_bar = SearchBar(complete, self)
        self.model = RowModel(reader.load_rows, self)
        self.results = ResultsPanel(self)
        self.table = RowTable(self.model, settings, self.results)
        self.results.set_table(self.table)
        self.filters = FilterTree(settings, self)
        self.preview = PreviewPanel(reader.load_preview, reader.find_media_folder, self)
        self.panels = BrowseLayout(settings, self.filters, self.results, self.preview, self)
        self.notice_bar = NoticeBar(self)
        self._notice_timer = QTimer(self)
        self._notice_timer.setSingleShot(True)
        self._notice_timer.setInterval(_NOTICE_MS)
        self._notice_timer.timeout.connect(self.notice_bar.clear_info)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(8)
        self._column.addWidget(self.search_bar)
        self._column.addWidget(self.panels, 1)
        self.search_bar.filters_button.clicked.connect(lambda: self.panels.toggle(Panel.FILTERS))
        self.search_bar.preview_button.clicked.connect(lambda: self.panels.toggle(Panel.PREVIEW))
        self.panels.panelsChanged.connect(self._show_panel_buttons)
        self._show_panel_buttons()

    def show_message(self, text: str, *, is_info: bool) -> None:
        """Show a message above the lower edge."""
        self.notice_bar.show_message(text, is_info=is_info)
        self._notice_timer.start()

    def restyle(self) -> None:
        """Draw everything in the current theme."""
        self.preview.restyle()
        self.table.viewport().update()

    def event(self, event: QEvent) -> bool:
        """Let Enter press the focused button. With the focus elsewhere, it is a shortcut."""
        if isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            if isinstance(focused, QPushButton):
                event.accept()
                if event.type() is QEvent.Type.KeyPress:
                    focused.click()
                return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shrink the margins if the page is narrow, and keep messages at its lower edge."""
        super().resizeEvent(event)
        is_narrow = self.width() < theme.scale_pixels(_MIN_WIDTH_FOR_MARGIN)
        margin = _NARROW_MARGIN if is_narrow else _MARGIN
        self._column.setContentsMargins(margin, margin * 2 // 3, margin, margin * 2 // 3)
        width = min(theme.scale_pixels(_MAX_NOTICE_WIDTH), self.width() - 2 * margin)
        area = QRect((self.width() - width) // 2, 0, width, self.height() - margin)
        self.notice_bar.set_area(area, at_bottom=True)

    def _show_panel_buttons(self) -> None:
        self.search_bar.filters_button.setChecked(self.panels.is_shown(Panel.FILTERS))
        self.search_bar.preview_button.setChecked(self.panels.is_shown(Panel.PREVIEW))

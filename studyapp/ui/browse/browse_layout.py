"""The arrangement of filters, table and preview: side by side, the preview below, or one at a time."""

from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from studyapp.ui.browse.browse_settings import BrowseSettings
from studyapp.ui.kit import theme

_NARROW_WIDTH, _WIDE_WIDTH = 640, 1040
_FILTERS_WIDTH, _PREVIEW_WIDTH, _PREVIEW_HEIGHT = 180, 340, 260
"""Pixels, at a text size of 100 %."""


class Panel(Enum):
    """A part of the page. The values are stored: never change one."""

    FILTERS = "filters"
    TABLE = "table"
    PREVIEW = "preview"


class _Form(Enum):
    ONE_AT_A_TIME = auto()
    PREVIEW_BELOW = auto()
    SIDE_BY_SIDE = auto()


class BrowseLayout(QWidget):
    """Shows the three parts as the width allows. The user can hide the filters and the preview, and move the borders.

    If there is room for one part only, showing another one hides the table.
    """

    panelsChanged = Signal()
    """Other parts are visible."""

    def __init__(
        self, settings: BrowseSettings, filters: QWidget, table: QWidget, preview: QWidget, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._widget_by_panel = {Panel.FILTERS: filters, Panel.TABLE: table, Panel.PREVIEW: preview}
        self._form = _Form.SIDE_BY_SIDE
        self._single_panel = Panel.TABLE
        self._outer = self._create_splitter(Qt.Orientation.Horizontal)
        self._inner = self._create_splitter(Qt.Orientation.Horizontal)
        self._outer.addWidget(filters)
        self._outer.addWidget(self._inner)
        self._inner.addWidget(table)
        self._inner.addWidget(preview)
        for splitter, growing in ((self._outer, 1), (self._inner, 0)):
            splitter.setStretchFactor(0, 1 - growing)
            splitter.setStretchFactor(1, growing)
        self._outer.splitterMoved.connect(self._store_sizes)
        self._inner.splitterMoved.connect(self._store_sizes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._outer)
        self._arrange()

    def _create_splitter(self, orientation: Qt.Orientation) -> QSplitter:
        splitter = QSplitter(orientation, self)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(theme.scale_pixels(12))
        return splitter

    def is_shown(self, panel: Panel) -> bool:
        """Return whether a part is shown."""
        if self._form is _Form.ONE_AT_A_TIME:
            return panel is self._single_panel
        return panel is Panel.TABLE or panel.value not in self._settings.hidden_panels

    def toggle(self, panel: Panel) -> None:
        """Show or hide the filters or the preview."""
        if self._form is _Form.ONE_AT_A_TIME:
            self._single_panel = Panel.TABLE if self._single_panel is panel else panel
        else:
            hidden = self._settings.hidden_panels
            others = [name for name in hidden if name != panel.value]
            self._settings.hidden_panels = others if panel.value in hidden else [*others, panel.value]
        self._show_panels()

    def show_table(self) -> None:
        """Show the table, if another part covers it."""
        self._single_panel = Panel.TABLE
        self._show_panels()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Adapt the arrangement to the width."""
        super().resizeEvent(event)
        form = _Form.SIDE_BY_SIDE
        if self.width() < theme.scale_pixels(_NARROW_WIDTH):
            form = _Form.ONE_AT_A_TIME
        elif self.width() < theme.scale_pixels(_WIDE_WIDTH):
            form = _Form.PREVIEW_BELOW
        if form is not self._form:
            self._form = form
            self._arrange()

    def _arrange(self) -> None:
        is_below = self._form is _Form.PREVIEW_BELOW
        self._inner.setOrientation(Qt.Orientation.Vertical if is_below else Qt.Orientation.Horizontal)
        self._show_panels()
        self._restore_sizes()

    def _show_panels(self) -> None:
        self._inner.setVisible(self.is_shown(Panel.TABLE) or self.is_shown(Panel.PREVIEW))
        for panel, widget in self._widget_by_panel.items():
            widget.setVisible(self.is_shown(panel))
        self.panelsChanged.emit()

    @property
    def _inner_name(self) -> str:
        return "height" if self._form is _Form.PREVIEW_BELOW else "width"

    def _store_sizes(self) -> None:
        """Store the sizes of the parts that are beside others."""
        filters, preview = self._outer.sizes()[0], self._inner.sizes()[1]
        if self._form is _Form.ONE_AT_A_TIME:
            return
        if filters and self.is_shown(Panel.FILTERS):
            self._settings.set_splitter_size("filters-width", filters)
        if preview and self.is_shown(Panel.PREVIEW):
            self._settings.set_splitter_size(f"preview-{self._inner_name}", preview)

    def _restore_sizes(self) -> None:
        if self._form is _Form.ONE_AT_A_TIME:
            return
        filters = self._settings.splitter_size("filters-width") or theme.scale_pixels(_FILTERS_WIDTH)
        self._outer.setSizes([filters, max(1, self.width() - filters)])
        is_below = self._form is _Form.PREVIEW_BELOW
        default = theme.scale_pixels(_PREVIEW_HEIGHT if is_below else _PREVIEW_WIDTH)
        preview = self._settings.splitter_size(f"preview-{self._inner_name}") or default
        extent = self.height() if is_below else self.width() - filters
        self._inner.setSizes([max(1, extent - preview), preview])

"""The widgets of the statistics page."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from studyapp.core.search.completion import Completions
from studyapp.ui.kit import theme
from studyapp.ui.statistics.calendar_panel import CalendarPanel
from studyapp.ui.statistics.figures.plot_names import PlotName
from studyapp.ui.statistics.forgotten_panel import ForgottenPanel
from studyapp.ui.statistics.panel_grid import PanelGrid
from studyapp.ui.statistics.plot_panel import PlotPanel
from studyapp.ui.statistics.plots.plot import Plot
from studyapp.ui.statistics.statistics_header import StatisticsHeader

_MARGIN, _NARROW_MARGIN, _MIN_WIDTH_FOR_MARGIN = 24, 12, 640
_MAX_WIDTH = 1500
"""Pixels, at a text size of 100%."""


class StatisticsView(QWidget):
    """Shows the filters above the panels, which scroll."""

    def __init__(self, complete: Callable[[str, int], Completions], page: QWidget) -> None:
        super().__init__(page)
        self.header = StatisticsHeader(complete, self)
        self.calendar = CalendarPanel(self)
        self.forgotten = ForgottenPanel(self)
        self.panels = {name: PlotPanel(self) for name in PlotName if name is not PlotName.CALENDAR}
        content = QWidget()
        content.setObjectName("column")
        self.grid = PanelGrid(content)
        self._column = QVBoxLayout(content)
        self._column.setSpacing(16)
        # Tab goes through widgets in the order in which they are added.
        self._column.addWidget(self.header)
        self._column.addWidget(self.grid, 1)
        self.grid.add_panels([self.calendar], list(self.panels.values()), [self.forgotten])
        self.scroll_area = QScrollArea(self)
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll_area.setWidget(content)
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.scroll_area)

    def show_plots(self, plots: Mapping[PlotName, Plot]) -> None:
        """Show these plots. The calendar is shown with `CalendarPanel.show_figures`."""
        for name, plot in plots.items():
            if name in self.panels:
                self.panels[name].show_plot(plot)

    def restyle(self) -> None:
        """Apply the current theme."""
        for panel in (self.calendar, *self.panels.values()):
            panel.restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the content readable in narrow and wide windows."""
        super().resizeEvent(event)
        is_narrow = self.width() < theme.scale_pixels(_MIN_WIDTH_FOR_MARGIN)
        margin = _NARROW_MARGIN if is_narrow else _MARGIN
        side = max(margin, (self.width() - theme.scale_pixels(_MAX_WIDTH)) // 2)
        self._column.setContentsMargins(side, margin, side, margin)

    def event(self, event: QEvent) -> bool:
        """Let Enter press the focused button."""
        if isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            if isinstance(focused, QPushButton):
                event.accept()
                if event.type() is QEvent.Type.KeyPress:
                    focused.click()
                return True
        return super().event(event)

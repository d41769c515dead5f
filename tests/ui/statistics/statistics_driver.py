"""Opens the statistics page of the app under test and reads what it shows."""

from PySide6.QtCore import Qt

from studyapp.ui.statistics.figures.plot_names import PlotName
from studyapp.ui.statistics.plot_panel import PlotPanel
from studyapp.ui.statistics.plots.plot import Plot
from studyapp.ui.statistics.statistics_page import StatisticsPage
from tests.ui.page_driver import PageDriver


class StatisticsDriver(PageDriver[StatisticsPage]):
    """The statistics page with its panels."""

    key = Qt.Key.Key_T

    @property
    def page(self) -> StatisticsPage:
        return self.app.window.statistics_page

    def panel(self, name: PlotName) -> PlotPanel:
        return self.page.view.calendar if name is PlotName.CALENDAR else self.page.view.panels[name]

    def plot(self, name: PlotName) -> Plot:
        plot = self.panel(name).plot
        assert plot is not None
        return plot

    def sentence(self, name: PlotName) -> str:
        return self.panel(name).sentence_label.text().replace("\u00a0", " ")

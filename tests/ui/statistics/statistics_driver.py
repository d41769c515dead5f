"""Opens the statistics page of the app under test and reads what it shows."""

from PySide6.QtCore import Qt

from studyapp.core.study.rating import Rating
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.study.session_creation import create_session
from studyapp.services.study.session_outcome import Prompt
from studyapp.store.collection import Collection
from studyapp.system_dependencies import new_device_id
from studyapp.ui.statistics.figures.plot_names import PlotName
from studyapp.ui.statistics.plot_panel import PlotPanel
from studyapp.ui.statistics.plots.plot import Plot
from studyapp.ui.statistics.statistics_page import StatisticsPage
from tests.ui.app_driver import DAY, AppDriver, Note, basic_note


class StatisticsDriver:
    """The statistics page with its panels."""

    def __init__(self, app: AppDriver) -> None:
        self.app = app

    @property
    def page(self) -> StatisticsPage:
        return self.app.window.statistics_page

    def open(self, *notes: Note) -> StatisticsPage:
        """Open the page over a deck with these notes, or three basic ones, by its key."""
        self.app.write_deck(*(notes or [basic_note(name) for name in ("a", "b", "c")]))
        return self.open_window()

    def open_window(self) -> StatisticsPage:
        self.app.open_window()
        self.app.window.resize(1366, 768)
        return self.show()

    def show(self) -> StatisticsPage:
        """Show the page by its key."""
        self.app.press_ctrl(Qt.Key.Key_T)
        self.wait()
        return self.page

    def wait(self) -> None:
        """Wait until all figures are shown."""
        self.app.wait_until(lambda: not self.page._typing_timer.isActive())
        self.app.wait_until(lambda: not self.page.is_loading)
        self.app.wait_until_idle()
        self.app.process_events()

    def study(self, *days_of_ratings: tuple[Rating, ...]) -> None:
        """Rate cards on some days in succession, the last of them today, before the window is opened."""
        self.app.load_decks()
        today = self.app.now
        with Collection(self.app.collection_file, new_device_id) as collection:
            for back, ratings in zip(range(len(days_of_ratings) - 1, -1, -1), days_of_ratings, strict=True):
                self.app.now = today - back * DAY
                session = create_session(collection, self.app.clock, ["d"], CardLanguages.ENGLISH)
                step = session.show_next().next_step
                for rating in ratings:
                    assert isinstance(step, Prompt)
                    session.reveal()
                    self.app.now += 10_000
                    step = session.rate(step.card.id, rating).next_step
        self.app.now = today + 3_600_000

    def panel(self, name: PlotName) -> PlotPanel:
        return self.page.view.calendar if name is PlotName.CALENDAR else self.page.view.panels[name]

    def plot(self, name: PlotName) -> Plot:
        plot = self.panel(name).plot
        assert plot is not None
        return plot

    def sentence(self, name: PlotName) -> str:
        return self.panel(name).sentence_label.text().replace("\u00a0", " ")

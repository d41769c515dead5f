"""The base of the drivers of pages that load in the background."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from PySide6.QtCore import Qt

from studyapp.core.study.rating import Rating
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.study.session_creation import create_session
from studyapp.services.study.session_outcome import Prompt
from studyapp.store.collection import Collection
from studyapp.system_dependencies import new_device_id
from studyapp.ui.page_loading.loading_page import LoadingPage
from tests.ui.app_driver import DAY, AppDriver, Note, basic_note

AnyPage = TypeVar("AnyPage", bound=LoadingPage)


class PageDriver(ABC, Generic[AnyPage]):
    """Opens the page by its key, over a deck with three basic notes unless a test gives others."""

    key: ClassVar[Qt.Key]
    modifier: ClassVar = Qt.KeyboardModifier.ControlModifier
    default_notes: ClassVar[Sequence[Note]] = tuple(basic_note(name) for name in ("a", "b", "c"))

    def __init__(self, app: AppDriver) -> None:
        self.app = app

    @property
    @abstractmethod
    def page(self) -> AnyPage: ...

    def open(self, *notes: Note) -> AnyPage:
        self.app.write_deck(*(notes or self.default_notes))
        return self.open_window()

    def open_window(self, width: int = 1366, height: int = 768) -> AnyPage:
        self.app.open_window()
        self.app.window.resize(width, height)
        return self.show()

    def show(self) -> AnyPage:
        """Show the page by its key."""
        self.app.press(self.key, self.modifier)
        self.wait()
        return self.page

    def wait(self) -> None:
        """Wait until the timers have run out, all tasks have ended, and their results are shown."""
        self.app.wait_until(self._are_timers_over)
        self.app.wait_until_idle()
        self.app.process_events()
        self.app.wait_until(self._are_timers_over)

    def _are_timers_over(self) -> bool:
        return not any(timer.isActive() for timer in self.page._timers)

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

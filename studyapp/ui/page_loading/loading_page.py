"""The base of pages that load their content in the background."""

from abc import abstractmethod
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from studyapp.core.text.localized_text import CardLanguages
from studyapp.core.text.translatable import TranslatableError
from studyapp.ui.kit.latest_task import LatestTask
from studyapp.ui.kit.page import Page


class LoadingPage(Page):
    """Loads while it is visible. A hidden page loads nothing, and is refreshed when it is shown."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._tasks: list[LatestTask] = []
        self._timers: list[QTimer] = []

    @abstractmethod
    def refresh(self) -> None:
        """Show the current decks in the current languages, and load the rest."""

    @abstractmethod
    def show_error(self, error: TranslatableError | OSError) -> None:
        """Show why something could not be loaded or stored."""

    def add_task(self, on_success: Callable[[Any], object]) -> LatestTask:
        """Create a task that ends when the page is hidden, and shows its errors."""
        task = LatestTask(self)
        task.succeeded.connect(on_success)
        task.failed.connect(self._show_failure)
        self._tasks.append(task)
        return task

    def add_timer(self, milliseconds: int, on_timeout: Callable[[], object]) -> QTimer:
        """Create a timer that runs out once after each start, unless the page is hidden before."""
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(on_timeout)
        self._timers.append(timer)
        return timer

    def stop_loading(self) -> None:
        """Stop the timers and the tasks, and wait until the tasks have ended."""
        for timer in self._timers:
            timer.stop()
        for task in self._tasks:
            task.stop_and_wait()

    def showEvent(self, event: QShowEvent) -> None:
        """Show the current state."""
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop loading."""
        super().hideEvent(event)
        self.stop_loading()

    def on_library_changed(self) -> None:
        """Show the current decks."""
        self._refresh_if_visible()

    def on_options_changed(self) -> None:
        """Show what depends on the options."""
        self._refresh_if_visible()

    def on_languages_changed(self, languages: CardLanguages, title_by_deck: dict[str, str]) -> None:  # noqa: ARG002
        """Show the decks and cards in these languages."""
        self._refresh_if_visible()

    def _refresh_if_visible(self) -> None:
        if self.isVisible():
            self.refresh()

    def _show_failure(self, error: Exception) -> None:
        """Show an expected error; another one is a fault of the program."""
        if not isinstance(error, TranslatableError | OSError):
            raise error
        self.show_error(error)

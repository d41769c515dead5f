"""Runs the searches of the browse page in the background. The newest one wins."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from studyapp.core.progress_callback import ProgressCallback
from studyapp.services.browse.card_finding import CardSearch, FoundCards
from studyapp.ui.kit.latest_task import LatestTask

FIRST_ROWS = 200
"""Cards that are shown before a long search has found all."""


class SearchRunner(QObject):
    """Finds the first cards, then all. A search that is replaced by another one is canceled and reports nothing."""

    firstFound = Signal(object)
    """Carries the first cards of a longer list."""

    allFound = Signal(object)
    """Carries all cards."""

    failed = Signal(Exception)

    preparing = Signal(int)
    """Carries how many percent of the notes are prepared for searching."""

    def __init__(self, find: Callable[[CardSearch, ProgressCallback], FoundCards], parent: QObject) -> None:
        super().__init__(parent)
        self._find = find
        self._search = CardSearch("")
        self._task = LatestTask(self)
        self._task.succeeded.connect(self._use_result)
        self._task.failed.connect(self.failed)
        self._task.progressChanged.connect(self._report_progress)

    @property
    def is_running(self) -> bool:
        """Whether the newest search has not ended."""
        return self._task.is_running

    def start(self, search: CardSearch, *, is_refresh: bool) -> None:
        """Start a search, and cancel the one that is running. A refresh of what is shown finds all cards at once."""
        self._run(search if is_refresh else search._replace(limit=FIRST_ROWS))

    def stop_and_wait(self) -> None:
        """Cancel all searches and wait until their threads have ended."""
        self._task.stop_and_wait()

    def _run(self, search: CardSearch) -> None:
        self._search = search
        self._task.start(lambda progress: self._find(search, progress))

    def _use_result(self, found: FoundCards) -> None:
        if found.is_complete:
            self.allFound.emit(found.cards)
        else:
            self.firstFound.emit(found.cards)
            self._run(self._search._replace(limit=None))

    def _report_progress(self, done: int, total: int) -> None:
        if total:
            self.preparing.emit(100 * done // total)

"""Reads the deck files that changed, in the background, as often as there is reason to."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from studyapp.core.progress_callback import Progress
from studyapp.services.library.deck_library import Library
from studyapp.store.errors import StoreError
from studyapp.ui.kit import formatting, modal_dialogs
from studyapp.ui.kit.background_task import Background

Read = Callable[[Progress], tuple[Library, OSError | None]]


class LibraryReader(QWidget):
    """`read` gives the library, and why the day's backup could not be made. Faults of the world are told."""

    done = Signal(Library)
    gaveUp = Signal()

    def __init__(self, read: Read, window: QWidget) -> None:
        super().__init__(window)
        self.hide()
        self._read = read
        self._work: Background[tuple[Library, OSError | None]] | None = None
        self._backup_failed = self._ended = self._is_wanted_again = False
        self.was_read = self.was_tried = False

    def start(self) -> None:
        """Read; where it does so already, once more after that: what changed meanwhile may have been passed."""
        if self._ended:  # the window may have been closed right after it opened
            return
        if self._work is not None:
            self._is_wanted_again = True
            return
        self._is_wanted_again = False
        self._work = Background(self._read, self)
        self._work.done.connect(self._finish)
        self._work.failed.connect(self._failed)
        self._work.finished.connect(self._over)
        self._work.start()

    def end(self) -> None:
        """Read no more; what runs ends first."""
        self._ended = True
        if self._work is not None:
            self._work.end()

    def _finish(self, found: tuple[Library, OSError | None]) -> None:
        library, failure = found
        self.was_read = self.was_tried = True
        if self._ended:  # the news had been under way when the window closed
            return
        self.done.emit(library)
        if failure is not None and not self._backup_failed:
            self._backup_failed = True  # said once, and not at each return to the window
            modal_dialogs.tell(self.window(), formatting.system_error(failure))

    def _failed(self, error: Exception) -> None:
        self.was_tried = True
        self.gaveUp.emit()
        if isinstance(error, StoreError):
            modal_dialogs.tell(self.window(), formatting.store_error(error))
        elif isinstance(error, OSError):
            modal_dialogs.tell(self.window(), formatting.system_error(error))
        else:
            raise error

    def _over(self) -> None:
        if self._work is not None:
            self._work.deleteLater()
            self._work = None
        if self._is_wanted_again:
            self.start()

"""Reads the deck files that changed, in the background, as often as there is reason to."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.text.translatable import TranslatableError
from studyapp.services.library.deck_library import Library
from studyapp.ui.kit import formatting, modal_dialogs
from studyapp.ui.kit.background_task import BackgroundTask

ReadLibrary = Callable[[ProgressCallback], tuple[Library, OSError | None]]


class LibraryReader(QWidget):
    """`read` gives the library, and why the day's backup could not be made. Faults of the world are told."""

    libraryRead = Signal(Library)
    readFailed = Signal()

    def __init__(self, read_library: ReadLibrary, window: QWidget) -> None:
        super().__init__(window)
        self.hide()
        self._read_library = read_library
        self._task: BackgroundTask[tuple[Library, OSError | None]] | None = None
        self._is_backup_failure_shown = self._is_closed = self._is_reread_pending = False
        self.was_read = self.was_attempted = False

    def start_reading(self) -> None:
        """Read; where it does so already, once more after that: what changed meanwhile may have been passed."""
        if self._is_closed:  # the window may have been closed right after it opened
            return
        if self._task is not None:
            self._is_reread_pending = True
            return
        self._is_reread_pending = False
        self._task = BackgroundTask(self._read_library, self)
        self._task.succeeded.connect(self._handle_library)
        self._task.failed.connect(self._handle_failure)
        self._task.finished.connect(self._end_task)
        self._task.start()

    def stop_and_wait(self) -> None:
        """Read no more; what runs ends first."""
        self._is_closed = True
        if self._task is not None:
            self._task.cancel_and_wait()

    def _handle_library(self, result: tuple[Library, OSError | None]) -> None:
        library, failure = result
        self.was_read = self.was_attempted = True
        if self._is_closed:  # the news had been under way when the window closed
            return
        self.libraryRead.emit(library)
        if failure is not None and not self._is_backup_failure_shown:
            self._is_backup_failure_shown = True  # said once, and not at each return to the window
            modal_dialogs.show_error(self.window(), formatting.format_error(failure))

    def _handle_failure(self, error: Exception) -> None:
        self.was_attempted = True
        self.readFailed.emit()
        if isinstance(error, TranslatableError | OSError):
            modal_dialogs.show_error(self.window(), formatting.format_error(error))
        else:
            raise error

    def _end_task(self) -> None:
        if self._task is not None:
            self._task.deleteLater()
            self._task = None
        if self._is_reread_pending:
            self.start_reading()

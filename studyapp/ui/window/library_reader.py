"""Reads the changed deck files in the background."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.text.translatable import TranslatableError
from studyapp.services.library.deck_library import Library
from studyapp.ui.dialogs import modal_dialogs
from studyapp.ui.kit import formatting
from studyapp.ui.kit.background_task import BackgroundTask

ReadLibrary = Callable[[ProgressCallback], Library]


class LibraryReader(QWidget):
    """Runs `read_library`. Expected errors are shown."""

    libraryRead = Signal(Library)
    readFailed = Signal()

    def __init__(self, read_library: ReadLibrary, window: QWidget) -> None:
        super().__init__(window)
        self.hide()
        self._read_library = read_library
        self._task: BackgroundTask[Library] | None = None
        self._is_closed = self._is_reread_pending = False
        self.was_read = self.was_attempted = False

    def start_reading(self) -> None:
        """Start reading. If it is already running, read once more afterwards, because it may have missed the
        latest changes."""
        if self._is_closed:  # the window may be closed right after it has opened
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
        """Cancel the running task, wait for it, and start no more."""
        self._is_closed = True
        if self._task is not None:
            self._task.cancel_and_wait()

    def _handle_library(self, library: Library) -> None:
        self.was_read = self.was_attempted = True
        if not self._is_closed:  # otherwise the signal was still queued when the window closed
            self.libraryRead.emit(library)

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

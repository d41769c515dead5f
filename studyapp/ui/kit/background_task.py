"""The one way off the window's thread: long work with progress, an end and a way to stop it."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QThread, Signal

from studyapp.core.progress_callback import ProgressCallback

Result = TypeVar("Result")


class TaskCancelled(Exception):
    """The person wanted the work to end."""


class BackgroundTask(QThread, Generic[Result]):
    """Runs `work(progress)` on a thread of its own.

    Plain values go in and out; the work opens its own collection. One of `done`, `failed` and `stopped` is
    emitted, on the window's thread.
    """

    succeeded = Signal(object)
    failed = Signal(Exception)
    cancelled = Signal()
    progressChanged = Signal(int, int)

    def __init__(self, task_function: Callable[[ProgressCallback], Result], parent: QObject) -> None:
        super().__init__(parent)
        self._task_function = task_function

    def run(self) -> None:
        """The thread's own; call `start`."""
        try:
            result = self._task_function(self._report_progress)
        except TaskCancelled:
            self.cancelled.emit()
        except Exception as error:  # noqa: BLE001 - handed to the window, which tells the world's faults from ours
            self.failed.emit(error)
        else:
            self.succeeded.emit(result)

    def cancel(self) -> None:
        """Ask the work to end at its next sign of progress."""
        self.requestInterruption()

    def cancel_and_wait(self) -> None:
        """Ask it to end and wait until it has."""
        self.cancel()
        self.wait()

    def _report_progress(self, done: int, total: int) -> None:
        if self.isInterruptionRequested():
            raise TaskCancelled
        self.progressChanged.emit(done, total)

"""Background tasks with progress and cancellation: the only way to run long work outside the window's thread."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QThread, Signal

from studyapp.core.progress_callback import ProgressCallback

Result = TypeVar("Result")


class TaskCancelled(Exception):
    """Raised inside the task function when the task was cancelled."""


class BackgroundTask(QThread, Generic[Result]):
    """A thread that runs `task_function(progress)`.

    The task function exchanges only plain values with the window and opens the collection itself. When it ends,
    exactly one of `succeeded`, `failed` and `cancelled` is emitted on the window's thread.
    """

    succeeded = Signal(object)
    failed = Signal(Exception)
    cancelled = Signal()
    progressChanged = Signal(int, int)

    def __init__(self, task_function: Callable[[ProgressCallback], Result], parent: QObject) -> None:
        super().__init__(parent)
        self._task_function = task_function
        self._last_progress = (-1, -1)

    def run(self) -> None:
        """Run the task function. Qt calls this on the new thread; callers use `start`."""
        try:
            result = self._task_function(self._report_progress)
        except TaskCancelled:
            self.cancelled.emit()
        except Exception as error:  # noqa: BLE001 - passed to the window, which separates expected errors from bugs
            self.failed.emit(error)
        else:
            self.succeeded.emit(result)

    def cancel(self) -> None:
        """Ask the task to end at its next progress report."""
        self.requestInterruption()

    def cancel_and_wait(self) -> None:
        """Cancel the task and wait until the thread has finished."""
        self.cancel()
        self.wait()

    def _report_progress(self, done: int, total: int) -> None:
        if self.isInterruptionRequested():
            raise TaskCancelled
        if (done, total) != self._last_progress:  # many reports only ask whether to stop
            self._last_progress = (done, total)
            self.progressChanged.emit(done, total)

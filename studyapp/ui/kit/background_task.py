"""Background tasks with progress and cancellation: the only way to run long work outside the window's thread."""

from collections import deque
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
    exactly one of `succeeded`, `failed` and `cancelled` is emitted on the window's thread. If the parent is deleted before, the
    task is canceled and waited for.
    """

    succeeded = Signal(object)
    failed = Signal(Exception)
    cancelled = Signal()
    progressChanged = Signal(int, int)

    def __init__(self, task_function: Callable[[ProgressCallback], Result], parent: QObject) -> None:
        super().__init__(parent)
        parent.destroyed.connect(self.cancel_and_wait)  # Qt aborts if a running thread is deleted
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


class OperationQueue:
    """Starts operations one after the other, in the order in which they were added. `is_idle` tells whether none is running.

    Whoever runs the operations calls `start_next` after each that succeeded, and `clear` after one that didn't: the user
    asked for those that wait before knowing this.
    """

    def __init__(self, is_idle: Callable[[], bool]) -> None:
        self._is_idle = is_idle
        self._waiting: deque[Callable[[], object]] = deque()

    def add(self, start: Callable[[], object]) -> None:
        """Call `start` when the operations before it have ended, or now if there are none."""
        self._waiting.append(start)
        self.start_next()

    def start_next(self) -> None:
        """Start the next operation, and those after it if it has ended already."""
        while self._waiting and self._is_idle():
            self._waiting.popleft()()

    def clear(self) -> None:
        """Forget the operations that wait."""
        self._waiting.clear()

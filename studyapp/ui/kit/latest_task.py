"""Background tasks of which only the newest counts."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from studyapp.core.progress_callback import ProgressCallback
from studyapp.ui.kit.background_task import BackgroundTask


class LatestTask(QObject):
    """Runs task functions as `BackgroundTask` does. Starting one cancels the one before, which then reports nothing."""

    succeeded = Signal(object)
    failed = Signal(Exception)
    progressChanged = Signal(int, int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._current: BackgroundTask[Any] | None = None
        self._running: set[BackgroundTask[Any]] = set()

    @property
    def is_running(self) -> bool:
        """Whether the newest task has not ended."""
        return self._current is not None

    def start(self, task_function: Callable[[ProgressCallback], object]) -> None:
        """Start a task."""
        self.cancel()
        task = self._current = BackgroundTask(task_function, self)
        self._running.add(task)
        task.succeeded.connect(lambda result: self._end(task, lambda: self.succeeded.emit(result)))
        task.failed.connect(lambda error: self._end(task, lambda: self.failed.emit(error)))
        task.cancelled.connect(lambda: self._end(task, lambda: None))
        task.progressChanged.connect(lambda done, total: self._report_progress(task, done, total))
        task.finished.connect(lambda: self._forget(task))
        task.start()

    def cancel(self) -> None:
        """Cancel the newest task, which then reports nothing."""
        if self._current is not None:
            self._current.cancel()
            self._current = None

    def stop_and_wait(self) -> None:
        """Cancel all tasks and wait until their threads have ended."""
        self._current = None
        for task in list(self._running):
            task.cancel_and_wait()

    def _end(self, task: BackgroundTask[Any], report: Callable[[], None]) -> None:
        if task is self._current:
            self._current = None
            report()

    def _report_progress(self, task: BackgroundTask[Any], done: int, total: int) -> None:
        if task is self._current:
            self.progressChanged.emit(done, total)

    def _forget(self, task: BackgroundTask[Any]) -> None:
        self._running.discard(task)
        task.deleteLater()

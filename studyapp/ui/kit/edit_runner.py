"""Runs operations that change deck files, in the background and one at a time."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.text.translatable import TranslatableError
from studyapp.ui.kit import formatting
from studyapp.ui.kit.background_task import BackgroundTask, OperationQueue

if TYPE_CHECKING:
    from studyapp.services.editing.steps.edit_environment import EditEnvironment

EditOperation = Callable[["EditEnvironment"], Any]
"""An operation that changes deck files. Its result is passed on."""


class EditRunner(QObject):
    """Reports expected errors with `failed`; unexpected ones are raised in the window's thread. After either, operations that
    wait are not started."""

    started = Signal()
    failed = Signal(str)

    def __init__(self, run_edit: Callable[[EditOperation, ProgressCallback], Any], parent: QObject) -> None:
        super().__init__(parent)
        self._run_edit = run_edit
        self._task: BackgroundTask[Any] | None = None
        self._queue = OperationQueue(lambda: self._task is None)

    @property
    def is_busy(self) -> bool:
        """Whether an operation is running."""
        return self._task is not None

    def run(self, operation: EditOperation, on_success: Callable[[Any], object]) -> None:
        """Run an operation after those that were requested before it, then call `on_success` with its result."""
        self._queue.add(lambda: self._start(operation, on_success))

    def _start(self, operation: EditOperation, on_success: Callable[[Any], object]) -> None:
        task = self._task = BackgroundTask(lambda progress: self._run_edit(operation, progress), self)

        def succeed(result: Any) -> None:
            self._end_task()
            try:
                on_success(result)
            finally:
                self._queue.start_next()

        task.succeeded.connect(succeed)
        task.failed.connect(self._handle_failure)
        self.started.emit()
        task.start()

    def _handle_failure(self, error: Exception) -> None:
        self._end_task()
        self._queue.clear()
        if not isinstance(error, TranslatableError | OSError):
            raise error
        self.failed.emit(formatting.format_error(error))

    def _end_task(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.wait()
            task.deleteLater()

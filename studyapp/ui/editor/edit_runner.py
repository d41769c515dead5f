"""Runs the operations of the editor that change files, in the background and one at a time."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.text.translatable import TranslatableError
from studyapp.ui.editor.editor_context import EditOperation
from studyapp.ui.kit import formatting
from studyapp.ui.kit.background_task import BackgroundTask


class EditRunner(QObject):
    """Reports expected errors with `failed`; unexpected ones are raised in the window's thread."""

    started = Signal()
    failed = Signal(str)

    def __init__(self, run_edit: Callable[[EditOperation, ProgressCallback], Any], parent: QObject) -> None:
        super().__init__(parent)
        self._run_edit = run_edit
        self._task: BackgroundTask[Any] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether an operation is running."""
        return self._task is not None

    def run(self, operation: EditOperation, on_success: Callable[[Any], object]) -> None:
        """Run an operation unless one is running, then call `on_success` with its result."""
        if self._task is not None:
            return
        task = self._task = BackgroundTask(lambda progress: self._run_edit(operation, progress), self)

        def succeed(result: Any) -> None:
            self._end_task()
            on_success(result)

        task.succeeded.connect(succeed)
        task.failed.connect(self._handle_failure)
        self.started.emit()
        task.start()

    def _handle_failure(self, error: Exception) -> None:
        self._end_task()
        if not isinstance(error, TranslatableError | OSError):
            raise error
        self.failed.emit(formatting.format_error(error))

    def _end_task(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.wait()
            task.deleteLater()

"""A dialog with one background task, its progress bar and a way to cancel it."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from studyapp.core.progress_callback import ProgressCallback
from studyapp.ui.dialogs.scrolling_dialog import ScrollingDialog
from studyapp.ui.kit.background_task import BackgroundTask

Result = TypeVar("Result")


class BackgroundTaskDialog(ScrollingDialog):
    """A dialog that runs one background task at a time and shows its progress.

    Esc cancels a running task. If none is running, it closes the dialog.
    """

    def __init__(self, parent: QWidget | None, *, width: int = 560, min_height: int = 0) -> None:
        super().__init__(parent, width=width, min_height=min_height)
        self._task: BackgroundTask[Any] | None = None
        self._can_cancel = True
        self.progress_bar = QProgressBar(self)
        self.progress_bar.setTextVisible(False)
        self.progress_bar.setAccessibleName(self.tr("Progress"))
        self.progress_bar.hide()

    @property
    def is_busy(self) -> bool:
        """Whether a task is running."""
        return self._task is not None

    def run_task(
        self,
        task_function: Callable[[ProgressCallback], Result],
        on_success: Callable[[Result], object],
        on_failure: Callable[[Exception], object],
        on_cancel: Callable[[], object],
        *,
        can_cancel: bool = True,
    ) -> None:
        """Start a task. One of the three callbacks is called when it has ended. The dialog stays open until then if the
        task can't be canceled."""
        self._can_cancel = can_cancel
        task = self._task = BackgroundTask(task_function, self)
        task.progressChanged.connect(self._show_progress)
        task.succeeded.connect(lambda result: self._end_task(lambda: on_success(result)))
        task.failed.connect(lambda error: self._end_task(lambda: on_failure(error)))
        task.cancelled.connect(lambda: self._end_task(on_cancel))
        self.progress_bar.setRange(0, 0)
        self.progress_bar.show()
        task.start()

    def reject(self) -> None:
        """Cancel the running task, or close the dialog if there is none."""
        if self._task is None:
            super().reject()
        else:
            self.cancel_task()

    def cancel_task(self) -> None:
        """Ask the running task to end, if there is one and it can be canceled."""
        if self._task is not None and self._can_cancel:
            self._task.cancel()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Cancel the running task and wait for it before closing, or stay open if it can't be canceled."""
        if self._task is not None and not self._can_cancel:
            event.ignore()
            return
        if self._task is not None:
            self._task.cancel_and_wait()
            self._task.deleteLater()
            self._task = None
        super().closeEvent(event)

    def _show_progress(self, done: int, total: int) -> None:
        self.progress_bar.setRange(0, total)
        self.progress_bar.setValue(done)

    def _end_task(self, callback: Callable[[], object]) -> None:
        if self._task is None:  # the signal was still queued when the dialog closed
            return
        self._task.wait()
        self._task.deleteLater()
        self._task = None
        self.progress_bar.hide()
        callback()

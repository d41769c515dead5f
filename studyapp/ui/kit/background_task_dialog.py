"""A dialog that does long work in the background: its bar, and how the work is stopped."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QProgressBar, QWidget

from studyapp.core.progress_callback import Progress
from studyapp.ui.kit.background_task import Background

Result = TypeVar("Result")


class BackgroundDialog(QDialog):
    """Shows how far one piece of work is. Esc stops it, and closes the dialog when none is under way."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._task: Background[Any] | None = None
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.progress.hide()

    @property
    def is_busy(self) -> bool:
        """Whether work is under way."""
        return self._task is not None

    def work(
        self,
        deed: Callable[[Progress], Result],
        done: Callable[[Result], object],
        failed: Callable[[Exception], object],
        stopped: Callable[[], object],
    ) -> None:
        """Begin the work; one of the three is called once it is over."""
        task = self._task = Background(deed, self)
        task.progressed.connect(self._show_progress)
        task.done.connect(lambda result: self._over(lambda: done(result)))
        task.failed.connect(lambda error: self._over(lambda: failed(error)))
        task.stopped.connect(lambda: self._over(stopped))
        self.progress.setRange(0, 0)
        self.progress.show()
        task.start()

    def reject(self) -> None:
        """Stop the work while it runs; else close."""
        if self._task is not None:
            self._task.stop()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing waits for the work to end."""
        if self._task is not None:
            self._task.end()
            self._task.deleteLater()
            self._task = None
        super().closeEvent(event)

    def _show_progress(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def _over(self, then: Callable[[], object]) -> None:
        if self._task is None:  # the news had been under way when the dialog closed
            return
        self._task.wait()
        self._task.deleteLater()
        self._task = None
        self.progress.hide()
        then()

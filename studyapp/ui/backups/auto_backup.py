"""Backs up in the background: after the start, and then every 30 minutes."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from studyapp.core.progress_callback import ProgressCallback
from studyapp.ui.kit.background_task import BackgroundTask

if TYPE_CHECKING:
    from studyapp.store.backups.creation import BackupResult

INTERVAL_MS = 30 * 60 * 1000


class AutoBackup(QObject):
    """Runs `back_up`, which makes a backup only if something has changed, and checks the collection."""

    succeeded = Signal(object)
    """Emitted with the BackupResult."""

    failed = Signal(Exception)

    def __init__(self, back_up: "Callable[[ProgressCallback], BackupResult]", parent: QObject) -> None:
        super().__init__(parent)
        self._back_up = back_up
        self._task: BackgroundTask[BackupResult] | None = None
        self._is_closed = False
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self.start_backup)

    def start_backup(self) -> None:
        """Start a backup now, unless one is running, and the next one after the interval."""
        if self._task is not None or self._is_closed:
            return
        self._timer.start()
        self._task = BackgroundTask(self._back_up, self)
        self._task.succeeded.connect(self.succeeded)
        self._task.failed.connect(self.failed)
        self._task.finished.connect(self._end_task)
        self._task.start()

    def stop_and_wait(self) -> None:
        """Cancel the running backup, wait for it, and start no more."""
        self._is_closed = True
        self._timer.stop()
        if self._task is not None:
            self._task.cancel_and_wait()

    def _end_task(self) -> None:
        if self._task is not None:
            self._task.deleteLater()
            self._task = None

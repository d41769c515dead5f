"""The one way off the window's thread: long work with progress, an end and a way to stop it."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QThread, Signal

from studyapp.core.progress_callback import Progress

Result = TypeVar("Result")


class Stopped(Exception):
    """The person wanted the work to end."""


class Background(QThread, Generic[Result]):
    """Runs `work(progress)` on a thread of its own.

    Plain values go in and out; the work opens its own collection. One of `done`, `failed` and `stopped` is
    emitted, on the window's thread.
    """

    done = Signal(object)
    failed = Signal(Exception)
    stopped = Signal()
    progressed = Signal(int, int)

    def __init__(self, work: Callable[[Progress], Result], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work

    def run(self) -> None:
        """The thread's own; call `start`."""
        try:
            result = self._work(self._progress)
        except Stopped:
            self.stopped.emit()
        except Exception as error:  # noqa: BLE001 - handed to the window, which tells the world's faults from ours
            self.failed.emit(error)
        else:
            self.done.emit(result)

    def stop(self) -> None:
        """Ask the work to end at its next sign of progress."""
        self.requestInterruption()

    def end(self) -> None:
        """Ask it to end and wait until it has."""
        self.stop()
        self.wait()

    def _progress(self, done: int, total: int) -> None:
        if self.isInterruptionRequested():
            raise Stopped
        self.progressed.emit(done, total)

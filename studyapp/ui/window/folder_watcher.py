"""Sees deck files change while the program runs."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

_DEBOUNCE_TIME = 300
"""Milliseconds: an editor writes a file in several steps."""


class FolderWatcher(QObject):
    """Tells once after a file or folder it watches has changed."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._watcher = QFileSystemWatcher(self)
        self._debounce_timer = QTimer(self)
        self._debounce_timer.setSingleShot(True)
        self._debounce_timer.setInterval(_DEBOUNCE_TIME)
        self._debounce_timer.timeout.connect(self.changed)
        self._watcher.fileChanged.connect(lambda _: self._debounce_timer.start())
        self._watcher.directoryChanged.connect(lambda _: self._debounce_timer.start())

    def watch(self, paths: Iterable[Path]) -> None:
        """Watch these from now on, and no others. A file that was replaced has to be named again."""
        wanted = {str(path) for path in paths if path.exists()}
        before = {*self._watcher.files(), *self._watcher.directories()}
        if before - wanted:
            self._watcher.removePaths(sorted(before - wanted))
        if wanted - before:
            self._watcher.addPaths(sorted(wanted - before))

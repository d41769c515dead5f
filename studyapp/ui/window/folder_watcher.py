"""Watches deck files and folders for changes."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

_DEBOUNCE_MS = 300
"""Milliseconds. Editors save a file in several steps."""


class FolderWatcher(QObject):
    """Emits `changed` once after watched files or folders have changed."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._watcher = QFileSystemWatcher(self)
        self._debounce_timer = QTimer(self)
        self._debounce_timer.setSingleShot(True)
        self._debounce_timer.setInterval(_DEBOUNCE_MS)
        self._debounce_timer.timeout.connect(self.changed)
        self._watcher.fileChanged.connect(lambda _: self._debounce_timer.start())
        self._watcher.directoryChanged.connect(lambda _: self._debounce_timer.start())

    def watch(self, paths: Iterable[Path]) -> None:
        """Watch these paths and no others.

        Call this again after a file was replaced, because Qt stops watching it.
        """
        new_paths = {str(path) for path in paths if path.exists()}
        old_paths = {*self._watcher.files(), *self._watcher.directories()}
        if old_paths - new_paths:
            self._watcher.removePaths(sorted(old_paths - new_paths))
        if new_paths - old_paths:
            self._watcher.addPaths(sorted(new_paths - old_paths))

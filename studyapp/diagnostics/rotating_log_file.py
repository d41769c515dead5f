"""The file of the log. `logging.handlers` loads slowly, so this module is imported after the window is shown."""

import contextlib
import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

_MAX_BYTES, _OLD_FILES = 500_000, 2


class _RotatingLogFile(RotatingFileHandler):
    """A log that never disturbs the program: errors in writing it are ignored."""

    def doRollover(self) -> None:
        """Start a new file. If that fails, because another process has the file open on Windows, go on with this."""
        try:
            super().doRollover()
        except OSError:
            if self.stream is None:
                self.stream = self._open()

    def handleError(self, record: logging.LogRecord) -> None:
        """Ignore an error, such as a full disk."""

    def close(self) -> None:
        """Close the file, even if the disk is full."""
        with contextlib.suppress(OSError):
            super().close()


def open_log_file(file: Path) -> logging.Handler:
    """Return a handler that appends to the file, keeping the two files before. Raises OSError if it can't be opened."""
    return _RotatingLogFile(file, maxBytes=_MAX_BYTES, backupCount=_OLD_FILES, encoding="utf-8")

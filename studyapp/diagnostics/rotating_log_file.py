"""The file of the log. Importing Python's `RotatingFileHandler` takes 10 ms, because it also loads networking."""

import contextlib
import logging
from pathlib import Path

_MAX_BYTES, _OLD_FILES = 500_000, 2


class _RotatingLogFile(logging.FileHandler):
    """A log that never disturbs the program: errors in writing it are ignored."""

    def emit(self, record: logging.LogRecord) -> None:
        """Append the record. Start a new file first if this one is full."""
        with contextlib.suppress(OSError):
            if Path(self.baseFilename).stat().st_size + len(self.format(record)) >= _MAX_BYTES:
                self._start_new_file()
        with contextlib.suppress(OSError):
            super().emit(record)

    def _start_new_file(self) -> None:
        """Rename the files. If that fails, because another process has one open on Windows, logging goes on in this file."""
        self.close()
        for number in reversed(range(_OLD_FILES)):
            newer = Path(f"{self.baseFilename}.{number}" if number else self.baseFilename)
            if newer.exists():
                newer.replace(f"{self.baseFilename}.{number + 1}")

    def handleError(self, record: logging.LogRecord) -> None:
        """Ignore an error, such as a full disk."""

    def close(self) -> None:
        """Close the file, even if the disk is full."""
        with contextlib.suppress(OSError):
            super().close()


def open_log_file(file: Path) -> logging.Handler:
    """Return a handler that appends to the file, keeping the two files before. Raises OSError if it can't be opened."""
    return _RotatingLogFile(file, encoding="utf-8")

"""A lock file that the operating system releases when the process ends, however it ends."""

import os
import sys
from pathlib import Path


class ProcessLock:
    """A lock held by this process until `release` or the end of the process. Create it with `acquire_process_lock`."""

    def __init__(self, descriptor: int | None) -> None:
        """Take over the descriptor of the locked file; None if the file can't be locked."""
        self._descriptor = descriptor

    def release(self) -> None:
        """Let other processes take the lock. The file stays, because another process may already have opened it."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def acquire_process_lock(file: Path) -> ProcessLock | None:
    """Lock `file`, which is created if necessary, and return the lock; None if another process holds it.

    The content of the file means nothing and stays as it is. If the file can't be opened, or its file system has no
    locks, the result is a lock that keeps nobody out: without it, two windows may use the same collection, which
    SQLite keeps consistent.
    """
    try:
        # Descriptors are not inherited by child processes, so none of them keeps the lock.
        descriptor = os.open(file, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError:
        return ProcessLock(None)
    try:
        _lock(descriptor)
    except (BlockingIOError, PermissionError):
        os.close(descriptor)
        return None
    except OSError:  # such as ENOLCK or ENOTSUP
        os.close(descriptor)
        return ProcessLock(None)
    return ProcessLock(descriptor)


if sys.platform == "win32":

    def _lock(descriptor: int) -> None:
        """Lock the file without waiting. Raises PermissionError if another process holds the lock."""
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:

    def _lock(descriptor: int) -> None:
        """Lock the file without waiting. Raises BlockingIOError if another process holds the lock."""
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

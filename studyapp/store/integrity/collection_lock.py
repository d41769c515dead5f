"""A lock file beside the collection, which tells whether another connection uses the collection.

Every open collection holds a shared lock. The operating system releases it when the process ends. SQLite's own locks
do not serve this purpose: asking for them would already recover the write-ahead log.
"""

import contextlib
import os
import time
from pathlib import Path

from studyapp.store.integrity.file_identity import sidecar_path

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

_SUFFIX = "-lock"
_SQLITE_LOCK_BYTE = 128
"""SQLite holds a lock on this byte of the shared memory file while the collection is open (“dead man's switch”)."""

_RETRY_SECONDS = 0.05


class CollectionLock:
    """The lock of one connection. Where locks are not supported, it never has exclusive use."""

    def __init__(self, collection: Path) -> None:
        self._descriptor: int | None = None
        if fcntl is not None:
            with contextlib.suppress(OSError):  # the folder may be read-only
                path = collection.with_name(collection.name + _SUFFIX)
                self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)

    def try_exclusive(self) -> bool:
        """Return whether the lock is now held exclusively: nobody else has the collection open."""
        return self._descriptor is not None and self._try_lock(self._descriptor, exclusive=True)

    def share(self, timeout_seconds: float) -> bool:
        """Acquire a shared lock. Return False if another process still holds it exclusively after the timeout."""
        if self._descriptor is None:
            return True
        deadline = time.monotonic() + timeout_seconds
        while not self._try_lock(self._descriptor, exclusive=False):
            if time.monotonic() > deadline:
                return False
            time.sleep(_RETRY_SECONDS)
        return True

    def close(self) -> None:
        """Release the lock."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def _try_lock(self, descriptor: int, *, exclusive: bool) -> bool:
        kind = fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH
        try:
            fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # the file system does not support locks
            self.close()
            return not exclusive
        return True


def is_open_in_sqlite(collection: Path) -> bool:
    """Return whether another process has the collection open without a `CollectionLock`, as earlier versions do.

    Call it only if this process does not have the collection open: it would lose its locks.
    """
    if fcntl is None:
        return False
    try:
        with sidecar_path(collection, "-shm").open("r+b") as file:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, _SQLITE_LOCK_BYTE)
    except (BlockingIOError, PermissionError):
        return True
    except OSError:  # there is no such file, or the file system does not support locks
        return False
    return False

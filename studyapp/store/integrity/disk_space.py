"""Finding out whether a write failed because the disk is full. SQLite reports some of these errors as I/O errors."""

import errno
import os
from contextlib import suppress
from pathlib import Path

from studyapp.temporary_files import temporary_file_name

_PROBE_BYTES = 64 * 1024
_FULL_DISK_ERRORS = {errno.ENOSPC, errno.EFBIG} | {getattr(errno, "EDQUOT", errno.ENOSPC)}


def is_disk_full(path: Path) -> bool:
    """Return whether the file at `path` can't grow: the disk or the quota is full, or the file would be too large.

    It writes a temporary file next to `path`, which is removed again.
    """
    probe = path.with_name(temporary_file_name())
    try:
        with probe.open("xb") as file:
            # A sparse file as long as the collection takes no more space, but is subject to the same size limit.
            file.seek(max(_size(path), _size(path.with_name(f"{path.name}-wal"))))
            file.write(b"\x01" * _PROBE_BYTES)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        return error.errno in _FULL_DISK_ERRORS
    finally:
        with suppress(OSError):
            probe.unlink(missing_ok=True)
    return False


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0

"""Writing a file so that there is always the old one or the new one, whole."""

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A file to write that takes the place of the one at `path`, if any, once all went well and it is on the disk: a
    failure at any moment leaves the old one or none. OSError, with the name of `path`, when it can't be written."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if path.exists() and not path.is_file():
        raise FileExistsError(errno.EEXIST, "it is there and no ordinary file", str(path))
    temporary = path.with_name(f".studyapp-{secrets.token_hex(6)}.part")
    try:
        with temporary.open("x+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException as problem:
        temporary.unlink(missing_ok=True)
        if isinstance(problem, OSError) and problem.filename in (None, str(temporary)):
            raise type(problem)(problem.errno, problem.strerror, str(path)) from problem
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make a new name last through a power cut, where the system can: Windows opens no folder, and needs no sync."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

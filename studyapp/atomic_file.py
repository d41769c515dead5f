"""Atomic replacement of files: even after a power failure, there is either the old file or the complete new one."""

import errno
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from studyapp.temporary_files import remove_leftover_files, temporary_file_name

_ALL_WRITE_BITS = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


class ContentChanged(OSError):
    """A file that was to be replaced does not have the expected content any more. It is unchanged."""

    def __init__(self, path: Path) -> None:
        super().__init__(errno.EBUSY, "another program changed the file just now", str(path))


@contextmanager
def replacement_path(path: Path, check_before_replacing: Callable[[], None] | None = None) -> Iterator[Path]:
    """Yield a temporary path next to `path`.

    The file that the block writes there replaces `path` when the block ends. If the block or
    `check_before_replacing` raises an exception, the temporary file is removed and `path` is unchanged.
    """
    remove_leftover_files(path.parent)
    temporary = path.with_name(temporary_file_name())
    try:
        yield temporary
        with temporary.open("r+b") as file:
            os.fsync(file.fileno())
        if check_before_replacing is not None:
            check_before_replacing()
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


@contextmanager
def atomic_write(path: Path) -> Iterator[BinaryIO]:
    """Yield a writable file that replaces or creates `path` when the block ends.

    Raises OSError, with `path` as its filename, if `path` is not a regular file or can't be written.
    """
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if path.exists() and not path.is_file():
        raise FileExistsError(errno.EEXIST, "it exists and is not a regular file", str(path))
    temporary = None
    try:
        with replacement_path(path) as temporary, temporary.open("x+b") as file:
            yield file
    except OSError as error:
        if error.filename in (None, str(temporary)):
            raise type(error)(error.errno, error.strerror, str(path)) from error
        raise


def replace_content(path: Path, data: bytes, expected: bytes | None = None) -> None:
    """Replace the content of an existing file and preserve its mode.

    If `path` is a symbolic link, its target is replaced. Raises OSError if that fails or the file is read-only, and
    ContentChanged if it does not have the `expected` content right before it is replaced; the file is then unchanged.
    """
    target = path.resolve(strict=True)
    mode = stat.S_IMODE(target.stat().st_mode)
    if not mode & _ALL_WRITE_BITS or not os.access(
        target, os.W_OK
    ):  # the folder alone would allow replacing it
        raise PermissionError(errno.EACCES, "the file is read-only", str(path))

    def check() -> None:
        if expected is not None and target.read_bytes() != expected:
            raise ContentChanged(path)

    with replacement_path(target, check) as temporary:
        temporary.touch(mode=0o600)  # until it has the mode of the file, nobody else may read it
        temporary.write_bytes(data)
        temporary.chmod(mode)


def create_file(path: Path, data: bytes) -> None:
    """Create a file with this content. Raises FileExistsError if it exists, and OSError if it can't be written."""

    def check() -> None:
        if path.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))

    with replacement_path(path, check) as temporary:
        temporary.write_bytes(data)


def _sync_folder(folder: Path) -> None:
    """Flush the folder's entries to disk. Windows can't open folders and does not need this."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

"""Replacing files atomically: at any moment, also after a power cut, there is the old file or the complete new one."""

import errno
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


@contextmanager
def replacement_path(path: Path) -> Iterator[Path]:
    """A temporary path beside `path`. The file that the block writes there replaces `path` when the block ends; if it
    fails, the file is removed and `path` stays as it was."""
    # The suffix keeps a file that a crash leaves behind from being taken for a deck or a backup.
    temporary = path.with_name(f".studyapp-{secrets.token_hex(6)}.part")
    try:
        yield temporary
        with temporary.open("r+b") as file:
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


@contextmanager
def atomic_write(path: Path) -> Iterator[BinaryIO]:
    """A file whose content replaces that of `path`, or creates it, when the block ends. OSError, with `path` as its
    filename, if `path` is a folder or can't be written."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if path.exists() and not path.is_file():
        raise FileExistsError(errno.EEXIST, "it exists and is not a regular file", str(path))
    temporary = None
    try:
        with replacement_path(path) as temporary, temporary.open("x+b") as file:
            yield file
            file.flush()
    except OSError as error:
        if error.filename in (None, str(temporary)):
            raise type(error)(error.errno, error.strerror, str(path)) from error
        raise


def replace_content(path: Path, data: bytes) -> None:
    """Replace the content of an existing file. Its mode is kept, and a symbolic link still points to it. OSError if
    that fails; the file is then unchanged."""
    target = path.resolve(strict=True)
    mode = stat.S_IMODE(target.stat().st_mode)
    with replacement_path(target) as temporary:
        temporary.write_bytes(data)
        temporary.chmod(mode)


def _sync_folder(folder: Path) -> None:
    """Make a new file name durable. Windows can't open folders, and needs no sync."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

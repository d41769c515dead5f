"""Writing the files of an edit. A file that another program has changed meanwhile is never overwritten."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from studyapp.atomic_file import ContentChanged, create_file, replace_content
from studyapp.services.editing.steps import edit_errors
from studyapp.services.editing.steps.edit_errors import EditError, FileChangedMeanwhile


class FileWrite(NamedTuple):
    """A file whose content is `old` becomes `new`; None means that the file does not exist.

    If `moved_from` is set, that file, whose content is `old`, is moved to `path` instead.
    """

    path: Path
    old: bytes | None
    new: bytes | None
    moved_from: Path | None = None

    def reversed(self) -> "FileWrite":
        """Return the write that takes this one back."""
        if self.moved_from is not None:
            return FileWrite(self.moved_from, self.old, self.new, self.path)
        return FileWrite(self.path, self.new, self.old)


def take_back(written: Sequence[FileWrite]) -> bool:
    """Give files that were written their old content again, as far as possible, and return whether all have it."""
    is_complete = True
    for write in reversed(written):
        try:
            write_file(write.reversed())
        except EditError:
            is_complete = False
    return is_complete


def write_file(write: FileWrite) -> None:
    """Write one file. Raises EditError if it can't be written, and FileChangedMeanwhile if it does not have its old
    content any more."""
    try:
        if write.moved_from is not None:
            _move_file(write.moved_from, write.path, write.old)
        elif write.new is None:
            _remove_file(write.path, write.old)
        elif write.old is None:
            write.path.parent.mkdir(parents=True, exist_ok=True)
            create_file(write.path, write.new)
        else:
            replace_content(write.path, write.new, write.old)
    except FileExistsError as error:
        raise EditError(edit_errors.FILE_IN_THE_WAY, file=write.path) from error
    except (ContentChanged, FileNotFoundError) as error:
        raise FileChangedMeanwhile(edit_errors.FILE_CHANGED, file=write.moved_from or write.path) from error
    except OSError as error:
        raise EditError(edit_errors.NOT_WRITABLE, file=write.path, reason=error.strerror or error) from error


def _move_file(source: Path, target: Path, content: bytes | None) -> None:
    if source.read_bytes() != content:
        raise ContentChanged(source)
    target.parent.mkdir(parents=True, exist_ok=True)
    if os.path.lexists(target):
        raise FileExistsError
    if source.is_symlink():
        _move_link(source, target)
    else:
        source.rename(target)


def _move_link(source: Path, target: Path) -> None:
    """Move a symbolic link. One that is relative gets another text, so that it leads to the same file."""
    destination = source.readlink()
    if not destination.is_absolute():
        destination = Path(os.path.relpath(source.parent.resolve() / destination, target.parent.resolve()))
    target.symlink_to(destination)
    source.unlink()


def _remove_file(path: Path, content: bytes | None) -> None:
    if path.read_bytes() != content:
        raise ContentChanged(path)
    path.unlink()

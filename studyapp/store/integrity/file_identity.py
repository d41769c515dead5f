"""The identity of the open collection file, to notice that it was moved, deleted or replaced.

SQLite keeps writing to an open file even if it no longer has a name, so everything written then would be lost.
"""

import contextlib
from pathlib import Path

WAL_SUFFIX = "-wal"
"""The suffix of the write-ahead log, the file beside the collection that holds the newest transactions."""


REPLAYED_SUFFIXES = (WAL_SUFFIX, "-journal")
"""The suffixes of the files that SQLite replays when it opens the collection."""


FileIdentity = tuple[int, int]
"""The device and the inode of a file."""


def identify(path: Path) -> FileIdentity | None:
    """Return the identity of the file at `path`; None if there is none."""
    try:
        details = path.stat()
    except OSError:
        return None
    return (details.st_dev, details.st_ino)


class OpenFiles:
    """The files of an open collection, as they were when it was opened."""

    def __init__(self, collection: Path) -> None:
        self._identity_by_path: dict[Path, FileIdentity | None] = {
            path: identify(path) for path in (collection, sidecar_path(collection, WAL_SUFFIX))
        }

    def find_missing(self) -> Path | None:
        """Return the first file that is no longer at its path; None if all are.

        A file that did not exist when the collection was opened is remembered when it is first seen.
        """
        for path, opened in self._identity_by_path.items():
            current = identify(path)
            if opened is None:
                self._identity_by_path[path] = current
            elif current != opened:
                return path
        return None


def sidecar_path(collection: Path, suffix: str) -> Path:
    """Return the path of a file that SQLite keeps beside the collection; if that is a symbolic link, beside its
    target."""
    file = collection.resolve() if collection.is_symlink() else collection
    return file.with_name(file.name + suffix)


def has_replayed_files(collection: Path) -> bool:
    """Return whether SQLite would replay a file beside the collection."""
    for suffix in REPLAYED_SUFFIXES:
        with contextlib.suppress(OSError):
            if sidecar_path(collection, suffix).stat().st_size > 0:
                return True
    return False

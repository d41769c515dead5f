"""A copy of the collection that a running Anki has open, to read without disturbing it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

_TRIES = 5
_PARTS = ("", "-wal")


@contextmanager
def copied(collection: Path) -> Iterator[Path]:
    """The copy, until the block ends. Anki may write while it is made: then it is made again. OSError when the
    collection can't be read."""
    with TemporaryDirectory(prefix="studyapp-") as folder:
        for attempt in range(_TRIES):
            copy = Path(folder) / f"{attempt}.anki2"
            before = _state(collection)
            for ending in _PARTS:
                source = collection.with_name(collection.name + ending)
                if source.exists() or not ending:
                    shutil.copyfile(source, copy.with_name(copy.name + ending))
            if _state(collection) == before:
                break
        yield copy


def _state(collection: Path) -> list[tuple[int, int] | None]:
    found: list[tuple[int, int] | None] = []
    for ending in _PARTS:
        try:
            details = collection.with_name(collection.name + ending).stat()
            found.append((details.st_size, details.st_mtime_ns))
        except FileNotFoundError:
            found.append(None)
    return found

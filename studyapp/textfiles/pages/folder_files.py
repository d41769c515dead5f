"""The files in a folder or below it, for the pictures and sounds of a text file."""

import os
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path, PurePosixPath

from studyapp.core.transfer.unreadable_file import MAX_IMPORTED_FILE_BYTES

_CHUNK_BYTES = 1024**2
_MAX_SEARCHED_FILES = 50_000


class FolderFiles:
    """The files in a folder or below it that are small enough. Names are paths relative to the folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find(self, name: str) -> Path | None:
        """Return the path of a file, or None if there is none or it is too large."""
        try:
            path = (self._folder / name).resolve()
            is_usable = (
                ".." not in PurePosixPath(name).parts
                and path.is_relative_to(self._folder.resolve())
                and path.is_file()
                and path.stat().st_size <= MAX_IMPORTED_FILE_BYTES
            )
        except (OSError, ValueError):  # not a valid file name
            return None
        return path if is_usable else None

    def read(self, name: str) -> Iterator[bytes]:
        """Yield the content of a file. Raises KeyError if there is none."""
        path = self.find(name)
        if path is None:
            raise KeyError(name)
        with path.open("rb") as file:
            yield from iter(lambda: file.read(_CHUNK_BYTES), b"")

    @cached_property
    def name_by_file_name(self) -> dict[str, str]:
        """The files by their names without folders, in lower case. Of equal names, the shortest path counts."""
        names: list[str] = []
        for folder, folders, files in os.walk(self._folder):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            names += (Path(folder, name).relative_to(self._folder).as_posix() for name in files)
            if len(names) > _MAX_SEARCHED_FILES:
                break
        deepest_first = sorted(names, key=lambda name: (name.count("/"), name), reverse=True)
        return {name.rpartition("/")[2].lower(): name for name in deepest_first}

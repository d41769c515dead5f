"""The ZIP archive of a package from somebody else. Its entries are unpacked in chunks, and the bytes are counted."""

import io
import struct
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from studyapp.anki.reading.package_limits import MAX_DIRECTORY_BYTES, MEGABYTE
from studyapp.core.text.translatable import QT_TRANSLATE_NOOP
from studyapp.core.transfer.unreadable_file import UnreadableFileError

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

NEWEST_COLLECTION = "collection.anki21b"
"""The entry whose presence tells that the package is in the newest format."""

_CHUNK_BYTES = MEGABYTE
_COMPRESSIONS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The methods that Anki uses. Others, such as LZMA, may need gigabytes of memory to unpack."""

_ENCRYPTED_FLAG = 1
_ZSTD_MAGIC = b"\x28\xb5\x2f\xfd"


class PackageArchive:
    """An open archive. `check_cancelled` is called for each chunk and may raise."""

    def __init__(self, archive: zipfile.ZipFile, size: int, check_cancelled: Callable[[], None]) -> None:
        self._archive, self._check_cancelled = archive, check_cancelled
        self.size = size
        self.names = frozenset(archive.namelist())
        self._uses_zstd = NEWEST_COLLECTION in self.names

    def packed_size(self, name: str) -> int:
        """Return the packed size of an entry in bytes, which the archive declares."""
        return min(self._archive.getinfo(name).compress_size, self.size)

    def declared_size(self, name: str) -> int:
        """Return the size of an entry in bytes that the archive declares. The actual size may differ."""
        return self._archive.getinfo(name).file_size

    def iterate_chunks(self, name: str, max_bytes: int) -> Iterator[bytes]:
        """Yield the content of an entry, which the newest format also compresses with Zstandard.

        Raises UnreadableFileError if it is damaged, encrypted, or larger than `max_bytes`, whatever size the archive
        declares.
        """
        remaining = max_bytes
        with _replace_library_errors(), self._open_entry(name) as file:
            while True:
                self._check_cancelled()
                chunk = file.read(min(_CHUNK_BYTES, remaining + 1))
                if not chunk:
                    break
                remaining -= len(chunk)
                if remaining < 0:
                    raise UnreadableFileError(
                        QT_TRANSLATE_NOOP("Problem", "{name} is larger than {limit} MB"),
                        name=name,
                        limit=max_bytes // MEGABYTE,
                    )
                yield chunk

    def _open_entry(self, name: str) -> IO[bytes] | zstd.ZstdFile:
        entry = self._archive.getinfo(name)
        if entry.flag_bits & _ENCRYPTED_FLAG:
            raise UnreadableFileError(QT_TRANSLATE_NOOP("Problem", "it is encrypted"))
        if entry.compress_type not in _COMPRESSIONS:
            raise UnreadableFileError(
                QT_TRANSLATE_NOOP("Problem", "{name} is compressed with an unsupported method"), name=name
            )
        with self._archive.open(name) as start:
            is_zstd = self._uses_zstd and start.read(len(_ZSTD_MAGIC)) == _ZSTD_MAGIC
        file = self._archive.open(name)
        return zstd.open(file) if is_zstd else file


@contextmanager
def open_archive(path: Path, check_cancelled: Callable[[], None]) -> Iterator[PackageArchive]:
    """Open the archive of a package.

    Raises UnreadableFileError if it is not a ZIP archive, and OSError if it can't be read.
    """
    with _DirectoryLimitedFile(io.FileIO(path)) as file:
        with _replace_library_errors():
            archive = zipfile.ZipFile(file)
        with archive:
            yield PackageArchive(archive, path.stat().st_size, check_cancelled)


class _DirectoryLimitedFile(io.BufferedReader):
    """A file that refuses large reads and invalid positions. `zipfile` reads the whole directory at once, and everything else in chunks."""

    def read(self, size: int | None = -1, /) -> bytes:
        """Read up to `size` bytes."""
        if size is not None and size > MAX_DIRECTORY_BYTES:
            raise UnreadableFileError(QT_TRANSLATE_NOOP("Problem", "it contains too many files"))
        return super().read(size)

    def seek(self, target: int, whence: int = io.SEEK_SET, /) -> int:
        """Move to a position. A damaged directory refers to files before the start of the archive."""
        if whence == io.SEEK_SET and target < 0:
            raise zipfile.BadZipFile("an entry lies before the start of the archive")
        return super().seek(target, whence)


@contextmanager
def _replace_library_errors() -> Iterator[None]:
    """Raise UnreadableFileError in place of the errors that libraries raise for a damaged archive."""
    try:
        yield
    except (
        zipfile.BadZipFile,
        zlib.error,
        zstd.ZstdError,
        struct.error,
        EOFError,
        ValueError,
        LookupError,
        ArithmeticError,
        NotImplementedError,
    ) as error:
        raise UnreadableFileError.from_library(error) from error

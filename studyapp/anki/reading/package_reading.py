"""Reader for Anki packages (`.apkg`) and whole collections (`.colpkg`) in their three formats.

The newest format in the file is read, because the older one next to it only asks the user to update Anki.
Packages are untrusted: sizes are limited, names can't lead out of a folder, and a damaged package always
raises UnreadableFileError.
"""

import json
import lzma
import sqlite3
import sys
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from studyapp.anki.reading.collection_reading import read_collection
from studyapp.anki.reading.protobuf import get_text_field, parse_message
from studyapp.core.text.translatable import QT_TRANSLATE_NOOP
from studyapp.core.transfer.package_model import PackageData
from studyapp.core.transfer.unreadable_file import MAX_IMPORTED_FILE_BYTES, UnreadableFileError

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

MAX_COLLECTION_BYTES = 2 * 1024**3

_COLLECTION_ANKI21B, _COLLECTION_ANKI21, _COLLECTION_ANKI2, _MEDIA_INDEX = (
    "collection.anki21b",
    "collection.anki21",
    "collection.anki2",
    "media",
)
_CHUNK_BYTES = 1024**2


def is_zip_file(path: Path) -> bool:
    """Return whether the file is a ZIP archive, as every package is.

    Raises OSError if it can't be read.
    """
    with path.open("rb") as file:
        return zipfile.is_zipfile(file)


@contextmanager
def open_package(path: Path) -> Iterator[PackageData]:
    """Open a package; its media can be read until the block ends.

    Raises UnreadableFileError if it is not a package or is damaged, and OSError if the file can't be read.
    """
    with _wrap_library_errors():
        package = zipfile.ZipFile(path)
    with package:
        names = set(package.namelist())
        is_newest = _COLLECTION_ANKI21B in names
        collection_name = next(
            (name for name in (_COLLECTION_ANKI21B, _COLLECTION_ANKI21, _COLLECTION_ANKI2) if name in names),
            None,
        )
        if collection_name is None:
            raise UnreadableFileError(QT_TRANSLATE_NOOP("Problem", "it contains no Anki collection"))
        with _wrap_library_errors():
            entry_by_media_name = _read_media_index(package, is_newest)
            data = _read_zip_entry(package, collection_name, MAX_COLLECTION_BYTES, is_zstd=is_newest)
            package_data = _read_collection_bytes(data)

        def read_media(name: str) -> bytes:
            with _wrap_library_errors():
                return _read_zip_entry(
                    package, entry_by_media_name[name], MAX_IMPORTED_FILE_BYTES, is_zstd=is_newest
                )

        yield package_data._replace(media_names=frozenset(entry_by_media_name), read_media=read_media)


@contextmanager
def _wrap_library_errors() -> Iterator[None]:
    """Raise UnreadableFileError in place of the errors that libraries raise for a damaged file."""
    try:
        yield
    except (
        zipfile.BadZipFile,
        zlib.error,
        zstd.ZstdError,
        EOFError,
        lzma.LZMAError,
        UnicodeDecodeError,
        NotImplementedError,
        RuntimeError,
    ) as error:
        raise UnreadableFileError.from_library(error) from error


def _read_collection_bytes(data: bytes) -> PackageData:
    if len(data) < 100 or not data.startswith(b"SQLite format 3\0"):
        raise UnreadableFileError(QT_TRANSLATE_NOOP("Problem", "its collection is not an SQLite database"))
    # Clear the write-ahead log mode in bytes 18 and 19, which an in-memory database can't use.
    in_memory = b"".join((data[:18], b"\x01\x01", data[20:]))
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.deserialize(in_memory)
            return read_collection(connection)
        except (sqlite3.Error, ValueError, LookupError, TypeError, AttributeError, OverflowError) as error:
            raise UnreadableFileError(
                QT_TRANSLATE_NOOP("Problem", "its collection is damaged: {error}"), error=error
            ) from error


def _read_media_index(package: zipfile.ZipFile, is_current_format: bool) -> dict[str, str]:
    """Return the entry names in the archive by media name.

    Leaves out unsafe names and entries that are missing.
    """
    if _MEDIA_INDEX not in package.namelist():
        return {}
    index_data = _read_zip_entry(package, _MEDIA_INDEX, MAX_IMPORTED_FILE_BYTES, is_zstd=is_current_format)
    try:
        if is_current_format:
            entries = parse_message(index_data).get(1, ())
            names = [get_text_field(parse_message(entry), 1) for entry in entries if isinstance(entry, bytes)]
            entry_by_media_name = {name: str(number) for number, name in enumerate(names)}
        else:
            entry_by_media_name = {
                str(name): str(number) for number, name in json.loads(index_data or b"{}").items()
            }
    except (ValueError, AttributeError) as error:
        raise UnreadableFileError(
            QT_TRANSLATE_NOOP("Problem", "its media list is damaged: {error}"), error=error
        ) from error
    archive_names = set(package.namelist())
    return {
        name: number
        for name, number in entry_by_media_name.items()
        if number in archive_names and _is_safe_name(name)
    }


def _is_safe_name(name: str) -> bool:
    return bool(name) and not set(name) & set("/\\:\0") and name not in (".", "..")


def _read_zip_entry(package: zipfile.ZipFile, name: str, max_bytes: int, *, is_zstd: bool) -> bytes:
    """Return the content of an archive entry.

    Raises UnreadableFileError if it is larger than `max_bytes`, whatever size the archive declares.
    """
    chunks: list[bytes] = []
    remaining = max_bytes
    with package.open(name) as entry, zstd.open(entry) if is_zstd else entry as file:
        while chunk := file.read(min(_CHUNK_BYTES, remaining + 1)):
            remaining -= len(chunk)
            if remaining < 0:
                raise UnreadableFileError(
                    QT_TRANSLATE_NOOP("Problem", "{name} is larger than {limit} MB"),
                    name=name,
                    limit=max_bytes // 1024**2,
                )
            chunks.append(chunk)
    return b"".join(chunks)

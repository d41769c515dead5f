"""Reads Anki's packages (`.apkg`) and whole collections (`.colpkg`), in the three forms that they have had.

The newest form that is in the file counts: beside it lies an older one that only asks to update Anki. Packages come
from anybody: sizes are bounded, names lead nowhere, and a damaged one is a `PackageError`, never another exception.
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
from studyapp.anki.reading.protobuf import parse_message, read_text
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
    """Whether the file is a ZIP archive, as every package is. OSError if it can't be read."""
    with path.open("rb") as file:
        return zipfile.is_zipfile(file)


@contextmanager
def open_package(path: Path) -> Iterator[PackageData]:
    """What the package holds; its media can be read until the block ends. UnreadablePackage when it is none, OSError
    when the file can't be read."""
    with _wrap_library_errors():
        package = zipfile.ZipFile(path)
    with package:
        names = set(package.namelist())
        is_newest = _COLLECTION_ANKI21B in names
        inside = next(
            (name for name in (_COLLECTION_ANKI21B, _COLLECTION_ANKI21, _COLLECTION_ANKI2) if name in names),
            None,
        )
        if inside is None:
            raise UnreadableFileError(QT_TRANSLATE_NOOP("Problem", "it contains no Anki collection"))
        with _wrap_library_errors():
            media = _read_media_index(package, is_newest)
            data = _read_zip_entry(package, inside, MAX_COLLECTION_BYTES, is_zstd=is_newest)
            found = _read_collection_bytes(data)

        def read(name: str) -> bytes:
            with _wrap_library_errors():
                return _read_zip_entry(package, media[name], MAX_IMPORTED_FILE_BYTES, is_zstd=is_newest)

        yield found._replace(media_names=frozenset(media), read_media=read)


@contextmanager
def _wrap_library_errors() -> Iterator[None]:
    """What the libraries say of a damaged file, as one kind of fault."""
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
    # A database in memory has no place for the files of a write-ahead log, whose mark is in bytes 18 and 19.
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
    """The names in the package by the names that notes know; those that could lead out of a folder are left out."""
    if _MEDIA_INDEX not in package.namelist():
        return {}
    listed = _read_zip_entry(package, _MEDIA_INDEX, MAX_IMPORTED_FILE_BYTES, is_zstd=is_current_format)
    try:
        if is_current_format:
            entries = parse_message(listed).get(1, ())
            names = [read_text(parse_message(entry), 1) for entry in entries if isinstance(entry, bytes)]
            found = {name: str(number) for number, name in enumerate(names)}
        else:
            found = {str(name): str(number) for number, name in json.loads(listed or b"{}").items()}
    except (ValueError, AttributeError) as error:
        raise UnreadableFileError(
            QT_TRANSLATE_NOOP("Problem", "its media list is damaged: {error}"), error=error
        ) from error
    inside = set(package.namelist())
    return {name: number for name, number in found.items() if number in inside and _is_safe_name(name)}


def _is_safe_name(name: str) -> bool:
    return bool(name) and not set(name) & set("/\\:\0") and name not in (".", "..")


def _read_zip_entry(package: zipfile.ZipFile, name: str, max_bytes: int, *, is_zstd: bool) -> bytes:
    """The content of an entry; never more than `largest` bytes, whatever the package says of itself."""
    pieces: list[bytes] = []
    left = max_bytes
    with package.open(name) as packed, zstd.open(packed) if is_zstd else packed as file:
        while piece := file.read(min(_CHUNK_BYTES, left + 1)):
            left -= len(piece)
            if left < 0:
                raise UnreadableFileError(
                    QT_TRANSLATE_NOOP("Problem", "{name} is larger than {limit} MB"),
                    name=name,
                    limit=max_bytes // 1024**2,
                )
            pieces.append(piece)
    return b"".join(pieces)

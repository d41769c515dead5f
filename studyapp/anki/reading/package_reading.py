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
from studyapp.anki.reading.protobuf import fields_of, text_of
from studyapp.core.transfer.package_model import Found
from studyapp.core.transfer.unreadable_file import LARGEST_FILE, UnreadablePackage

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

LARGEST_COLLECTION = 2 * 1024**3

_NEWEST, _OLDER, _OLDEST, _MEDIA = "collection.anki21b", "collection.anki21", "collection.anki2", "media"
_CHUNK = 1024**2


@contextmanager
def open_package(path: Path) -> Iterator[Found]:
    """What the package holds; its media can be read until the block ends. UnreadablePackage when it is none, OSError
    when the file can't be read."""
    with _faults_told():
        package = zipfile.ZipFile(path)
    with package:
        names = set(package.namelist())
        is_newest = _NEWEST in names
        inside = next((name for name in (_NEWEST, _OLDER, _OLDEST) if name in names), None)
        if inside is None:
            raise UnreadablePackage("there is no collection in it")
        with _faults_told():
            media = _media(package, is_newest)
            data = _unpacked(package, inside, LARGEST_COLLECTION, is_zstd=is_newest)
            found = _found(data)

        def read(name: str) -> bytes:
            with _faults_told():
                return _unpacked(package, media[name], LARGEST_FILE, is_zstd=is_newest)

        yield found._replace(media=frozenset(media), read=read)


@contextmanager
def _faults_told() -> Iterator[None]:
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
        raise UnreadablePackage(str(error)) from error


def _found(data: bytes) -> Found:
    if len(data) < 100 or not data.startswith(b"SQLite format 3\0"):
        raise UnreadablePackage("its collection is no database")
    # A database in memory has no place for the files of a write-ahead log, whose mark is in bytes 18 and 19.
    in_memory = b"".join((data[:18], b"\x01\x01", data[20:]))
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.deserialize(in_memory)
            return read_collection(connection)
        except (sqlite3.Error, ValueError, LookupError, TypeError, AttributeError, OverflowError) as error:
            raise UnreadablePackage(f"its collection is damaged: {error}") from error


def _media(package: zipfile.ZipFile, is_newest: bool) -> dict[str, str]:
    """The names in the package by the names that notes know; those that could lead out of a folder are left out."""
    if _MEDIA not in package.namelist():
        return {}
    listed = _unpacked(package, _MEDIA, LARGEST_FILE, is_zstd=is_newest)
    try:
        if is_newest:
            entries = fields_of(listed).get(1, ())
            names = [text_of(fields_of(entry), 1) for entry in entries if isinstance(entry, bytes)]
            found = {name: str(number) for number, name in enumerate(names)}
        else:
            found = {str(name): str(number) for number, name in json.loads(listed or b"{}").items()}
    except (ValueError, AttributeError) as error:
        raise UnreadablePackage(f"its list of media is damaged: {error}") from error
    inside = set(package.namelist())
    return {name: number for name, number in found.items() if number in inside and _is_plain(name)}


def _is_plain(name: str) -> bool:
    return bool(name) and not set(name) & set("/\\:\0") and name not in (".", "..")


def _unpacked(package: zipfile.ZipFile, name: str, largest: int, *, is_zstd: bool) -> bytes:
    """The content of an entry; never more than `largest` bytes, whatever the package says of itself."""
    pieces: list[bytes] = []
    left = largest
    with package.open(name) as packed, zstd.open(packed) if is_zstd else packed as file:
        while piece := file.read(min(_CHUNK, left + 1)):
            left -= len(piece)
            if left < 0:
                raise UnreadablePackage(f"{name} is larger than {largest // 1024**2} MB")
            pieces.append(piece)
    return b"".join(pieces)

"""Recovery of journal entries from a damaged collection.

Every page of the file and of its write-ahead log is searched for rows of the journal. This finds entries that SQLite
can't reach any more because an index or another page is damaged. Entries never change, so an old copy of a row is as
good as the newest.
"""

import struct
from collections.abc import Iterator
from pathlib import Path

from studyapp.core.study.journal import Entry, EntryId
from studyapp.store import journal_entries
from studyapp.store.integrity.file_identity import WAL_SUFFIX, sidecar_path
from studyapp.store.integrity.record_format import Value, iterate_records

_DEFAULT_PAGE_BYTES = 4096
_WAL_HEADER_BYTES, _FRAME_HEADER_BYTES = 32, 24


def recover_entries(collection: Path) -> dict[EntryId, Entry]:
    """Return all entries that can be read from a damaged file and its write-ahead log.

    Raises OSError if the file exists but can't be read.
    """
    entries = {}
    for page, is_first in _iterate_pages(collection):
        for record in iterate_records(page, is_first=is_first):
            entry = _to_entry(record)
            if entry is not None:
                entries[entry.id] = entry
    return entries


def _to_entry(record: tuple[Value, ...]) -> Entry | None:
    """Return the entry in a record; None if it is a row of another table or makes no sense."""
    try:
        return journal_entries.decode_row(record)
    except (ValueError, TypeError):
        return None


def _iterate_pages(collection: Path) -> Iterator[tuple[bytes, bool]]:
    page_bytes = _DEFAULT_PAGE_BYTES
    if collection.exists():
        with collection.open("rb") as file:
            page_bytes = _page_bytes(file.read(_WAL_HEADER_BYTES))
            file.seek(0)
            for number, page in enumerate(iter(lambda: file.read(page_bytes), b"")):
                yield page, number == 0
    wal = sidecar_path(collection, WAL_SUFFIX)
    if wal.exists():
        with wal.open("rb") as file:
            file.seek(_WAL_HEADER_BYTES)
            while len(frame := file.read(_FRAME_HEADER_BYTES + page_bytes)) > _FRAME_HEADER_BYTES:
                (page_number,) = struct.unpack_from(">I", frame)
                yield frame[_FRAME_HEADER_BYTES:], page_number == 1


def _page_bytes(header: bytes) -> int:
    """Return the page size in a file header; the default if the header is damaged."""
    size = int.from_bytes(header[16:18], "big")
    return size if size in (512, 1024, 2048, 4096, 8192, 16384, 32768) else _DEFAULT_PAGE_BYTES

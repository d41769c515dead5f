"""The list of media files in a package: which entry of the archive has which name."""

import codecs
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from studyapp.anki.reading.package_archive import PackageArchive
from studyapp.anki.reading.package_limits import MAX_MEDIA_FILES, MAX_MEDIA_INDEX_BYTES
from studyapp.anki.reading.protobuf import get_int_field, get_text_field, parse_message
from studyapp.anki.reading.untrusted_json import parse_untrusted_json
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.core.transfer.unreadable_file import UnreadableFileError

_INDEX = "media"
_NAME_FIELD, _SIZE_FIELD = 1, 2
"""Field numbers in the message of a media file."""

_MAX_REASON_LENGTH = 200
"""Characters of the reason in a message."""


class MediaEntry(NamedTuple):
    """An entry of the archive, and the size of its media file in bytes as far as the package states it."""

    entry_name: str
    declared_bytes: int


class MediaIndex(NamedTuple):
    """The media files by name, and what could not be read. Files with unsafe names are left out."""

    entry_by_media_name: Mapping[str, MediaEntry]
    losses: tuple[Loss, ...] = ()


def read_media_index(archive: PackageArchive) -> MediaIndex:
    """Return the media files of a package. A damaged list gives a loss and no files."""
    if _INDEX not in archive.names:
        return MediaIndex({})
    try:
        data = b"".join(archive.iterate_chunks(_INDEX, MAX_MEDIA_INDEX_BYTES))
        entries = dict(_parse_index(data))
        if len(entries) > MAX_MEDIA_FILES:
            raise ValueError(f"more than {MAX_MEDIA_FILES:,} files")
    except (UnreadableFileError, ValueError, AttributeError) as error:
        return MediaIndex({}, (Loss(LossKind.DAMAGED_MEDIA_LIST, "", f"{error}"[:_MAX_REASON_LENGTH]),))
    present = {
        name: MediaEntry(entry, size or archive.declared_size(entry))
        for name, (entry, size) in entries.items()
        if entry in archive.names and _is_safe_name(name)
    }
    missing_count = sum(entry not in archive.names for entry, _ in entries.values())
    if not missing_count:
        return MediaIndex(present)
    return MediaIndex(present, (Loss(LossKind.MISSING_ENTRIES, "", f"{missing_count:,}"),))


def _parse_index(data: bytes) -> Iterator[tuple[str, tuple[str, int]]]:
    """Yield each name with the name of its entry and its size, which is 0 if it is not stated.

    The list is a JSON object of names by number, in newer packages a message. A JSON object of numbers by name and a
    JSON list of names are understood as well. Raises ValueError or AttributeError if it is something else.
    """
    if data.removeprefix(codecs.BOM_UTF8).lstrip()[:1] not in (b"{", b"["):
        for number, entry in enumerate(parse_message(data).get(1, ())):
            message = parse_message(entry) if isinstance(entry, bytes) else {}
            yield get_text_field(message, _NAME_FIELD), (str(number), get_int_field(message, _SIZE_FIELD))
        return
    document = parse_untrusted_json(data) if data.strip() else {}
    items = enumerate(document) if isinstance(document, list) else document.items()
    for number, name in items:
        if not str(number).isdecimal() and str(name).isdecimal():
            number, name = name, number
        if str(number).isdecimal() and isinstance(name, str):
            yield name.encode(errors="replace").decode(), (str(number), 0)


def _is_safe_name(name: str) -> bool:
    return bool(name) and not set(name) & set("/\\:\0") and name not in (".", "..")

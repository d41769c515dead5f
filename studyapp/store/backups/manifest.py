"""The manifest of a backup: a JSON file that names the stored files. A backup exists once its manifest does.

Format 1: {"format": 1, "number", "device", "created": local time with UTC offset in ISO 8601, "reason", "collection": {"digest",
"size"}, "entries", "reviews", "notes", "cards", "files": [{"path", "digest", "size", "modified"}]}. A digest is the
SHA-256 of the content. Paths inside the data folder are relative to it. "modified" is in nanoseconds.
"""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from studyapp.store.database_copy import CollectionSummary

FORMAT = 1


class BackupReason(StrEnum):
    """Why a backup was made. The values are stored: never change one."""

    AUTOMATIC = "automatic"
    REQUESTED = "requested"
    BEFORE_RESTORE = "before-restore"


@dataclass(frozen=True, slots=True)
class StoredContent:
    """The SHA-256 and the size in bytes of the uncompressed content."""

    digest: str
    size: int


@dataclass(frozen=True, slots=True)
class BackedUpFile:
    """A file beside the collection. `modified` is its modification time in nanoseconds."""

    path: str
    content: StoredContent
    modified: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """A backup. Numbers grow with each backup and give their order, whatever the clock said. `device` is the id of the
    device that the collection belongs to; collections may share a folder."""

    number: int
    device: str
    created: datetime
    reason: BackupReason
    collection: StoredContent
    summary: CollectionSummary
    files: tuple[BackedUpFile, ...] = ()

    @property
    def digests(self) -> set[str]:
        """The digests of all stored content."""
        return {self.collection.digest, *(file.content.digest for file in self.files)}

    def has_same_content(self, other: "Manifest") -> bool:
        """Return whether both hold the same collection and the same files."""
        return self.collection == other.collection and {(file.path, file.content) for file in self.files} == {
            (file.path, file.content) for file in other.files
        }


def encode_manifest(manifest: Manifest) -> bytes:
    """Return the content of a manifest file."""
    files = [
        {"path": file.path, **asdict(file.content), "modified": file.modified} for file in manifest.files
    ]
    content = {
        "format": FORMAT,
        "number": manifest.number,
        "device": manifest.device,
        "created": manifest.created.isoformat(timespec="seconds"),
        "reason": manifest.reason.value,
        "collection": asdict(manifest.collection),
        **asdict(manifest.summary),
        "files": files,
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def decode_manifest(data: bytes) -> Manifest:
    """Return the manifest in the content of a file. Raises ValueError if it is not one."""
    try:
        return _decode(json.loads(data))
    except (KeyError, TypeError, AttributeError, RecursionError, OverflowError) as error:
        raise ValueError(f"not the manifest of a backup: {error!r}") from error


def _decode(content: dict[str, Any]) -> Manifest:
    if content["format"] != FORMAT:
        raise ValueError(f"the format of the backup is unknown: {content['format']}")
    summary = CollectionSummary(*(int(content[name]) for name in ("entries", "reviews", "notes", "cards")))
    files = tuple(
        BackedUpFile(str(file["path"]), _decode_content(file), int(file["modified"]))
        for file in content["files"]
    )
    if any("\0" in file.path for file in files):
        raise ValueError("a path with a NUL character")
    created = datetime.fromisoformat(content["created"])
    created.timestamp()  # raises an error for times that the system can't represent
    return Manifest(
        int(content["number"]),
        str(content["device"]),
        created,
        BackupReason(content["reason"]),
        _decode_content(content["collection"]),
        summary,
        files,
    )


def _decode_content(content: dict[str, Any]) -> StoredContent:
    digest = str(content["digest"])
    if len(digest) != 64 or not set(digest) <= set("0123456789abcdef"):
        raise ValueError(f"not a digest: {digest!r}")
    return StoredContent(digest, int(content["size"]))

"""The backups in a folder: listing, adding and deleting them.

backup-000012.json    a manifest
content/              the stored contents
collection-*.db       backups of earlier versions: plain copies of the collection
"""

import contextlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from studyapp.atomic_file import atomic_write
from studyapp.process_lock import acquire_process_lock
from studyapp.store.backups.content_store import ContentStore
from studyapp.store.backups.manifest import (
    BackupReason,
    Manifest,
    decode_manifest,
    encode_manifest,
)
from studyapp.store.backups.retention import DAYS, RetentionItem, select_outdated
from studyapp.store.database_copy import CollectionSummary, summarize_copy

SIZE_BUDGET_BYTES = 4 * 1024**3
"""What older backups may take on the disk in addition to the newest three; beyond it, the oldest are deleted."""

MIN_BACKUPS = 3
"""The number of newest backups that are kept whatever their size."""

_MANIFEST_PATTERN, _COPY_PATTERN, _DAILY_COPY_PATTERN = (
    "backup-*.json",
    "collection-*.db",
    "collection-????-??-??.db",
)


class Backup(NamedTuple):
    """A backup that can be restored. `manifest` is None for a plain copy from an earlier version."""

    path: Path
    created: datetime
    summary: CollectionSummary
    manifest: Manifest | None

    @property
    def name(self) -> str:
        """The name of the backup's file without its suffix, by which the command line refers to it."""
        return self.path.stem

    @property
    def content_bytes(self) -> int:
        """The size of everything in the backup, uncompressed."""
        if self.manifest is None:
            return self.path.stat().st_size
        return self.manifest.collection.size + sum(file.content.size for file in self.manifest.files)

    @property
    def order(self) -> tuple[int, int, str]:
        """The key that sorts backups from old to new: by number and content, because times may be wrong."""
        return (self.manifest.number if self.manifest else 0, self.summary.entries, self.name)


def list_backups(folders: Iterable[Path]) -> list[Backup]:
    """Return the readable backups in the folders, newest first."""
    backups = list[Backup]()
    for folder in folders:
        with contextlib.suppress(OSError):  # the folder may be on a disk that can't be read now
            backups += [*_list_manifests(folder), *_list_copies(folder)]
    return sorted(backups, key=lambda backup: backup.order, reverse=True)


def newest_of_device(folder: Path, device: str) -> Backup | None:
    """Return the newest backup of the collection with this device id in a folder; None if there is none."""
    own = [found for found in _list_manifests(folder) if found.manifest and found.manifest.device == device]
    return max(own, key=lambda backup: backup.order, default=None)


def next_number(folders: Iterable[Path]) -> int:
    """Return the number of the next backup: above those of all files, even if one can't be read."""
    names = [path.stem for folder in folders for path in folder.glob(_MANIFEST_PATTERN)]
    numbers = [name.removeprefix("backup-") for name in names]
    return 1 + max((int(number) for number in numbers if number.isdecimal()), default=0)


def content_store(folder: Path, tick: Callable[[], None] | None = None) -> ContentStore:
    """Return the contents stored in a folder of backups."""
    return ContentStore(folder / "content", tick) if tick else ContentStore(folder / "content")


def add_manifest(folder: Path, manifest: Manifest) -> Path:
    """Add a backup whose contents are stored, and return its path. Raises OSError."""
    path = folder / f"backup-{manifest.number:06}.json"
    with atomic_write(path) as file:
        file.write(encode_manifest(manifest))
    return path


def delete_outdated(folder: Path, device: str, size_budget: int = SIZE_BUDGET_BYTES) -> None:
    """Delete the backups of the collection with this device id that are not to be kept, and the contents that no
    backup needs. Raises OSError."""
    paths = list(folder.glob(_MANIFEST_PATTERN))
    readable = {path: manifest for path in paths if (manifest := _read_manifest(path))}
    manifests = {path: manifest for path, manifest in readable.items() if manifest.device == device}
    others = [manifest for manifest in readable.values() if manifest.device != device]
    outdated = select_outdated(
        RetentionItem(
            manifest.number,
            manifest.created.date(),
            manifest.reason is BackupReason.BEFORE_RESTORE,
        )
        for manifest in manifests.values()
    )
    kept = sorted(
        (manifest for manifest in manifests.values() if manifest.number not in outdated),
        key=lambda manifest: manifest.number,
        reverse=True,
    )
    kept = _fit_budget(kept, content_store(folder), size_budget)
    for path, manifest in manifests.items():
        if manifest not in kept:
            path.unlink(missing_ok=True)
    if len({manifest.created.date() for manifest in kept}) >= DAYS:
        for copy in folder.glob(_DAILY_COPY_PATTERN):
            copy.unlink(missing_ok=True)
    if len(readable) == len(paths):  # the contents of a backup that can't be read now may still be needed
        needed = {digest for manifest in (*kept, *others) for digest in manifest.digests}
        content_store(folder).remove_all_except(needed)


@contextmanager
def exclusive_use(folder: Path) -> Iterator[bool]:
    """Yield whether no other process adds backups to the folder meanwhile."""
    lock = acquire_process_lock(folder / "backups.lock")
    try:
        yield lock is not None
    finally:
        if lock is not None:
            lock.release()


def _fit_budget(newest_first: list[Manifest], contents: ContentStore, size_budget: int) -> list[Manifest]:
    """Return the newest backups, and the older ones whose additional contents fit the budget."""
    kept = newest_first[:MIN_BACKUPS]
    size, counted = 0, {digest for manifest in kept for digest in manifest.digests}
    for manifest in newest_first[MIN_BACKUPS:]:
        added = manifest.digests - counted
        size += sum(map(contents.size, added))
        if size > size_budget:
            break
        kept.append(manifest)
        counted |= added
    return kept


def _list_manifests(folder: Path) -> list[Backup]:
    found = []
    for path in folder.glob(_MANIFEST_PATTERN):
        manifest = _read_manifest(path)
        if manifest is not None and content_store(folder).has(manifest.collection):
            found.append(Backup(path, manifest.created, manifest.summary, manifest))
    return found


def _list_copies(folder: Path) -> list[Backup]:
    found = []
    for path in folder.glob(_COPY_PATTERN):
        summary = summarize_copy(path)
        if summary is not None:
            created = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
            found.append(Backup(path, created, summary, None))
    return found


def _read_manifest(path: Path) -> Manifest | None:
    try:
        return decode_manifest(path.read_bytes())
    except (OSError, ValueError):
        return None

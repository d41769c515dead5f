"""The backups in a folder: listing, adding and deleting them.

backup-000012.json    a manifest
content/              the stored contents
collection-*.db       backups of earlier versions: plain copies of the collection
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from studyapp.atomic_file import atomic_write
from studyapp.store.backups.content_store import ContentStore
from studyapp.store.backups.manifest import (
    BackupReason,
    Manifest,
    decode_manifest,
    encode_manifest,
)
from studyapp.store.backups.retention import DAYS, RetentionItem, select_outdated
from studyapp.store.database_copy import CollectionSummary, summarize_copy
from studyapp.store.integrity.collection_lock import CollectionLock

SIZE_BUDGET_BYTES = 4 * 1024**3
"""The backups of a folder may take this much disk space; beyond it, the oldest are deleted."""

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
    backups = [backup for folder in folders for backup in (*_list_manifests(folder), *_list_copies(folder))]
    return sorted(backups, key=lambda backup: backup.order, reverse=True)


def newest_with_manifest(folder: Path) -> Backup | None:
    """Return the backup with the highest number in a folder; None if there is none."""
    return max(_list_manifests(folder), key=lambda backup: backup.order, default=None)


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


def delete_outdated(folder: Path, size_budget: int = SIZE_BUDGET_BYTES) -> None:
    """Delete the backups that are not to be kept, and the contents that no backup needs. Raises OSError."""
    paths = list(folder.glob(_MANIFEST_PATTERN))
    manifests = {path: manifest for path in paths if (manifest := _read_manifest(path))}
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
    if len(manifests) == len(paths):  # the contents of a backup that can't be read now may still be needed
        content_store(folder).remove_all_except({digest for manifest in kept for digest in manifest.digests})


@contextmanager
def exclusive_use(folder: Path) -> Iterator[bool]:
    """Yield whether no other process adds backups to the folder meanwhile. Raises OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = CollectionLock(folder / "backups")
    try:
        yield lock.try_exclusive() or not lock.is_supported
    finally:
        lock.close()


def _fit_budget(newest_first: list[Manifest], contents: ContentStore, size_budget: int) -> list[Manifest]:
    kept: list[Manifest] = []
    size, counted = 0, set[str]()
    for manifest in newest_first:
        added = manifest.digests - counted
        size += sum(map(contents.size, added))
        if size > size_budget and len(kept) >= MIN_BACKUPS:
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

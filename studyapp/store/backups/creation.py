"""Making a backup: the collection is copied and checked before the backup counts."""

import errno
import os
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from studyapp.store import errors
from studyapp.store.backups import backup_folder
from studyapp.store.backups.content_store import ContentStore, UnreadableSourceError, stat_source
from studyapp.store.backups.manifest import (
    BackedUpFile,
    BackupReason,
    Manifest,
    StoredContent,
)
from studyapp.store.database_copy import CollectionSummary, copy_database, find_damage_in_copy, summarize_copy
from studyapp.store.integrity.collection_info import (
    backup_folders,
    current_backup_folder,
    default_backup_folder,
)


@dataclass(frozen=True, slots=True)
class BackupRequest:
    """What to back up: the files beside the collection, why, when, and how progress is reported.

    `device` is the id of the collection's device. `tick` is called regularly and may raise an exception to cancel.
    """

    device: str
    files: Sequence[Path]
    reason: BackupReason
    now: datetime
    tick: Callable[[], None] | None = None


@dataclass(frozen=True, slots=True)
class BackupResult:
    """The backup, and whether it is new: if nothing changed, it is the previous one.

    `unreadable_files` are missing from it.
    """

    path: Path
    is_new: bool
    unreadable_files: tuple[OSError, ...] = ()


def create_backup(connection: sqlite3.Connection, collection: Path, request: BackupRequest) -> BackupResult:
    """Back up an open collection and the files beside it, unless nothing changed, and delete outdated backups.

    Raises StoreDamaged if the collection is damaged, StoreBusy if another process makes a backup, and OSError if the
    backup can't be written. Then no older backup is deleted.
    """
    folder = current_backup_folder(collection)
    if folder == default_backup_folder(collection):  # a chosen folder that is missing may be on another disk
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not folder.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(folder))
    with backup_folder.exclusive_use(folder) as is_exclusive:
        if not is_exclusive:
            raise errors.StoreBusy(errors.BUSY, folder)
        contents = backup_folder.content_store(folder, request.tick)
        stored, summary = _store_collection(connection, collection, contents)
        newest = backup_folder.newest_of_device(folder, request.device)
        previous = newest.manifest if newest else None
        files, unreadable = _store_files(request.files, collection.parent, contents, previous)
        number = backup_folder.next_number(backup_folders(collection))
        manifest = Manifest(number, request.device, request.now, request.reason, stored, summary, files)
        is_before_restore = request.reason is BackupReason.BEFORE_RESTORE
        if (
            newest is not None
            and previous is not None
            and manifest.has_same_content(previous)
            and (not is_before_restore or previous.reason is BackupReason.BEFORE_RESTORE)
        ):
            return BackupResult(newest.path, False, unreadable)
        path = backup_folder.add_manifest(folder, manifest)
        if not is_before_restore:  # the backup to be restored may be outdated
            backup_folder.delete_outdated(folder, request.device)
        return BackupResult(path, True, unreadable)


def _store_collection(
    connection: sqlite3.Connection, collection: Path, contents: ContentStore
) -> tuple[StoredContent, CollectionSummary]:
    with TemporaryDirectory(prefix=".studyapp-", suffix=".part", dir=contents.folder.parent) as temporary:
        copy = Path(temporary) / collection.name
        try:
            copy_database(connection, copy)
        except sqlite3.DatabaseError as error:
            raise errors.StoreDamaged(errors.DAMAGED, collection, str(error)) from error
        damage = find_damage_in_copy(copy)
        summary = summarize_copy(copy)
        if damage or summary is None:
            detail = damage[0] if damage else "its tables can't be read"
            raise errors.StoreDamaged(errors.DAMAGED, collection, detail)
        return contents.add(copy), summary


def _store_files(
    paths: Sequence[Path], data_folder: Path, contents: ContentStore, previous: Manifest | None
) -> tuple[tuple[BackedUpFile, ...], tuple[OSError, ...]]:
    """Store the files, except those that are unchanged since the previous backup."""
    previous_by_path = {file.path: file for file in previous.files} if previous else {}
    files, unreadable = list[BackedUpFile](), list[OSError]()
    for path in paths:
        name = (path.relative_to(data_folder) if path.is_relative_to(data_folder) else path).as_posix()
        known = previous_by_path.get(name)
        try:
            details = stat_source(path)
            if (
                known is None
                or (known.modified, known.content.size) != (details.st_mtime_ns, details.st_size)
                or not contents.has(known.content)
            ):
                known = BackedUpFile(name, contents.add(path), details.st_mtime_ns)
            files.append(known)
        except UnreadableSourceError as error:
            unreadable.append(error)
            if known is not None and contents.has(known.content):
                files.append(known)  # as it was at the previous backup
    return tuple(files), tuple(unreadable)

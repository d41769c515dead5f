"""Backing up the collection with its deck files, media and settings."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from studyapp.services.backups.backup_files import find_backup_files
from studyapp.services.options.clock import Clock
from studyapp.store.backups.creation import BackupRequest, BackupResult, create_backup
from studyapp.store.backups.manifest import BackupReason
from studyapp.store.collection import Collection


def back_up(
    collection: Collection,
    clock: Clock,
    reason: BackupReason,
    tick: Callable[[], None] | None = None,
) -> BackupResult:
    """Make a backup if anything changed since the newest one. `tick` may raise an exception to cancel.

    Raises StoreDamaged if the collection is damaged, StoreError for other problems with it, and OSError if the backup
    can't be written.
    """
    files = find_backup_files(collection)
    now = datetime.fromtimestamp(clock.now() / 1000, clock.zone).astimezone(clock.zone)
    request = BackupRequest(collection.device_id, files.paths, reason, now, tick)
    result = create_backup(collection.connection, collection.path, request)
    return replace(result, unreadable_files=(*files.errors, *result.unreadable_files))

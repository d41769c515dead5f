"""Restoring a backup. What it replaces is kept, and what can be read of a damaged collection is recovered."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from studyapp.services.backups.backing_up import back_up
from studyapp.services.library.deck_folders import load_added_folders
from studyapp.services.options.clock import Clock
from studyapp.services.overview.doctor import rebuild_schedules
from studyapp.store import journal_entries
from studyapp.store.backups import restoring
from studyapp.store.backups.backup_folder import Backup
from studyapp.store.backups.journal_recovery import recover_entries
from studyapp.store.backups.manifest import BackupReason
from studyapp.store.backups.restoring import RestoredFiles
from studyapp.store.collection import Collection
from studyapp.store.database_copy import find_damage
from studyapp.store.errors import DAMAGED, StoreDamaged


class CollectionState(Enum):
    """The state of the collection before a restore."""

    INTACT = auto()
    DAMAGED = auto()
    MISSING = auto()


class RestoreRequest(NamedTuple):
    """What to restore: a backup, or None to start a new collection.

    `replaces_changed_files` says whether deck files, media and settings that differ from the backup are replaced.
    """

    backup: Backup | None
    replaces_changed_files: bool = False


@dataclass(frozen=True, slots=True)
class RestoreReport:
    """What a restore did.

    `previous_backup` is the backup of what was replaced: the collection if it was intact, and the deck files, media and
    settings. `replaced_folder` is the folder with a damaged collection. `recovered_entries` counts the journal entries recovered from a damaged collection.
    """

    is_new_collection: bool
    previous_backup: Path | None
    replaced_folder: Path | None
    recovered_entries: int
    files: RestoredFiles


def restore(
    collection_path: Path, request: RestoreRequest, clock: Clock, new_device_id: Callable[[], str]
) -> RestoreReport:
    """Restore a backup, or start a new collection, while keeping what is replaced.

    Raises StoreError or OSError if that fails; the collection is then as it was before.
    """
    collection_path.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".studyapp-", suffix=".part", dir=collection_path.parent) as temporary:
        prepared = Path(temporary) / collection_path.name
        state = _examine(collection_path, new_device_id)
        if request.backup is not None:
            restoring.extract_collection(request.backup, prepared)
        recovered, added_folders = _prepare(prepared, collection_path, state, new_device_id)
        previous_backup = replaced_folder = None
        if state is CollectionState.INTACT:
            previous_backup = _overwrite(collection_path, prepared, clock, new_device_id)
        else:
            replaced_folder = restoring.replace_collection(collection_path.resolve(), prepared)
    files = RestoredFiles()
    if request.backup is not None:
        if request.replaces_changed_files and previous_backup is None:
            with Collection(collection_path, new_device_id, must_exist=True) as collection:
                previous_backup = back_up(collection, clock, BackupReason.BEFORE_RESTORE).path
        files = restoring.restore_files(
            request.backup,
            collection_path.parent,
            added_folders,
            replaces_changed=request.replaces_changed_files,
        )
    return RestoreReport(request.backup is None, previous_backup, replaced_folder, recovered, files)


def _examine(collection_path: Path, new_device_id: Callable[[], str]) -> CollectionState:
    if not collection_path.exists():
        return CollectionState.MISSING
    try:
        with Collection(collection_path, new_device_id, must_exist=True) as collection:
            return CollectionState.DAMAGED if collection.integrity_problems() else CollectionState.INTACT
    except StoreDamaged:
        return CollectionState.DAMAGED


def _overwrite(collection_path: Path, prepared: Path, clock: Clock, new_device_id: Callable[[], str]) -> Path:
    """Back up the collection and replace its content. Return the backup, which holds all that others wrote meanwhile."""
    with Collection(collection_path, new_device_id, must_exist=True) as collection:
        while True:
            version = collection.external_write_version()
            backup = back_up(collection, clock, BackupReason.BEFORE_RESTORE).path
            if collection.external_write_version() == version:
                break
        collection.overwrite(prepared)
        return backup


def _prepare(
    prepared: Path, damaged: Path, state: CollectionState, new_device_id: Callable[[], str]
) -> tuple[int, tuple[Path, ...]]:
    """Migrate the prepared collection and add the entries recovered from the damaged one.

    Return the number of these entries, and the deck folders that the user added.
    """
    with Collection(prepared, new_device_id) as collection:
        damage = find_damage(collection.connection)
        if damage:
            raise StoreDamaged(DAMAGED, prepared, damage[0])
        added = 0
        if state is not CollectionState.INTACT:
            with collection.transaction() as connection:
                added = journal_entries.append_missing(connection, recover_entries(damaged).values())
            if added:
                rebuild_schedules(collection)
        return added, load_added_folders(collection)

"""Checks that there is a recent backup and that it can be restored."""

import os
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from studyapp.store.backups.backup_folder import Backup, list_backups
from studyapp.store.backups.restoring import extract_collection
from studyapp.store.database_copy import find_damage_in_copy
from studyapp.store.integrity.collection_info import backup_folders, current_backup_folder


@dataclass(frozen=True, slots=True)
class BackupState:
    """`damage` says why the newest backup can't be restored; empty if it can. `is_writable` is about `folder`, in
    which backups are made."""

    folder: Path
    is_writable: bool
    backups: tuple[Backup, ...]
    damage: str


def check_backups(collection: Path) -> BackupState:
    """Restore the newest backup to a temporary file and check it."""
    folder = current_backup_folder(collection)
    backups = tuple(list_backups(backup_folders(collection)))
    damage = _find_damage(backups[0]) if backups else ""
    return BackupState(folder, _is_writable(folder), backups, damage)


def _find_damage(backup: Backup) -> str:
    with TemporaryDirectory(prefix="studyapp-") as temporary:
        copy = Path(temporary) / "collection.db"
        try:
            extract_collection(backup, copy)
        except OSError as error:
            return str(error)
        return "; ".join(find_damage_in_copy(copy)[:1])


def _is_writable(folder: Path) -> bool:
    """Return whether files can be written to the folder, or to that in which it would be created."""
    existing = next((path for path in (folder, *folder.parents) if path.exists()), folder)
    return existing.is_dir() and os.access(existing, os.W_OK)

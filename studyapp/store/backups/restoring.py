"""Putting the files of a backup in place."""

import hashlib
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from studyapp.atomic_file import replacement_path
from studyapp.store.backups.backup_folder import Backup, content_store
from studyapp.store.backups.manifest import BackedUpFile
from studyapp.store.integrity.sidecar_check import move_aside


@dataclass(frozen=True, slots=True)
class RestoredFiles:
    """The files that were written, and those that differ from the backup but were left unchanged."""

    restored: tuple[Path, ...] = ()
    unchanged: tuple[Path, ...] = ()
    errors: tuple[OSError, ...] = ()


def extract_collection(backup: Backup, target: Path) -> None:
    """Write the collection in a backup to a file. Raises OSError if the backup is incomplete or damaged."""
    if backup.manifest is None:
        shutil.copyfile(backup.path, target)
    else:
        content_store(backup.path.parent).extract(backup.manifest.collection, target)


def replace_collection(collection: Path, prepared: Path) -> Path | None:
    """Put a prepared collection in place of one that is damaged or missing, which is moved to a folder.

    Return the folder; None if nothing was there. Raises OSError.
    """
    with replacement_path(collection) as temporary:
        shutil.copyfile(prepared, temporary)
        folder = move_aside(collection, with_collection=True)
    if any(folder.iterdir()):
        return folder
    folder.rmdir()
    return None


def restore_files(
    backup: Backup, data_folder: Path, added_folders: Sequence[Path], *, replaces_changed: bool
) -> RestoredFiles:
    """Restore the deck files, media and settings in a backup.

    Missing files are always restored, changed ones only if `replaces_changed`. Files outside the data folder and the
    added deck folders are ignored.
    """
    restored, unchanged, errors = list[Path](), list[Path](), list[OSError]()
    for file in backup.manifest.files if backup.manifest else ():
        target = _target_path(file, data_folder, added_folders)
        if target is None or _has_content(target, file):
            continue
        try:
            if target.exists() and not replaces_changed:
                unchanged.append(target)
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            with replacement_path(target) as temporary:
                content_store(backup.path.parent).extract(file.content, temporary)
            restored.append(target)
        except OSError as error:
            errors.append(error)
    return RestoredFiles(tuple(restored), tuple(unchanged), tuple(errors))


def _target_path(file: BackedUpFile, data_folder: Path, added_folders: Sequence[Path]) -> Path | None:
    if ".." in PurePosixPath(file.path).parts:
        return None
    path = data_folder / file.path
    return path if any(path.is_relative_to(folder) for folder in (data_folder, *added_folders)) else None


def _has_content(path: Path, file: BackedUpFile) -> bool:
    try:
        if path.stat().st_size != file.content.size:
            return False
        with path.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest() == file.content.digest
    except OSError:
        return False

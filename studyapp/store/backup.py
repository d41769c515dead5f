"""Backups of a collection. They are consistent even while the collection is in use.

`desktop.py`, which opens the collection, makes the daily backup; `ui/window/settings_dialog.py` shows the folder.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from studyapp.atomic_file import replacement_path

_MAX_DAILY_BACKUPS = 10
"""Daily backups that are kept. Older ones are deleted."""


def backups_folder(collection: Path) -> Path:
    """Return the folder of a collection's backups."""
    return collection.parent / "backups"


def newest_backup(collection: Path) -> str | None:
    """Return the path of the newest backup; None if there is none."""
    backups = sorted(
        backups_folder(collection).glob(f"{collection.stem}-*.db"), key=lambda backup: backup.stat().st_mtime
    )
    return str(backups[-1]) if backups else None


def backup_before_migration(connection: sqlite3.Connection, collection: Path, version: int) -> Path:
    """Write a backup before a migration from schema `version`, and return its path. Raises OSError if that fails."""
    return _write_backup(connection, backups_folder(collection) / f"{collection.stem}-schema{version}.db")


def create_daily_backup(
    connection: sqlite3.Connection, collection: Path, date: str, folder: Path | None = None
) -> Path | None:
    """Write the backup of a day (`YYYY-MM-DD`) and delete all but the ten newest daily backups.

    Return the path, or None if the backup already exists. The folder defaults to `backups_folder`. Raises OSError if
    the backup can't be written.
    """
    folder = folder or backups_folder(collection)
    target = folder / f"{collection.stem}-{date}.db"
    if target.exists():
        return None
    backup = _write_backup(connection, target)
    for outdated in sorted(folder.glob(f"{collection.stem}-????-??-??.db"))[:-_MAX_DAILY_BACKUPS]:
        outdated.unlink(missing_ok=True)
    return backup


def _write_backup(connection: sqlite3.Connection, target: Path) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with replacement_path(target) as temporary_path, closing(sqlite3.connect(temporary_path)) as backup:
            connection.backup(backup)
    except sqlite3.Error as error:
        raise OSError(f"can't write the backup {target}: {error}") from error
    return target

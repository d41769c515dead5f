"""Copies of a collection that are whole even while it is in use."""

import sqlite3
from contextlib import closing
from pathlib import Path

from studyapp.atomic_file import replacement_path

_MAX_DAILY_BACKUPS = 10
"""Daily copies that stay; older ones go."""


def backups_folder(collection: Path) -> Path:
    """Where the copies of a collection lie."""
    return collection.parent / "backups"


def newest_backup(collection: Path) -> str | None:
    """The path of the newest copy, or None."""
    copies = sorted(
        backups_folder(collection).glob(f"{collection.stem}-*.db"), key=lambda copy: copy.stat().st_mtime
    )
    return str(copies[-1]) if copies else None


def backup_before_migration(connection: sqlite3.Connection, collection: Path, version: int) -> Path:
    """A copy of the file as it is at schema `version`, before it is changed."""
    return _write_backup(connection, backups_folder(collection) / f"{collection.stem}-schema{version}.db")


def create_daily_backup(
    connection: sqlite3.Connection, collection: Path, date: str, folder: Path | None = None
) -> Path | None:
    """The copy of a day (`YYYY-MM-DD`), made unless it is there; None when it was. The oldest beyond ten go. It lies
    beside the collection unless in another folder."""
    folder = folder or backups_folder(collection)
    target = folder / f"{collection.stem}-{date}.db"
    if target.exists():
        return None
    made = _write_backup(connection, target)
    for old in sorted(folder.glob(f"{collection.stem}-????-??-??.db"))[:-_MAX_DAILY_BACKUPS]:
        old.unlink(missing_ok=True)
    return made


def _write_backup(connection: sqlite3.Connection, target: Path) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with replacement_path(target) as path, closing(sqlite3.connect(path)) as copy:
            connection.backup(copy)
    except sqlite3.Error as error:
        raise OSError(f"can't write the backup {target}: {error}") from error
    return target

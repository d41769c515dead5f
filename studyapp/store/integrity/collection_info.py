"""The file `collection.json` beside the collection: it shows that there was a collection, and names the folder that
the user chose for backups."""

import json
from pathlib import Path
from typing import NamedTuple

from studyapp.atomic_file import atomic_write

_BACKUP_FOLDER, _IS_BEING_RESTORED = "backup_folder", "is_being_restored"
_DEFAULT_FOLDER = "backups"


class CollectionInfo(NamedTuple):
    """`backup_folder` is the folder chosen for backups; None for the default folder. `is_being_restored` is set while
    the write-ahead log may hold a restored collection that is not yet in the file."""

    backup_folder: Path | None = None
    is_being_restored: bool = False


def load_info(collection: Path) -> CollectionInfo | None:
    """Return the information about a collection; None if there never was one."""
    try:
        stored = json.loads(_info_file(collection).read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError):
        return CollectionInfo()
    if not isinstance(stored, dict):
        return CollectionInfo()
    folder = stored.get(_BACKUP_FOLDER)
    return CollectionInfo(
        Path(folder) if isinstance(folder, str) and folder else None, stored.get(_IS_BEING_RESTORED) is True
    )


def has_existed(collection: Path) -> bool:
    """Return whether there ever was a collection: its information or backups are present."""
    if load_info(collection) is not None:
        return True
    try:
        return any(default_backup_folder(collection).iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:  # there is a folder that can't be read
        return True


def save_info(collection: Path, info: CollectionInfo) -> None:
    """Store the information about a collection. Raises OSError if that fails."""
    content = {
        _BACKUP_FOLDER: str(info.backup_folder) if info.backup_folder else None,
        _IS_BEING_RESTORED: info.is_being_restored,
    }
    with atomic_write(_info_file(collection)) as file:
        file.write(json.dumps(content, ensure_ascii=False, indent=1).encode())


def default_backup_folder(collection: Path) -> Path:
    """Return the folder of backups if the user chose none."""
    return collection.parent / _DEFAULT_FOLDER


def current_backup_folder(collection: Path) -> Path:
    """Return the folder in which backups are made."""
    info = load_info(collection)
    return (info.backup_folder if info else None) or default_backup_folder(collection)


def backup_folders(collection: Path) -> tuple[Path, ...]:
    """Return the folders that may contain backups: the current folder and the default folder."""
    return tuple(dict.fromkeys((current_backup_folder(collection), default_backup_folder(collection))))


def _info_file(collection: Path) -> Path:
    return collection.with_name(f"{collection.stem}.json")

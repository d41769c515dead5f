"""The files that belong to a collection and are backed up with it: deck files, media and settings."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from studyapp.services.library.deck_folders import load_added_folders
from studyapp.services.library.deck_library import load_cached_library
from studyapp.services.library.library_refresh import has_deck_file_suffix
from studyapp.services.library.media_files import find_media
from studyapp.store.collection import Collection

_SETTINGS_FILE = "window.ini"


class BackupFiles(NamedTuple):
    """The files to back up, sorted, and the errors of folders that can't be read."""

    paths: list[Path]
    errors: list[OSError]


def find_backup_files(collection: Collection) -> BackupFiles:
    """Return the files to back up.

    These are the settings, everything in the `decks` folder of the data folder, and from the deck folders elsewhere only
    the deck files and their media, because other files there are not StudyApp's.
    """
    data_folder, added_folders = collection.path.parent, load_added_folders(collection)
    errors = list[OSError]()
    settings_file = data_folder / _SETTINGS_FILE
    files = [settings_file] if settings_file.is_file() else []
    files += _iterate_files(data_folder / "decks", errors)
    for folder in added_folders:
        try:
            files += [file for file in folder.iterdir() if has_deck_file_suffix(file)]
        except OSError as error:
            errors.append(error)
    for deck in load_cached_library(collection, added_folders).decks:
        media = find_media(collection, deck)
        files += [*media.existing, *_iterate_files(media.folder, errors)]
    return BackupFiles(sorted(set(files)), errors)


def _iterate_files(folder: Path, errors: list[OSError]) -> Iterator[Path]:
    """Yield the regular files in a folder and its subfolders, except hidden ones. Add what can't be read to `errors`."""
    if not os.path.lexists(folder):
        return
    for parent, subfolders, names in os.walk(folder, onerror=errors.append):
        subfolders[:] = [name for name in subfolders if not name.startswith(".")]
        for path in (Path(parent, name) for name in names if not name.startswith(".")):
            try:
                if stat.S_ISREG(path.stat().st_mode):
                    yield path
            except OSError as error:
                errors.append(error)

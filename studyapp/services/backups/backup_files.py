"""The files that belong to a collection and are backed up with it: deck files, media and settings."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from studyapp.services.library.library_refresh import has_deck_file_suffix

_SETTINGS_FILE = "window.ini"
_MEDIA_FOLDER = "media"


def find_backup_files(data_folder: Path, added_folders: Iterable[Path]) -> list[Path]:
    """Return the files to back up, sorted.

    These are the settings, everything in the `decks` folder of the data folder, and in the deck folders elsewhere only
    the deck files and their `media` folder, because other files there are not StudyApp's.
    """
    files = [data_folder / _SETTINGS_FILE, *_iterate_files(data_folder / "decks")]
    for folder in added_folders:
        if folder.is_dir():
            files += [file for file in folder.iterdir() if has_deck_file_suffix(file)]
            files += _iterate_files(folder / _MEDIA_FOLDER)
    return sorted({file for file in files if file.is_file()})


def _iterate_files(folder: Path) -> Iterator[Path]:
    """Yield the files in a folder and its subfolders, except hidden ones."""
    if not folder.is_dir():
        return
    for file in folder.rglob("*"):
        if not any(part.startswith(".") for part in file.relative_to(folder).parts):
            yield file

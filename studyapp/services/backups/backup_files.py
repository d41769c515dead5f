"""The files that belong to a collection and are backed up with it: deck files, media and settings."""

from collections.abc import Iterator
from pathlib import Path

from studyapp.services.library.deck_folders import load_added_folders
from studyapp.services.library.deck_library import load_cached_library
from studyapp.services.library.library_refresh import has_deck_file_suffix
from studyapp.services.library.media_files import find_media
from studyapp.store.collection import Collection

_SETTINGS_FILE = "window.ini"


def find_backup_files(collection: Collection) -> list[Path]:
    """Return the files to back up, sorted.

    These are the settings, everything in the `decks` folder of the data folder, and from the deck folders elsewhere only
    the deck files and their media, because other files there are not StudyApp's.
    """
    data_folder, added_folders = collection.path.parent, load_added_folders(collection)
    files = [data_folder / _SETTINGS_FILE, *_iterate_files(data_folder / "decks")]
    for folder in filter(Path.is_dir, added_folders):
        files += [file for file in folder.iterdir() if has_deck_file_suffix(file)]
    for deck in load_cached_library(collection, added_folders).decks:
        media = find_media(collection, deck)
        files += [*media.existing, *_iterate_files(media.folder)]
    return sorted({file for file in files if file.is_file()})


def _iterate_files(folder: Path) -> Iterator[Path]:
    """Yield the files in a folder and its subfolders, except hidden ones."""
    if not folder.is_dir():
        return
    for file in folder.rglob("*"):
        if not any(part.startswith(".") for part in file.relative_to(folder).parts):
            yield file

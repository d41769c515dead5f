"""Adding deck files from elsewhere to the user's deck folder."""

from pathlib import Path

from studyapp.atomic_file import atomic_write
from studyapp.services.library.library_refresh import has_deck_file_suffix


def is_deck_file(path: Path) -> bool:
    """Return whether the path is an existing file with the suffix of a deck file."""
    return has_deck_file_suffix(path) and path.is_file()


def has_different_file(path: Path, folder: Path) -> bool:
    """Return whether the folder has a file of the same name with different content.

    Raises OSError if either file can't be read.
    """
    target = folder / path.name
    return target.exists() and target.read_bytes() != path.read_bytes()


def copy_deck_file(path: Path, folder: Path) -> Path:
    """Copy a deck file into the folder, replacing a file of the same name, and return the path of the copy.

    Raises OSError if that fails.
    """
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / path.name
    if target.exists() and target.samefile(path):
        return target
    data = path.read_bytes()
    with atomic_write(target) as file:
        file.write(data)
    return target

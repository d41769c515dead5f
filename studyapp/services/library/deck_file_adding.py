"""Adding files to the user's deck folder: new decks, and copies of deck files from elsewhere."""

import re
from pathlib import Path

from studyapp.atomic_file import atomic_write
from studyapp.services.library.library_refresh import has_deck_file_suffix


def is_deck_file(path: Path) -> bool:
    """Return whether the path is an existing file with the suffix of a deck file."""
    return has_deck_file_suffix(path) and path.is_file()


def create_deck_file(folder: Path, title: str) -> Path:
    """Create a deck file with this title and a sample note, and return its path.

    The file is named after the title. Existing files are never overwritten. Raises OSError if writing fails.
    """
    from studyapp.deckfiles.writing.new_deck import new_deck_to_yaml

    folder.mkdir(parents=True, exist_ok=True)
    name = re.sub(r"[^\w]+", "-", title).strip("-_").lower()[:60] or "deck"
    number = 1
    while True:
        path = folder / (f"{name}.yaml" if number == 1 else f"{name}-{number}.yaml")
        try:
            with path.open("x", encoding="utf-8") as file:
                file.write(new_deck_to_yaml(title, path.stem))
        except FileExistsError:
            number += 1
        else:
            return path


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

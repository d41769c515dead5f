"""Decks that come into the learner's own folder: new ones, and files from elsewhere."""

import re
from pathlib import Path

from studyapp.atomic_file import atomic_write
from studyapp.services.library.library_refresh import DECK_FILE_SUFFIXES


def is_deck_file(path: Path) -> bool:
    """Whether its name is that of a deck file."""
    return path.suffix.lower() in DECK_FILE_SUFFIXES and path.is_file()


def write_new_deck(folder: Path, title: str) -> Path:
    """Write a deck with this title and a note to begin with; the file is named after it, and never one that is
    there already. OSError when it could not be written."""
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
    """Whether the folder has a file of this name that differs. OSError when one of them can't be read."""
    target = folder / path.name
    return target.exists() and target.read_bytes() != path.read_bytes()


def copy_deck_file(path: Path, folder: Path) -> Path:
    """Copy a deck file into the folder, in place of one of its name. OSError when that could not be done."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / path.name
    if target.exists() and target.samefile(path):
        return target
    data = path.read_bytes()
    with atomic_write(target) as file:
        file.write(data)
    return target

"""Where the files of deleted decks are kept: in a folder beside the other deck files."""

import os
from pathlib import Path

BIN_FOLDER = "bin"


def is_in_bin(path: Path) -> bool:
    """Return whether a file is in the bin."""
    return path.parent.name == BIN_FOLDER


def unused_bin_path(deck_file: Path) -> Path:
    """Return the path in the bin to which the file of a deleted deck is moved."""
    folder = deck_file.parent / BIN_FOLDER
    path, number = folder / deck_file.name, 1
    while os.path.lexists(path):
        number += 1
        path = folder / f"{deck_file.stem}-{number}{deck_file.suffix}"
    return path

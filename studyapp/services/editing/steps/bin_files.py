"""Where the files of deleted decks are kept: in a folder beside the other deck files."""

import os
from pathlib import Path

BIN_FOLDER = "bin"


def is_moved_to_bin(path: Path, moved_from: Path | None) -> bool:
    """Return whether a file was moved to the bin, and not out of it or not at all."""
    return moved_from is not None and path.parent == moved_from.parent / BIN_FOLDER


def unused_bin_path(deck_file: Path) -> Path:
    """Return the path in the bin to which the file of a deleted deck is moved."""
    folder = deck_file.parent / BIN_FOLDER
    path, number = folder / deck_file.name, 1
    while os.path.lexists(path):
        number += 1
        path = folder / f"{deck_file.stem}-{number}{deck_file.suffix}"
    return path

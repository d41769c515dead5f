"""The deck folders, including those that the user added."""

import errno
import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from studyapp.store import stored_options
from studyapp.store.collection import Collection
from studyapp.store.stored_options import ALL_DECKS

if TYPE_CHECKING:
    from studyapp.deckfiles.problems.problem import Problem

_SETTING_NAME = "deck_folders"


def list_deck_folders(collection: Collection, fixed_folders: Sequence[Path]) -> tuple[Path, ...]:
    """Return all deck folders without duplicates: `fixed_folders`, then those that the user added."""
    return tuple(dict.fromkeys((*fixed_folders, *load_added_folders(collection))))


def load_added_folders(collection: Collection) -> tuple[Path, ...]:
    """Return the folders that the user added, in the order in which they were added."""
    with collection.read_transaction() as connection:
        stored = stored_options.load(connection, ALL_DECKS).get(_SETTING_NAME)
    return tuple(map(Path, json.loads(stored))) if stored else ()


def add_folder(collection: Collection, folder: Path) -> None:
    """Add a deck folder, at the end of the list. Raises StoreError if saving fails."""
    folder = folder.absolute()
    _save_added_folders(
        collection, [*(other for other in load_added_folders(collection) if other != folder), folder]
    )


def remove_folder(collection: Collection, folder: Path) -> None:
    """Remove an added folder, so that its decks are no longer read; their study history is kept.

    Raises StoreError if saving fails.
    """
    _save_added_folders(collection, [other for other in load_added_folders(collection) if other != folder])


def find_missing_folders(collection: Collection) -> "tuple[Problem, ...]":
    """Return a problem for each added folder that doesn't exist."""
    missing = [folder for folder in load_added_folders(collection) if not folder.is_dir()]
    if not missing:
        return ()
    from studyapp.deckfiles.reading.deck_reading import unreadable_file_problem

    return tuple(
        unreadable_file_problem(folder, OSError(errno.ENOENT, os.strerror(errno.ENOENT)))
        for folder in missing
    )


def _save_added_folders(collection: Collection, folders: Sequence[Path]) -> None:
    text = json.dumps([str(folder) for folder in folders]) if folders else None
    with collection.transaction() as connection:
        stored_options.save(connection, ALL_DECKS, _SETTING_NAME, text)

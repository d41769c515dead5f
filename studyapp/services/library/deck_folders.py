"""The deck folders, including those that the user added."""

import errno
import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from studyapp.store import settings
from studyapp.store.collection import Collection
from studyapp.store.settings import ALL_DECKS

if TYPE_CHECKING:
    from studyapp.deckfiles.problems.problem import Problem

_SETTING_NAME = "deck_folders"


def list_deck_folders(collection: Collection, fixed_folders: Sequence[Path]) -> tuple[Path, ...]:
    """All deck folders without duplicates: the `given` ones, then those that the user added."""
    return tuple(dict.fromkeys((*fixed_folders, *load_added_folders(collection))))


def load_added_folders(collection: Collection) -> tuple[Path, ...]:
    """In the order in which they were added."""
    with collection.read_transaction() as connection:
        kept = settings.load(connection, ALL_DECKS).get(_SETTING_NAME)
    return tuple(map(Path, json.loads(kept))) if kept else ()


def add_folder(collection: Collection, folder: Path) -> None:
    """Read the decks of this folder too from now on. StoreError when that could not be kept."""
    folder = folder.absolute()
    _save_added_folders(
        collection, [*(other for other in load_added_folders(collection) if other != folder), folder]
    )


def remove_folder(collection: Collection, folder: Path) -> None:
    """Read its decks no longer; what was learned of them stays. StoreError as in `add_folder`."""
    _save_added_folders(collection, [other for other in load_added_folders(collection) if other != folder])


def find_missing_folders(collection: Collection) -> "tuple[Problem, ...]":
    """A problem for each added folder that is not there now."""
    gone = [folder for folder in load_added_folders(collection) if not folder.is_dir()]
    if not gone:
        return ()
    from studyapp.deckfiles.reading.deck_reading import unreadable_file_problem

    return tuple(
        unreadable_file_problem(folder, OSError(errno.ENOENT, os.strerror(errno.ENOENT))) for folder in gone
    )


def _save_added_folders(collection: Collection, folders: Sequence[Path]) -> None:
    text = json.dumps([str(folder) for folder in folders]) if folders else None
    with collection.transaction() as connection:
        settings.save(connection, ALL_DECKS, _SETTING_NAME, text)

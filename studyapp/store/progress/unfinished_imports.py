"""The record of imports that have written deck files, but not yet saved their reviews."""

import json
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from studyapp.store import stored_options
from studyapp.store.stored_options import ALL_DECKS

_SETTING_NAME = "unfinished_imports"


def load_all(connection: sqlite3.Connection) -> dict[Path, tuple[str, ...]]:
    """Return the imported files, each with the ids of the decks that its import created."""
    text = stored_options.load(connection, ALL_DECKS).get(_SETTING_NAME)
    return {Path(path): tuple(decks) for path, decks in json.loads(text or "{}").items()}


def add(connection: sqlite3.Connection, file: Path, new_decks: Iterable[str]) -> None:
    """Record the import of `file`, which creates these decks, given by id."""
    decks_by_file = load_all(connection)
    decks = dict.fromkeys((*decks_by_file.get(file, ()), *new_decks))
    _save(connection, {**decks_by_file, file: tuple(decks)})


def remove(connection: sqlite3.Connection, file: Path) -> None:
    """Remove the record of an import. The file is recognized by its name, as it may have been moved."""
    decks_by_file = load_all(connection)
    others = {other: decks for other, decks in decks_by_file.items() if other.name != file.name}
    if others != decks_by_file:
        _save(connection, others)


def _save(connection: sqlite3.Connection, decks_by_file: dict[Path, tuple[str, ...]]) -> None:
    text = json.dumps({str(file): decks for file, decks in decks_by_file.items()})
    stored_options.save(connection, ALL_DECKS, _SETTING_NAME, text if decks_by_file else None)

"""What the commands of the command line have in common."""

import sys
from collections.abc import Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING

from studyapp import paths

if TYPE_CHECKING:
    from studyapp.services.library import Library
    from studyapp.store.collection import Collection

DONE, PROBLEMS, USAGE, FAILED = 0, 1, 2, 3
"""Exit status: done, problems in the input, wrong usage, the machine failed."""


def open_collection(options: SimpleNamespace) -> "tuple[Collection, Library]":
    """The collection with the library read; problems of deck files go to standard error."""
    from studyapp.composition import collection_file, new_device, system_clock
    from studyapp.services.deck_folders import added_folders, missing_folders
    from studyapp.services.library_reading import refresh
    from studyapp.store.collection import Collection

    collection = Collection(collection_file(paths.data_folder(options.data)), new_device)
    folders = [*options.folders, *added_folders(collection)]
    library, _ = refresh(collection, folders, system_clock())
    library = library._replace(problems=(*missing_folders(collection), *library.problems))
    for problem in library.problems:
        print(f"studyapp: {problem}", file=sys.stderr)
    return collection, library


def unknown_decks(wanted: "Sequence[str] | None", library: "Library") -> str:
    """What is to be said of decks that are not there; nothing when all are."""
    missing = [deck for deck in wanted or () if deck not in library.deck_ids]
    return f"no deck {', '.join(missing)}; there are: {', '.join(library.deck_ids)}" if missing else ""


def fail(words: str, status: int = FAILED) -> int:
    """Say on standard error why it ends; the exit status."""
    print(f"studyapp: {words}", file=sys.stderr)
    return status

"""Functions shared by the commands of the command line."""

import sys
from collections.abc import Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING

from studyapp import paths
from studyapp.cli.messages.counts import count as count
from studyapp.terminal_output import print_line

if TYPE_CHECKING:
    from pathlib import Path

    from studyapp.core.text.localized_text import CardLanguages
    from studyapp.services.editing.steps.edit_environment import EditEnvironment
    from studyapp.services.library.deck_library import Library
    from studyapp.store.collection import Collection

EXIT_OK, EXIT_PROBLEMS, EXIT_FAILED, EXIT_UNEXPECTED_ERROR = 0, 1, 3, 70
"""Exit statuses: success, problems in the input, other failures, and an error in the program. argparse exits with 2 on
wrong usage."""


def open_collection(options: SimpleNamespace) -> "tuple[Collection, Library]":
    """Open the collection, refresh the library and print problems of deck files to standard error."""
    from studyapp.services.editing.steps.edit_recovery import recover_edits
    from studyapp.services.library.deck_folders import find_missing_folders, list_deck_folders
    from studyapp.services.library.library_refresh import refresh_library
    from studyapp.store.collection import Collection
    from studyapp.system_dependencies import collection_path, new_device_id, system_clock

    collection = Collection(collection_path(paths.data_folder(options.data)), new_device_id)
    if collection.set_aside_folder is not None:
        folder = collection.set_aside_folder
        print_line(
            f"studyapp: files beside your collection did not belong to it and were moved to {folder}",
            output=sys.stderr,
        )
    folders = list_deck_folders(collection, options.folders)
    recover_edits(collection, system_clock())
    library = refresh_library(
        collection, folders, system_clock(), bundled_folder=paths.bundled_decks_folder()
    ).library
    library = library._replace(problems=(*find_missing_folders(collection), *library.problems))
    for problem in library.problems:
        print_line(f"studyapp: {problem}", output=sys.stderr)
    return collection, library


def make_edit_environment(
    options: SimpleNamespace, collection: "Collection", library: "Library"
) -> "EditEnvironment":
    """Return what the editing operations need, in this collection."""
    from studyapp.services.editing.steps.edit_environment import EditEnvironment
    from studyapp.services.options.option_storage import make_study_clock
    from studyapp.system_dependencies import system_clock

    return EditEnvironment(
        collection,
        library,
        make_study_clock(collection, system_clock()),
        (paths.data_folder(options.data) / "decks").absolute(),
        paths.bundled_decks_folder().absolute(),
    )


def chosen_languages(options: SimpleNamespace) -> "CardLanguages":
    """Return the languages of `--language`, or else those that the window uses."""
    from studyapp.core.text.localized_text import CardLanguages
    from studyapp.services.options.window_languages import languages_of_window

    if options.language:
        return CardLanguages(options.language)
    return languages_of_window(paths.data_folder(options.data))


def find_deck_folders(options: SimpleNamespace) -> "Sequence[Path]":
    """Return all deck folders, without creating a collection if there is none."""
    from studyapp.services.library.deck_folders import list_deck_folders
    from studyapp.store.collection import Collection
    from studyapp.system_dependencies import collection_path, new_device_id

    file = collection_path(paths.data_folder(options.data))
    if not file.exists():
        return tuple(options.folders)
    with Collection(file, new_device_id) as collection:
        return list_deck_folders(collection, options.folders)


def describe_unknown_decks(deck_ids: "Sequence[str] | None", library: "Library") -> str:
    """Return an error message that names the unknown decks, or '' if all are known."""
    missing = [deck for deck in deck_ids or () if deck not in library.deck_ids]
    return (
        f"no such deck: {', '.join(missing)}; available decks: {', '.join(library.deck_ids)}"
        if missing
        else ""
    )


def report_failure(message: str, status: int = EXIT_FAILED) -> int:
    """Print the message to standard error and return the exit status."""
    print_line(f"studyapp: {message}", output=sys.stderr)
    return status

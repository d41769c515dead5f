"""Refreshing the library: reads changed deck files into the collection."""

import errno
import hashlib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from studyapp.core.notes.media_names import media_folder
from studyapp.deckfiles.field_names import DRAWINGS_FOLDER
from studyapp.deckfiles.problems.problem import (
    Problem,
    ProblemKind,
    Severity,
    decode_problems,
    duplicate_deck_id_problem,
    encode_problems,
)
from studyapp.services.library.deck_library import Library, build_library
from studyapp.services.library.interrupted_imports import find_interrupted_imports
from studyapp.services.options.clock import Clock
from studyapp.store import decks, notes
from studyapp.store.collection import Collection
from studyapp.store.decks import DeckFile
from studyapp.store.notes import NoteChanges
from studyapp.temporary_files import remove_leftover_files

_DECK_FILE_SUFFIXES = (".yaml", ".yml")


class RefreshResult(NamedTuple):
    """The library after a refresh, and what changed in the notes of each deck that was read."""

    library: Library
    changes_by_deck_id: dict[str, NoteChanges]


def refresh_library(
    collection: Collection,
    folders: Sequence[Path],
    clock: Clock,
    progress: Callable[[int], None] | None = None,
) -> RefreshResult:
    """Read the changed deck files of the folders.

    Each file is read in one transaction. If a file can't be read, its deck stays unchanged; if a note
    can't be read, that note stays unchanged. `progress` is called with the number of notes read so far and may
    raise to stop; the files read before that are kept. Raises StoreError if saving fails.
    """
    _remove_leftover_files(folders)
    paths, unencodable = _list_deck_files(folders)
    with collection.read_transaction() as connection:
        known_files, digest_by_deck = decks.file_by_path(connection), decks.digest_by_deck(connection)
    changes: dict[str, NoteChanges] = {}
    path_by_deck: dict[str, Path] = {}
    drawings_stamp_by_folder = {folder: _drawings_stamp(folder) for folder in {path.parent for path in paths}}
    for path in paths:
        file = known_files.get(str(path))
        stamp = _change_stamp(path, drawings_stamp_by_folder[path.parent])
        if (
            file is None
            or file.modification_stamp != stamp
            or file.deck_id in path_by_deck
            or not _is_up_to_date(file, digest_by_deck)
        ):
            file, note_changes = _read_deck_file(collection, path, stamp, file, path_by_deck, clock, progress)
            if note_changes is not None and file.deck_id is not None:
                changes[file.deck_id] = note_changes
                digest_by_deck[file.deck_id] = file.digest
        if file.deck_id is not None:
            path_by_deck[file.deck_id] = path
    _forget_missing_files(collection, folders, known_files, paths)
    library = build_library(collection, [str(path) for path in paths], folders)
    problems = (
        *find_interrupted_imports(collection),
        *library.problems,
        *map(_file_name_problem, unencodable),
    )
    return RefreshResult(library._replace(problems=problems), changes)


def _is_up_to_date(file: DeckFile, digests: dict[str, str]) -> bool:
    """Return whether reading the unchanged file again would have no effect.

    This is the case if its deck was last read from this content, or if it has no deck for a reason other than
    a duplicate deck id. The duplicate may have been removed since.
    """
    if file.deck_id is not None:
        return digests.get(file.deck_id) == file.digest
    return all(
        problem.kind is not ProblemKind.DUPLICATE_DECK_ID for problem in decode_problems(file.problems_json)
    )


def _read_deck_file(
    collection: Collection,
    path: Path,
    stamp: str,
    known_file: DeckFile | None,
    path_by_deck: dict[str, Path],
    clock: Clock,
    progress: Callable[[int], None] | None,
) -> tuple[DeckFile, NoteChanges | None]:
    # Loaded only when a file has changed since the last start.
    from studyapp.deckfiles.reading.deck_reading import read_deck_bytes, unreadable_file_problem

    try:
        data = path.read_bytes()
    except OSError as error:
        problems_json = encode_problems([unreadable_file_problem(path, error)])
        file = DeckFile(str(path), stamp, "", known_file.deck_id if known_file else None, problems_json)
        return _store_deck_file(collection, file), None
    digest = hashlib.sha256(data).hexdigest()
    reading = read_deck_bytes(data, path, progress)
    problems: tuple[Problem, ...] = reading.problems
    deck = reading.deck
    if deck is not None and deck.metadata.id in path_by_deck:
        problems, deck = (
            (*problems, duplicate_deck_id_problem(path, deck.metadata.id, path_by_deck[deck.metadata.id])),
            None,
        )
        return _store_deck_file(
            collection, DeckFile(str(path), stamp, digest, None, encode_problems(problems))
        ), None
    if deck is None:
        last_deck_id = known_file.deck_id if known_file and known_file.deck_id not in path_by_deck else None
        return _store_deck_file(
            collection, DeckFile(str(path), stamp, digest, last_deck_id, encode_problems(problems))
        ), None
    file = DeckFile(str(path), stamp, digest, deck.metadata.id, encode_problems(problems))
    # After an error, a note may be missing because it could not be read, not because it was removed.
    has_errors = any(problem.severity is Severity.ERROR for problem in problems)
    with collection.transaction() as connection:
        note_changes = notes.replace_all(
            connection, deck.metadata.id, deck.notes, clock.now() // 1000, keep_missing=has_errors
        )
        decks.save(connection, deck.metadata, digest)
        decks.save_file(connection, file)
    return file, note_changes


def _store_deck_file(collection: Collection, file: DeckFile) -> DeckFile:
    with collection.transaction() as connection:
        decks.save_file(connection, file)
    return file


def _forget_missing_files(
    collection: Collection, folders: Sequence[Path], known_paths: Iterable[str], paths: Sequence[Path]
) -> None:
    present = {str(path) for path in paths}
    folder_names = {str(folder.absolute()) for folder in folders}
    missing = [path for path in known_paths if path not in present and str(Path(path).parent) in folder_names]
    if missing:
        with collection.transaction() as connection:
            for path in missing:
                decks.delete_file(connection, path)


def _list_deck_files(folders: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """Return the deck files of the folders, in order and each once, and those whose names are not valid text."""
    is_encodable_by_path: dict[Path, bool] = {}
    for folder in folders:
        if folder.is_dir():
            for path in sorted(folder.absolute().iterdir()):
                if has_deck_file_suffix(path) and path.is_file():
                    is_encodable_by_path[path] = _is_encodable(str(path))
    return [path for path, is_encodable in is_encodable_by_path.items() if is_encodable], [
        path for path, is_encodable in is_encodable_by_path.items() if not is_encodable
    ]


def _remove_leftover_files(folders: Sequence[Path]) -> None:
    """Remove what a killed process left of the deck files and images that it was writing."""
    for folder in folders:
        remove_leftover_files(folder)
        for subfolder in folder.glob(media_folder("*")):
            remove_leftover_files(subfolder)


def has_deck_file_suffix(path: Path) -> bool:
    """Return whether the path has the suffix of a deck file, in upper or lower case."""
    return path.suffix.lower() in _DECK_FILE_SUFFIXES


def _is_encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _file_name_problem(path: Path) -> Problem:
    from studyapp.deckfiles.reading.deck_reading import unreadable_file_problem

    return unreadable_file_problem(path, OSError(errno.EILSEQ, "its name is not valid UTF-8; rename it"))


def _change_stamp(path: Path, drawings_stamp: str) -> str:
    """Return a stamp that changes whenever the file, or a drawing beside it, is written."""
    try:
        status = path.stat()
    except OSError:
        return "unreadable"
    return f"{status.st_mtime_ns}:{status.st_size}:{status.st_ino}{drawings_stamp}"


def _drawings_stamp(folder: Path) -> str:
    """Return a stamp of all drawings beside the decks of a folder; empty if there are none."""
    file_states = [_file_state(file) for file in sorted((folder / DRAWINGS_FOLDER).glob("*.yaml"))]
    return f" {hashlib.sha256(repr(file_states).encode()).hexdigest()}" if file_states else ""


def _file_state(file: Path) -> tuple[str, int, int, int]:
    try:
        status = file.stat()
    except OSError:
        return ascii(file.name), 0, 0, 0
    return ascii(file.name), status.st_mtime_ns, status.st_size, status.st_ino

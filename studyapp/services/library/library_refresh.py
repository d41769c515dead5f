"""Refreshing the library: reads changed deck files into the collection."""

import errno
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from studyapp.core.notes.media_names import media_folder
from studyapp.garbage_collection import garbage_collection_paused
from studyapp.services.library.change_stamps import change_stamp, make_drawings_stamp
from studyapp.services.library.deck_library import Library, build_library
from studyapp.services.library.interrupted_imports import find_interrupted_imports
from studyapp.services.options.clock import Clock
from studyapp.store import decks
from studyapp.store.collection import Collection
from studyapp.store.decks import DeckFile
from studyapp.temporary_files import remove_leftover_files

if TYPE_CHECKING:
    from studyapp.deckfiles.problems.problem import Problem
    from studyapp.services.library.known_readings import KnownReading
    from studyapp.store.notes import NoteChanges

_DECK_FILE_SUFFIXES = (".yaml", ".yml")


class RefreshResult(NamedTuple):
    """The library after a refresh, and what changed in the notes of each deck that was read."""

    library: Library
    changes_by_deck_id: "dict[str, NoteChanges]"


def refresh_library(
    collection: Collection,
    folders: Sequence[Path],
    clock: Clock,
    progress: Callable[[int], None] | None = None,
    bundled_folder: Path | None = None,
    known_readings: "Sequence[KnownReading]" = (),
) -> RefreshResult:
    """Read the changed deck files of the folders. A deck in `bundled_folder`, one of them, is replaced by a deck with the
    same id in another folder: the user's copy, which was edited. `known_readings` are the contents of files just written.

    Each file is read in one transaction. If a file can't be read, its deck stays unchanged; if a note
    can't be read, that note stays unchanged. `progress` is called with the number of notes read so far and may
    raise to stop; the files read before that are kept. Raises StoreError if saving fails.
    """
    paths, unencodable = _list_deck_files(folders)
    with collection.read_transaction() as connection:
        known_files, digest_by_deck = decks.file_by_path(connection), decks.digest_by_deck(connection)
    changes: dict[str, NoteChanges] = {}
    path_by_deck: dict[str, Path] = {}
    reader = _DeckFileReader(collection, path_by_deck, clock, progress, bundled_folder, known_readings)
    drawings_stamp = cache(make_drawings_stamp)
    for path in sorted(paths, key=lambda path: path.parent == bundled_folder):  # replaced decks come last
        file = known_files.get(str(path))
        stamp = change_stamp(path, drawings_stamp(path.parent))
        if (
            file is None
            or file.modification_stamp != stamp
            or file.deck_id in path_by_deck
            or not _is_up_to_date(file, digest_by_deck, path_by_deck)
        ):
            file, note_changes = reader.read(path, stamp, file)
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


def _is_up_to_date(file: DeckFile, digests: dict[str, str], path_by_deck: Mapping[str, Path]) -> bool:
    """Return whether reading the unchanged file again would have no effect.

    This is the case if its deck was last read from this content or is still replaced by another file, or if it has no
    deck for a reason other than a duplicate deck id. The duplicate may have been removed since.
    """
    if file.deck_id is not None:
        return digests.get(file.deck_id) == file.digest
    if file.replaced_deck_id is not None:
        return file.replaced_deck_id in path_by_deck
    from studyapp.deckfiles.problems.problem import ProblemKind, decode_problems

    return all(
        problem.kind is not ProblemKind.DUPLICATE_DECK_ID for problem in decode_problems(file.problems_json)
    )


class _DeckFileReader(NamedTuple):
    """Reads deck files and stores their decks. `path_by_deck` are the decks that were read before."""

    collection: Collection
    path_by_deck: Mapping[str, Path]
    clock: Clock
    progress: Callable[[int], None] | None
    bundled_folder: Path | None
    known_readings: "Sequence[KnownReading]"

    @garbage_collection_paused()  # also while the notes are stored and freed
    def read(
        self, path: Path, stamp: str, known_file: DeckFile | None
    ) -> "tuple[DeckFile, NoteChanges | None]":
        """Read a file and return its state, and what changed in the notes of its deck, if it has one."""
        # Loaded only when a file has changed since the last start.
        import hashlib

        from studyapp.deckfiles.problems.problem import duplicate_deck_id_problem
        from studyapp.deckfiles.reading.deck_reading import read_deck_bytes, unreadable_file_problem
        from studyapp.services.library.deck_storing import deck_file_as_read, store_deck

        try:
            data = path.read_bytes()
        except OSError as error:
            problems = (unreadable_file_problem(path, error),)
            last_deck_id = known_file.deck_id if known_file else None
            return self._store_without_deck(path, stamp, "", problems, last_deck_id), None
        digest = hashlib.sha256(data).hexdigest()
        known = next((one for one in self.known_readings if (one.path, one.digest) == (path, digest)), None)
        if known is None:
            reading = read_deck_bytes(data, path, self.progress)
        else:
            reading = known.reading
        deck = reading.deck
        if deck is None:
            last_deck_id = (
                known_file.deck_id if known_file and known_file.deck_id not in self.path_by_deck else None
            )
            return self._store_without_deck(path, stamp, digest, reading.problems, last_deck_id), None
        other_path = self.path_by_deck.get(deck.metadata.id)
        if other_path is not None and path.parent == self.bundled_folder:
            file = DeckFile(str(path), stamp, digest, None, decks.NO_PROBLEMS_JSON, deck.metadata.id)
            return _store_deck_file(self.collection, file), None
        if other_path is not None:
            duplicate = duplicate_deck_id_problem(path, deck.metadata.id, other_path)
            return self._store_without_deck(path, stamp, digest, (*reading.problems, duplicate), None), None
        file = deck_file_as_read(path, stamp, data, deck, reading)

        def check_cancelled() -> None:
            if self.progress is not None:
                self.progress(len(deck.notes))

        with self.collection.transaction():
            return file, store_deck(self.collection, file, deck, reading, self.clock, check_cancelled)

    def _store_without_deck(
        self, path: Path, stamp: str, digest: str, problems: "Sequence[Problem]", deck_id: str | None
    ) -> DeckFile:
        from studyapp.deckfiles.problems.problem import encode_problems

        file = DeckFile(str(path), stamp, digest, deck_id, encode_problems(problems))
        return _store_deck_file(self.collection, file)


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
                if not Path(path).exists():  # an edit may have brought it back since the folder was listed
                    decks.delete_file(connection, path)


def _list_deck_files(folders: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """Return the deck files of the folders, in order and each once, and those whose names are not valid text, after
    removing what a killed process left."""
    _remove_leftover_files(folders)
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


def _file_name_problem(path: Path) -> "Problem":
    from studyapp.deckfiles.reading.deck_reading import unreadable_file_problem

    return unreadable_file_problem(path, OSError(errno.EILSEQ, "its name is not valid UTF-8; rename it"))

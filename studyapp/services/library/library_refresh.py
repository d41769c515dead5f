"""Keeping the library in step with the deck files."""

import errno
import hashlib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

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
from studyapp.services.options.clock import Clock
from studyapp.store import decks, notes
from studyapp.store.collection import Collection
from studyapp.store.decks import DeckFile
from studyapp.store.notes import NoteChanges

DECK_FILE_SUFFIXES = (".yaml", ".yml")


def refresh_library(
    collection: Collection,
    folders: Sequence[Path],
    clock: Clock,
    progress: Callable[[int], None] | None = None,
) -> tuple[Library, dict[str, NoteChanges]]:
    """Read what changed in the folders' deck files, and return the library with the changes by deck.

    Each file is one transaction; a file that can't be read leaves its deck as it was, and a note that can't
    be read stays as it was. `progress` is told the notes read so far and may raise to stop: what was read by
    then stays. StoreError when the disk fails.
    """
    paths, unnameable = _list_deck_files(folders)
    with collection.read_transaction() as connection:
        known, digests = decks.file_by_path(connection), decks.digest_by_deck(connection)
    changes: dict[str, NoteChanges] = {}
    taken: dict[str, Path] = {}
    drawings = {folder: _drawings_stamp(folder) for folder in {path.parent for path in paths}}
    for path in paths:
        file = known.get(str(path))
        stamp = _change_stamp(path, drawings[path.parent])
        if (
            file is None
            or file.modification_stamp != stamp
            or file.deck_id in taken
            or not _is_up_to_date(file, digests)
        ):
            file, change = _read_deck_file(collection, path, stamp, file, taken, clock, progress)
            if change is not None and file.deck_id is not None:
                changes[file.deck_id] = change
                digests[file.deck_id] = file.digest
        if file.deck_id is not None:
            taken[file.deck_id] = path
    _forget_missing_files(collection, folders, known, paths)
    library = build_library(collection, [str(path) for path in paths], folders)
    return library._replace(problems=(*library.problems, *map(_file_name_problem, unnameable))), changes


def _is_up_to_date(file: DeckFile, digests: dict[str, str]) -> bool:
    """Whether another look at the same file would give nothing new: its deck holds what was read from it,
    or it has none, and not because another file had the same deck then."""
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
        found = encode_problems([unreadable_file_problem(path, error)])
        file = DeckFile(str(path), stamp, "", known_file.deck_id if known_file else None, found)
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
        held = known_file.deck_id if known_file and known_file.deck_id not in path_by_deck else None
        return _store_deck_file(
            collection, DeckFile(str(path), stamp, digest, held, encode_problems(problems))
        ), None
    file = DeckFile(str(path), stamp, digest, deck.metadata.id, encode_problems(problems))
    # A note that can't be read, or stands after what can't be read, is not one that was taken out.
    broken = any(problem.severity is Severity.ERROR for problem in problems)
    with collection.transaction() as connection:
        change = notes.replace_all(
            connection, deck.metadata.id, deck.notes, clock.now() // 1000, keep_missing=broken
        )
        decks.save(connection, deck.metadata, digest)
        decks.save_file(connection, file)
    return file, change


def _store_deck_file(collection: Collection, file: DeckFile) -> DeckFile:
    with collection.transaction() as connection:
        decks.save_file(connection, file)
    return file


def _forget_missing_files(
    collection: Collection, folders: Sequence[Path], known_paths: Iterable[str], paths: Sequence[Path]
) -> None:
    there = {str(path) for path in paths}
    wanted = {str(folder.absolute()) for folder in folders}
    gone = [path for path in known_paths if path not in there and str(Path(path).parent) in wanted]
    if gone:
        with collection.transaction() as connection:
            for path in gone:
                decks.delete_file(connection, path)


def _list_deck_files(folders: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """The deck files of the folders in order, each once; and those whose name is not text."""
    found: dict[Path, bool] = {}
    for folder in folders:
        if folder.is_dir():
            for path in sorted(folder.absolute().iterdir()):
                if path.suffix in DECK_FILE_SUFFIXES and path.is_file():
                    found[path] = _is_encodable(str(path))
    return [path for path, named in found.items() if named], [
        path for path, named in found.items() if not named
    ]


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
    """Changes whenever the file is written, or a drawing beside it."""
    try:
        state = path.stat()
    except OSError:
        return "unreadable"
    return f"{state.st_mtime_ns}:{state.st_size}:{state.st_ino}{drawings_stamp}"


def _drawings_stamp(folder: Path) -> str:
    """The same for all drawings of a folder of decks; empty where it has none."""
    states = [_file_state(file) for file in sorted((folder / DRAWINGS_FOLDER).glob("*.yaml"))]
    return f" {hashlib.sha256(repr(states).encode()).hexdigest()}" if states else ""


def _file_state(file: Path) -> tuple[str, int, int, int]:
    try:
        state = file.stat()
    except OSError:
        return ascii(file.name), 0, 0, 0
    return ascii(file.name), state.st_mtime_ns, state.st_size, state.st_ino

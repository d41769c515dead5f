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
    deck_id_taken,
    decode_problems,
    encode_problems,
)
from studyapp.services.library.deck_library import Library, library_of
from studyapp.services.options.clock import Clock
from studyapp.store import decks, notes
from studyapp.store.collection import Collection
from studyapp.store.decks import DeckFile
from studyapp.store.notes import Changes

DECK_SUFFIXES = (".yaml", ".yml")


def refresh(
    collection: Collection,
    folders: Sequence[Path],
    clock: Clock,
    progress: Callable[[int], None] | None = None,
) -> tuple[Library, dict[str, Changes]]:
    """Read what changed in the folders' deck files, and return the library with the changes by deck.

    Each file is one transaction; a file that can't be read leaves its deck as it was, and a note that can't
    be read stays as it was. `progress` is told the notes read so far and may raise to stop: what was read by
    then stays. StoreError when the disk fails.
    """
    paths, unnameable = _deck_files(folders)
    with collection.reading() as connection:
        known, digests = decks.files(connection), decks.digests(connection)
    changes: dict[str, Changes] = {}
    taken: dict[str, Path] = {}
    drawings = {folder: _drawings_of(folder) for folder in {path.parent for path in paths}}
    for path in paths:
        file = known.get(str(path))
        stamp = _stamp(path, drawings[path.parent])
        if file is None or file.stamp != stamp or file.deck in taken or not _is_held(file, digests):
            file, change = _read(collection, path, stamp, file, taken, clock, progress)
            if change is not None and file.deck is not None:
                changes[file.deck] = change
                digests[file.deck] = file.digest
        if file.deck is not None:
            taken[file.deck] = path
    _forget_missing(collection, folders, known, paths)
    library = library_of(collection, [str(path) for path in paths], folders)
    return library._replace(problems=(*library.problems, *map(_unnameable, unnameable))), changes


def _is_held(file: DeckFile, digests: dict[str, str]) -> bool:
    """Whether another look at the same file would give nothing new: its deck holds what was read from it,
    or it has none, and not because another file had the same deck then."""
    if file.deck is not None:
        return digests.get(file.deck) == file.digest
    return all(problem.kind is not ProblemKind.DECK_ID_TAKEN for problem in decode_problems(file.problems))


def _read(
    collection: Collection,
    path: Path,
    stamp: str,
    known: DeckFile | None,
    taken: dict[str, Path],
    clock: Clock,
    progress: Callable[[int], None] | None,
) -> tuple[DeckFile, Changes | None]:
    # Loaded only when a file has changed since the last start.
    from studyapp.deckfiles.reading.deck_reading import read_deck_bytes, unreadable

    try:
        data = path.read_bytes()
    except OSError as error:
        found = encode_problems([unreadable(path, error)])
        file = DeckFile(str(path), stamp, "", known.deck if known else None, found)
        return _remember(collection, file), None
    digest = hashlib.sha256(data).hexdigest()
    reading = read_deck_bytes(data, path, progress)
    problems: tuple[Problem, ...] = reading.problems
    deck = reading.deck
    if deck is not None and deck.head.id in taken:
        problems, deck = (*problems, deck_id_taken(path, deck.head.id, taken[deck.head.id])), None
        return _remember(
            collection, DeckFile(str(path), stamp, digest, None, encode_problems(problems))
        ), None
    if deck is None:
        held = known.deck if known and known.deck not in taken else None
        return _remember(
            collection, DeckFile(str(path), stamp, digest, held, encode_problems(problems))
        ), None
    file = DeckFile(str(path), stamp, digest, deck.head.id, encode_problems(problems))
    # A note that can't be read, or stands after what can't be read, is not one that was taken out.
    broken = any(problem.severity is Severity.ERROR for problem in problems)
    with collection.transaction() as connection:
        change = notes.replace_all(
            connection, deck.head.id, deck.notes, clock.now() // 1000, keep_missing=broken
        )
        decks.put(connection, deck.head, digest)
        decks.put_file(connection, file)
    return file, change


def _remember(collection: Collection, file: DeckFile) -> DeckFile:
    with collection.transaction() as connection:
        decks.put_file(connection, file)
    return file


def _forget_missing(
    collection: Collection, folders: Sequence[Path], known: Iterable[str], paths: Sequence[Path]
) -> None:
    there = {str(path) for path in paths}
    wanted = {str(folder.absolute()) for folder in folders}
    gone = [path for path in known if path not in there and str(Path(path).parent) in wanted]
    if gone:
        with collection.transaction() as connection:
            for path in gone:
                decks.forget_file(connection, path)


def _deck_files(folders: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """The deck files of the folders in order, each once; and those whose name is not text."""
    found: dict[Path, bool] = {}
    for folder in folders:
        if folder.is_dir():
            for path in sorted(folder.absolute().iterdir()):
                if path.suffix in DECK_SUFFIXES and path.is_file():
                    found[path] = _is_text(str(path))
    return [path for path, named in found.items() if named], [
        path for path, named in found.items() if not named
    ]


def _is_text(words: str) -> bool:
    try:
        words.encode()
    except UnicodeEncodeError:
        return False
    return True


def _unnameable(path: Path) -> Problem:
    from studyapp.deckfiles.reading.deck_reading import unreadable

    return unreadable(path, OSError(errno.EILSEQ, "its name is not UTF-8; give it another"))


def _stamp(path: Path, drawings: str) -> str:
    """Changes whenever the file is written, or a drawing beside it."""
    try:
        state = path.stat()
    except OSError:
        return "unreadable"
    return f"{state.st_mtime_ns}:{state.st_size}:{state.st_ino}{drawings}"


def _drawings_of(folder: Path) -> str:
    """The same for all drawings of a folder of decks; empty where it has none."""
    states = [_state_of(file) for file in sorted((folder / DRAWINGS_FOLDER).glob("*.yaml"))]
    return f" {hashlib.sha256(repr(states).encode()).hexdigest()}" if states else ""


def _state_of(file: Path) -> tuple[str, int, int, int]:
    try:
        state = file.stat()
    except OSError:
        return ascii(file.name), 0, 0, 0
    return ascii(file.name), state.st_mtime_ns, state.st_size, state.st_ino

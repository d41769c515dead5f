"""Imports that were interrupted after their notes were written to deck files, but before their reviews were saved.

An import is recorded before it writes the first file, and the record is removed in the transaction that saves the
reviews. `library_refresh.py` reports the records that are left.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from studyapp.process_lock import acquire_process_lock
from studyapp.store import errors
from studyapp.store.collection import Collection
from studyapp.store.progress import unfinished_imports

if TYPE_CHECKING:
    from studyapp.deckfiles.problems.problem import Problem

_LOCK_FILE = "import.lock"


@contextmanager
def import_lock(collection: Collection) -> Iterator[None]:
    """Mark the imports recorded meanwhile as running. Raises StoreBusy if another import is running."""
    lock = acquire_process_lock(collection.path.with_name(_LOCK_FILE))
    if lock is None:
        raise errors.StoreBusy(errors.BUSY, collection.path)
    try:
        yield
    finally:
        lock.release()


def record_import(collection: Collection, file: Path, new_decks: Iterable[str]) -> None:
    """Record that the import of `file` is about to write deck files, some of them for new decks, given by id.

    Raises StoreError if saving fails.
    """
    with collection.transaction() as connection:
        unfinished_imports.add(connection, file.absolute(), new_decks)


def load_unfinished_decks(collection: Collection, file: Path) -> frozenset[str]:
    """Return the ids of the decks that interrupted imports of a file with this name created."""
    with collection.read_transaction() as connection:
        decks_by_file = unfinished_imports.load_all(connection)
    return frozenset(
        deck for other, decks in decks_by_file.items() if other.name == file.name for deck in decks
    )


def find_interrupted_imports(collection: Collection) -> "tuple[Problem, ...]":
    """Return a problem for each import that was interrupted. There are none while an import is running."""
    with collection.read_transaction() as connection:
        files = tuple(unfinished_imports.load_all(connection))
    if not files:
        return ()
    lock = acquire_process_lock(collection.path.with_name(_LOCK_FILE))
    if lock is None:
        return ()
    lock.release()
    from studyapp.deckfiles.problems.problem import Problem
    from studyapp.deckfiles.problems.transfer_problem_kinds import TransferProblemKind

    return tuple(Problem(TransferProblemKind.IMPORT_INTERRUPTED, file, 1, 1) for file in files)

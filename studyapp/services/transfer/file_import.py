"""Importing a file: its notes into deck files, its reviews into the journal."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from studyapp.anki.reading.package_reading import is_zip_file, open_package
from studyapp.core.notes.note import Note
from studyapp.core.notes.note_key import split_note_key
from studyapp.core.progress_callback import ProgressCallback, ignore_progress
from studyapp.core.text.translatable import QT_TRANSLATE_NOOP
from studyapp.core.transfer.import_losses import Loss
from studyapp.core.transfer.import_suffixes import (
    IMPORT_SUFFIXES,
    MARKDOWN_SUFFIXES,
    PACKAGE_SUFFIXES,
    TABLE_SUFFIXES,
)
from studyapp.core.transfer.package_model import PackageData, SourceNote
from studyapp.core.transfer.unreadable_file import UnreadableFileError
from studyapp.services.library.deck_library import Library
from studyapp.services.library.interrupted_imports import (
    import_lock,
    load_unfinished_decks,
    record_import,
)
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.options.clock import Clock
from studyapp.services.transfer.import_baseline import record_export_baseline
from studyapp.services.transfer.imported_note_writing import DeckFilePaths
from studyapp.services.transfer.note_import import ImportedNotes, import_notes
from studyapp.services.transfer.preset_import import import_presets
from studyapp.services.transfer.progress_import import MergeResult, merge_progress
from studyapp.services.transfer.text_files.different_texts import find_different_texts
from studyapp.services.transfer.text_files.known_text_notes import load_known_text_notes
from studyapp.store import notes
from studyapp.store.collection import Collection
from studyapp.textfiles.csv_reading import read_csv
from studyapp.textfiles.markdown_reading import read_markdown


class ImportReport(NamedTuple):
    """The result of an import.

    `existing_count` are the notes that were already present, `entry_count` the new journal entries,
    `review_count` the reviews among them, and `losses` what could not be carried over.
    """

    added_count: int
    existing_count: int
    entry_count: int
    review_count: int
    written_files: tuple[Path, ...]
    losses: tuple[Loss, ...]


def import_file(
    collection: Collection,
    folders: Sequence[Path],
    own_decks_folder: Path,
    path: Path,
    clock: Clock,
    progress: ProgressCallback | None = None,
    bundled_folder: Path | None = None,
) -> ImportReport:
    """Import an Anki package, or a table or Markdown file according to its suffix.

    New notes go to the file of their deck, or to a new file in `own_decks_folder` (one of `folders`) if the deck is
    new or in `bundled_folder`. Importing a file again adds nothing. `progress` counts each note twice and may raise
    to stop; notes written before stay. Importing a file again also completes an import that was interrupted. Raises
    UnreadableFileError if the file can't be imported, OSError if reading it or writing a deck fails, StoreBusy if another
    import is running, and StoreError if saving reviews fails."""
    with import_lock(collection):
        return _import_file(
            collection, folders, own_decks_folder, path, clock, progress or ignore_progress, bundled_folder
        )


def _import_file(
    collection: Collection,
    folders: Sequence[Path],
    own_decks_folder: Path,
    path: Path,
    clock: Clock,
    report: ProgressCallback,
    bundled_folder: Path | None,
) -> ImportReport:
    old_library = refresh_library(
        collection, folders, clock, lambda _count: report(0, 0), bundled_folder
    ).library
    paths = _find_deck_paths(old_library, own_decks_folder, bundled_folder)
    old_decks = frozenset(old_library.deck_ids) - load_unfinished_decks(collection, path)
    with _open_import_file(path, old_library, collection, report) as package:
        imported = import_notes(
            collection,
            old_library,
            paths,
            package,
            lambda done, total: report(done, 2 * total),
            lambda written: record_import(
                collection, path, [deck for deck in written if deck not in old_decks]
            ),
        )

    def check_cancelled() -> None:
        report(len(package.notes), 2 * len(package.notes))

    library = refresh_library(
        collection, folders, clock, lambda _count: check_cancelled(), bundled_folder
    ).library
    pairs = _load_notes(collection, imported.source_key_pairs, check_cancelled)
    record_export_baseline(collection, library, pairs, check_cancelled)
    preset_losses = import_presets(collection, package, _map_new_decks(pairs, old_decks))
    merged = merge_progress(
        collection,
        package,
        pairs,
        clock,
        lambda done, total: report(total + done, 2 * total),
        completed_file=path,
    )
    text_losses = _find_text_losses(path, pairs[: imported.existing_count], package)
    return _build_report(imported, (*text_losses, *preset_losses), merged)


def _find_deck_paths(library: Library, own_decks_folder: Path, bundled_folder: Path | None) -> DeckFilePaths:
    decks = [deck for deck in library.decks if deck.path.parent != bundled_folder]
    return DeckFilePaths(own_decks_folder, {deck.metadata.id: deck.path for deck in decks})


def _find_text_losses(
    path: Path, existing: Sequence[tuple[SourceNote, Note]], package: PackageData
) -> Iterator[Loss]:
    """Yield the notes of a text file that are here with another text."""
    if path.suffix.lower() in (*TABLE_SUFFIXES, *MARKDOWN_SUFFIXES):
        yield from find_different_texts(existing, package)


def _build_report(imported: ImportedNotes, more_losses: Sequence[Loss], merged: MergeResult) -> ImportReport:
    return ImportReport(
        imported.added_count,
        imported.existing_count,
        merged.entry_count,
        merged.review_count,
        imported.written_files,
        (*imported.losses, *more_losses, *merged.losses),
    )


def _map_new_decks(pairs: Sequence[tuple[SourceNote, Note]], old_decks: frozenset[str]) -> dict[str, int]:
    """Return the id in Anki of each new deck, by its id here: that of the deck's first note."""
    return {
        note.deck_id: source.cards[0].deck_id
        for source, note in reversed(pairs)
        if source.cards and note.deck_id not in old_decks
    }


def _load_notes(
    collection: Collection,
    source_key_pairs: Sequence[tuple[SourceNote, str]],
    check_cancelled: Callable[[], None],
) -> list[tuple[SourceNote, Note]]:
    loaded: list[tuple[SourceNote, Note]] = []
    for source, key in source_key_pairs:
        check_cancelled()
        note = _load_note_by_key(collection, key)
        if note is not None:
            loaded.append((source, note))
    return loaded


@contextmanager
def _open_import_file(
    path: Path, library: Library, collection: Collection, progress: ProgressCallback
) -> Iterator[PackageData]:
    """Read a file in the format that its suffix stands for. A package is recognized under any name."""
    suffix = path.suffix.lower()
    if suffix in TABLE_SUFFIXES:
        with collection.read_transaction() as connection:
            existing_keys = {
                f"{deck}/{note}" for deck in library.deck_ids for note in notes.all_ids(connection, deck)
            }
        known = load_known_text_notes(collection, library)
        yield read_csv(path, existing_keys.__contains__, known).package
    elif suffix in MARKDOWN_SUFFIXES:
        yield read_markdown(path, load_known_text_notes(collection, library))
    elif suffix not in PACKAGE_SUFFIXES and not is_zip_file(path):
        raise UnreadableFileError(
            QT_TRANSLATE_NOOP("Problem", "its file type can't be imported; use one of {types}"),
            types=", ".join(IMPORT_SUFFIXES),
        )
    else:
        with open_package(path, progress) as package:
            yield package


def _load_note_by_key(collection: Collection, key: str) -> Note | None:
    deck, note_id = split_note_key(key)
    with collection.read_transaction() as connection:
        return notes.load(connection, deck, note_id)

"""Taking a package of Anki in: its notes into deck files, its reviews into the journal."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from studyapp.anki.reading.package_reading import is_zip_file, open_package
from studyapp.core.notes.note import Note
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
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.options.clock import Clock
from studyapp.services.transfer.import_baseline import record_export_baseline
from studyapp.services.transfer.imported_note_writing import DeckFilePaths
from studyapp.services.transfer.note_import import import_notes
from studyapp.services.transfer.preset_import import import_presets
from studyapp.services.transfer.progress_import import merge_progress
from studyapp.store import notes
from studyapp.store.collection import Collection
from studyapp.textfiles.csv_reading import read_csv
from studyapp.textfiles.markdown_reading import read_markdown


class ImportReport(NamedTuple):
    """Notes added and notes that were there, new entries of the journal and the reviews among them, the deck files
    written, and all that could not be carried."""

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
    read_only_folders: Sequence[Path] = (),
) -> ImportReport:
    """Import the file at `path`: a package of Anki, or a table or a page as its ending says. New notes are added to the
    file of their deck, unless that is in a folder that is `read_only`; other decks become files in the folder
    `own_decks`, which is one of the `folders`. Importing the same twice adds nothing the second time.

    UnreadablePackage when it is none; OSError when it can't be read or a deck can't be written, StoreError when the
    reviews could not be kept. `progress` is told how many of all notes are done, twice, and may raise to stop: notes
    that were written by then stay.
    """
    tell = progress or ignore_progress
    before, _ = refresh_library(collection, folders, clock)
    places = DeckFilePaths(
        own_decks_folder,
        {deck.head.id: deck.path for deck in before.decks if deck.path.parent not in read_only_folders},
    )
    with _open_import_file(path, before, collection) as found:
        placed = import_notes(collection, before, places, found, lambda done, total: tell(done, 2 * total))
    library, _ = refresh_library(collection, folders, clock)
    pairs = _load_notes(collection, placed.source_key_pairs)
    record_export_baseline(collection, library, pairs)
    new_decks = {
        note.deck_id: one.cards[0].deck_id
        for one, note in reversed(pairs)
        if one.cards and note.deck_id not in before.deck_ids
    }
    options = import_presets(collection, found, new_decks)
    merged = merge_progress(
        collection, found, pairs, clock, lambda done, total: tell(total + done, 2 * total)
    )
    return ImportReport(
        placed.added_count,
        len(placed.source_key_pairs) - placed.added_count,
        merged.entry_count,
        merged.review_count,
        placed.written_files,
        (*placed.losses, *options, *merged.losses),
    )


def _load_notes(
    collection: Collection, source_key_pairs: Sequence[tuple[SourceNote, str]]
) -> list[tuple[SourceNote, Note]]:
    loaded = [(source, _load_note_by_key(collection, key)) for source, key in source_key_pairs]
    return [(source, note) for source, note in loaded if note is not None]


@contextmanager
def _open_import_file(path: Path, library: Library, collection: Collection) -> Iterator[PackageData]:
    """The content of a file of the type that its suffix names. A package is recognized under any name."""
    suffix = path.suffix.lower()
    if suffix in TABLE_SUFFIXES:
        with collection.read_transaction() as connection:
            known = {
                f"{deck}/{note}" for deck in library.deck_ids for note in notes.all_ids(connection, deck)
            }
        yield read_csv(path, known.__contains__)
    elif suffix in MARKDOWN_SUFFIXES:
        yield read_markdown(path)
    elif suffix not in PACKAGE_SUFFIXES and not is_zip_file(path):
        raise UnreadableFileError(
            QT_TRANSLATE_NOOP("Problem", "it is not a file type that can be imported ({types})"),
            types=", ".join(IMPORT_SUFFIXES),
        )
    else:
        with open_package(path) as found:
            yield found


def _load_note_by_key(collection: Collection, key: str) -> Note | None:
    deck, _, name = key.partition("/")
    with collection.read_transaction() as connection:
        return notes.load(connection, deck, name)

"""Taking a package of Anki in: its notes into deck files, its reviews into the journal."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from studyapp.anki.reading.package_reading import open_package
from studyapp.core.notes.note import Note
from studyapp.core.progress_callback import Progress, silent
from studyapp.core.transfer.import_losses import Loss
from studyapp.core.transfer.package_model import Found
from studyapp.services.library.deck_library import Library
from studyapp.services.library.library_refresh import refresh
from studyapp.services.options.clock import Clock
from studyapp.services.transfer.import_baseline import remember_origin
from studyapp.services.transfer.import_suffixes import PAGES, TABLES
from studyapp.services.transfer.imported_note_writing import DeckPlaces
from studyapp.services.transfer.note_import import place_notes
from studyapp.services.transfer.preset_import import take_options
from studyapp.services.transfer.progress_import import merge_progress
from studyapp.store import notes
from studyapp.store.collection import Collection
from studyapp.textfiles.csv_reading import read_table
from studyapp.textfiles.markdown_reading import read_page


class ImportReport(NamedTuple):
    """Notes added and notes that were there, new entries of the journal and the reviews among them, the deck files
    written, and all that could not be carried."""

    added: int
    known: int
    entries: int
    reviews: int
    files: tuple[Path, ...]
    losses: tuple[Loss, ...]


def import_package(
    collection: Collection,
    folders: Sequence[Path],
    own_decks: Path,
    path: Path,
    clock: Clock,
    progress: Progress | None = None,
    read_only: Sequence[Path] = (),
) -> ImportReport:
    """Import the file at `path`: a package of Anki, or a table or a page as its ending says. New notes are added to the
    file of their deck, unless that is in a folder that is `read_only`; other decks become files in the folder
    `own_decks`, which is one of the `folders`. Importing the same twice adds nothing the second time.

    UnreadablePackage when it is none; OSError when it can't be read or a deck can't be written, StoreError when the
    reviews could not be kept. `progress` is told how many of all notes are done, twice, and may raise to stop: notes
    that were written by then stay.
    """
    tell = progress or silent
    before, _ = refresh(collection, folders, clock)
    places = DeckPlaces(
        own_decks, {deck.head.id: deck.path for deck in before.decks if deck.path.parent not in read_only}
    )
    with _opened(path, before, collection) as found:
        placed = place_notes(collection, before, places, found, lambda done, total: tell(done, 2 * total))
    library, _ = refresh(collection, folders, clock)
    pairs = []
    for one, key in placed.pairs:
        note = _note(collection, key)
        if note is not None:
            pairs.append((one, note))
    remember_origin(collection, library, pairs)
    new_decks = {
        note.deck: one.cards[0].deck
        for one, note in reversed(pairs)
        if one.cards and note.deck not in before.deck_ids
    }
    options = take_options(collection, found, new_decks)
    merged = merge_progress(
        collection, found, pairs, clock, lambda done, total: tell(total + done, 2 * total)
    )
    known = len(placed.pairs) - placed.added
    losses = (*placed.losses, *options, *merged.losses)
    return ImportReport(placed.added, known, merged.entries, merged.reviews, placed.files, losses)


@contextmanager
def _opened(path: Path, library: Library, collection: Collection) -> Iterator[Found]:
    """What the file holds, in the form that its ending names."""
    ending = path.suffix.lower()
    if ending in TABLES:
        with collection.reading() as connection:
            known = {f"{deck}/{note}" for deck in library.deck_ids for note in notes.ids(connection, deck)}
        yield read_table(path, known.__contains__)
    elif ending in PAGES:
        yield read_page(path)
    else:
        with open_package(path) as found:
            yield found


def _note(collection: Collection, key: str) -> Note | None:
    deck, _, name = key.partition("/")
    with collection.reading() as connection:
        return notes.of_key(connection, deck, name)

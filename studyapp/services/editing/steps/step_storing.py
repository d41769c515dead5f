"""Storing decks in the collection at once after their files were written, so that the next refresh finds nothing new."""

from collections.abc import Sequence
from pathlib import Path

from studyapp.deckfiles.editing.note_source import find_note_sources
from studyapp.services.editing.steps.bin_files import is_moved_to_bin
from studyapp.services.editing.steps.open_deck import OpenDeck, read_bundled_deck
from studyapp.services.editing.steps.step_files import FileStep
from studyapp.services.editing.steps.text_edit import EditKind
from studyapp.services.library.change_stamps import change_stamp, make_drawings_stamp
from studyapp.services.library.deck_storing import deck_file_as_read, store_deck
from studyapp.services.options.clock import Clock
from studyapp.store import decks, notes
from studyapp.store.collection import Collection
from studyapp.store.decks import DeckFile
from studyapp.store.editing import bin_table
from studyapp.store.editing.bin_table import BinRow

_BIN_KINDS = (EditKind.DELETE, EditKind.RESTORE, EditKind.DELETE_DECK, EditKind.RESTORE_DECK)
"""The edits that put something into the bin or take it out; so do their undo and redo."""


def store_files(collection: Collection, clock: Clock, kind: EditKind, files: Sequence[FileStep]) -> None:
    """Store the decks of files that were written, and what is in the bin now. Call it in a transaction.

    A file that was changed again meanwhile is left to the next refresh.
    """
    for file in files:
        _forget_missing_files(collection, file)
        deck = file.after
        if is_moved_to_bin(file.path, file.moved_from):
            deck = read_bundled_deck(file.copy_of)
        elif deck is not None and file.copy_of not in (None, deck.path):
            _mark_as_replaced(collection, str(file.copy_of))
        if deck is not None:
            _store_deck(collection, clock, file.before, deck)
        if kind in _BIN_KINDS:
            _update_bin(collection, clock, file)


def _forget_missing_files(collection: Collection, file: FileStep) -> None:
    """Forget files that were removed or moved."""
    for path in filter(None, (file.path, file.moved_from)):
        if not path.exists():
            decks.delete_file(collection.connection, str(path))


def _mark_as_replaced(collection: Collection, bundled_path: str) -> None:
    """Store that a bundled deck is replaced by the user's copy."""
    known = decks.file_by_path(collection.connection).get(bundled_path)
    if known is not None and known.deck_id is not None:
        decks.save_file(
            collection.connection,
            known._replace(
                deck_id=None, problems_json=decks.NO_PROBLEMS_JSON, replaced_deck_id=known.deck_id
            ),
        )


def _store_deck(collection: Collection, clock: Clock, before: OpenDeck | None, after: OpenDeck) -> None:
    file = _read_again(after)
    if file is None:
        return
    store_deck(collection, file, after.deck, after.reading, clock)
    if before is not None:
        notes.hide(collection.connection, after.deck.metadata.id, before.ids_missing_in(after))


def _read_again(opened: OpenDeck) -> DeckFile | None:
    """Return the state of a file as it was just written; None if it is not like this any more."""
    stamp = change_stamp(opened.path, make_drawings_stamp(opened.path.parent))
    if not _has_content(opened.path, opened.data):
        return None
    return deck_file_as_read(opened.path, stamp, opened.data, opened.deck, opened.reading)


def _has_content(path: Path, data: bytes) -> bool:
    try:
        return path.read_bytes() == data
    except OSError:
        return False


def _update_bin(collection: Collection, clock: Clock, file: FileStep) -> None:
    if file.after is None:
        return
    connection = collection.connection
    deck_id = file.after.deck.metadata.id
    if file.moved_from is not None:
        if is_moved_to_bin(file.path, file.moved_from):
            bin_table.add(connection, [BinRow(deck_id, file=str(file.path))], clock.now())
        else:
            bin_table.remove_restored(connection, [BinRow(deck_id, file=str(file.moved_from))])
        return
    if file.before is None:
        return
    bin_table.remove_restored(connection, _notes_missing_in(file.before, file.after))
    bin_table.add(connection, _notes_missing_in(file.after, file.before), clock.now())


def _notes_missing_in(other: OpenDeck, deck: OpenDeck) -> list[BinRow]:
    """Return the rows of the notes of a deck that another state of it lacks. Notes that can't be read are left out:
    they are not offered in the bin."""
    missing = [note_id for note_id in deck.ids_missing_in(other) if note_id in deck.note_by_id]
    sources = find_note_sources(deck.data, deck.path, missing, deck.reading)
    deck_id = deck.deck.metadata.id
    return [BinRow(deck_id, source.note_id, source.text, source.after, source.gap) for source in sources]

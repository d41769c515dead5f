"""Storing decks in the collection at once after their files were written, so that the next refresh finds nothing new."""

from collections.abc import Sequence
from pathlib import Path

from studyapp.deckfiles.editing.note_source import find_note_sources
from studyapp.services.editing.steps.bin_files import is_in_bin
from studyapp.services.editing.steps.open_deck import OpenDeck
from studyapp.services.editing.steps.step_files import FileStep
from studyapp.services.editing.steps.text_edit import EditKind
from studyapp.services.library.deck_storing import (
    change_stamp,
    deck_file_as_read,
    make_drawings_stamp,
    store_deck,
)
from studyapp.services.options.clock import Clock
from studyapp.store import decks, notes
from studyapp.store.collection import Collection
from studyapp.store.editing import bin_table
from studyapp.store.editing.bin_table import BinRow

_BIN_KINDS = (EditKind.DELETE, EditKind.RESTORE, EditKind.DELETE_DECK, EditKind.RESTORE_DECK)
"""The edits that put something into the bin or take it out; so do their undo and redo."""


def store_files(collection: Collection, clock: Clock, kind: EditKind, files: Sequence[FileStep]) -> None:
    """Store the decks of files that were written, and what is in the bin now. Call it in a transaction.

    A file that was changed again meanwhile is left to the next refresh.
    """
    connection = collection.connection
    for file in files:
        removed_path = file.path if file.after is None else file.write and file.write.moved_from
        if removed_path is not None:
            decks.delete_file(connection, str(removed_path))
        if file.after is not None and not is_in_bin(file.path):
            _store_deck(collection, clock, file.before, file.after)
        if kind in _BIN_KINDS:
            _update_bin(collection, clock, file)


def _store_deck(collection: Collection, clock: Clock, before: OpenDeck | None, after: OpenDeck) -> None:
    connection = collection.connection
    stamp = change_stamp(after.path, make_drawings_stamp(after.path.parent))
    if not _has_content(after.path, after.data):
        return
    file = deck_file_as_read(after.path, stamp, after.data, after.deck, after.reading)
    store_deck(collection, file, after.deck, after.reading, clock)
    if before is None:
        return
    notes.hide(connection, after.deck.metadata.id, before.ids_missing_in(after))
    if before.bundled_path is not None:
        bundled = decks.file_by_path(connection).get(str(before.bundled_path))
        if bundled is not None:
            decks.save_file(
                connection,
                bundled._replace(
                    deck_id=None,
                    problems_json=decks.NO_PROBLEMS_JSON,
                    replaced_deck_id=after.deck.metadata.id,
                ),
            )


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
    if file.write is not None and file.write.moved_from is not None:
        if is_in_bin(file.path):
            bin_table.add(connection, [BinRow(deck_id, file=str(file.path))], clock.now())
        else:
            bin_table.remove(connection, [(deck_id, "")])
        return
    if file.before is None:
        return
    restored = file.after.ids_missing_in(file.before)
    bin_table.remove(connection, [(deck_id, note_id) for note_id in restored])
    bin_table.add(connection, _deleted_notes(file.before, file.after), clock.now())


def _deleted_notes(before: OpenDeck, after: OpenDeck) -> list[BinRow]:
    """Return the rows of the notes that were deleted and can be read; others are not offered in the bin."""
    deleted = [note_id for note_id in before.ids_missing_in(after) if note_id in before.note_by_id]
    sources = find_note_sources(before.data, before.path, deleted, before.reading)
    deck_id = before.deck.metadata.id
    return [BinRow(deck_id, source.note_id, source.text, source.after, source.gap) for source in sources]

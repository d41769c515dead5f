"""Deleting notes, and the bin: deleted notes and decks can be restored from it for 60 days, and their history stays."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from studyapp.core.notes.deck import DeckMetadata
from studyapp.core.notes.note import Note
from studyapp.core.study.study_day import DAY_MS
from studyapp.deckfiles.editing.note_edits import Insert, InsertSource, NoteEdit, Remove
from studyapp.deckfiles.id_rules import id_collision_key
from studyapp.deckfiles.reading.deck_reading import read_deck_bytes
from studyapp.services.editing.decks import restore_deck_file
from studyapp.services.editing.note_adding import make_unused_id
from studyapp.services.editing.steps import edit_errors
from studyapp.services.editing.steps.edit_environment import EditEnvironment
from studyapp.services.editing.steps.edit_errors import EditError
from studyapp.services.editing.steps.edit_running import edit_lock, edit_open_deck, run_edit
from studyapp.services.editing.steps.note_groups import group_by_deck
from studyapp.services.editing.steps.open_deck import OpenDeck, open_deck
from studyapp.services.editing.steps.text_edit import EditKind, encoded_path
from studyapp.store import decks, notes
from studyapp.store.editing import bin_table, text_edits
from studyapp.store.editing.bin_table import BinRow

KEPT_DAYS = 60


class BinItem(NamedTuple):
    """A deleted note, whose `key` is its note key, or a deleted deck, whose `key` is its id.

    `note` is None for a deck, and if the deck has another note with the same id now; `text` are the lines of the note in
    the file. `deck` is None if the deck of a note is not known any more. `deleted_at` is in UTC milliseconds.
    """

    item_id: int
    key: str
    deck: DeckMetadata | None
    note: Note | None
    text: str
    deleted_at: int

    @property
    def is_deck(self) -> bool:
        """Whether it is a deck."""
        return "/" not in self.key


def delete_notes(environment: EditEnvironment, note_keys: Sequence[str]) -> None:
    """Delete notes from their deck files into the bin, as one step that can be undone. Their media stay.

    Raises EditError if one of them does not exist any more, DeckEditError or StoreError; then nothing was changed.
    """
    remove_expired(environment)
    with edit_lock(environment.collection):
        edits = []
        for deck_id, note_ids in group_by_deck(note_keys).items():
            opened = open_deck(environment, deck_id)
            for note_id in note_ids:
                opened.note(note_id)
            edits.append(edit_open_deck(environment, opened, [Remove(note_id) for note_id in note_ids]))
        run_edit(environment, EditKind.DELETE, edits, note_keys)


def list_bin(environment: EditEnvironment) -> list[BinItem]:
    """Return what is in the bin, the last deleted first. What was deleted 60 days ago is left out."""
    oldest = environment.clock.now() - KEPT_DAYS * DAY_MS
    with environment.collection.read_transaction() as connection:
        return [
            BinItem(
                row.row_id,
                _key(row),
                decks.load_metadata(connection, row.deck_id),
                notes.load_removed(connection, row.deck_id, row.note_id) if row.note_id else None,
                row.text,
                row.deleted_at,
            )
            for row in bin_table.load_all(connection)
            if row.deleted_at > oldest
        ]


def restore_from_bin(environment: EditEnvironment, item: BinItem) -> str:
    """Restore a note or a deck, with its history, as one step that can be undone, and return its key.

    A note returns to its place if the note before it still exists, else to the end of its deck. If the deck has another
    note with its id meanwhile, it gets a new id and starts without history. Raises EditError, DeckEditError or StoreError
    if that fails; then nothing was changed.
    """
    with edit_lock(environment.collection):
        with environment.collection.read_transaction() as connection:
            rows = bin_table.load_all(connection)
        row = next((row for row in rows if row.row_id == item.item_id), None)
        if row is None:
            raise EditError(edit_errors.NOT_IN_BIN, key=item.key)
        if row.note_id:
            return _restore_note(environment, row)
        restore_deck_file(environment, row)
        return row.deck_id


def empty_bin(environment: EditEnvironment, before: int | None = None) -> int:
    """Delete for good what was deleted before a time (UTC ms), or everything, and return how many notes and decks these
    were. Their review history stays. Deletions of decks can't be undone any more. Raises StoreError if saving fails."""
    with edit_lock(environment.collection), environment.collection.transaction() as connection:
        rows = [row for row in bin_table.load_all(connection) if before is None or row.deleted_at < before]
        bin_table.remove(connection, [row.row_id for row in rows])
        for row in rows:
            if row.file:
                text_edits.forget(connection, encoded_path(Path(row.file)))
    for row in rows:
        if row.file:
            with suppress(OSError):
                Path(row.file).unlink()
    return len(rows)


def remove_expired(environment: EditEnvironment) -> None:
    """Delete for good what was deleted more than 60 days ago."""
    empty_bin(environment, environment.clock.now() - KEPT_DAYS * DAY_MS)


def _key(row: BinRow) -> str:
    return f"{row.deck_id}/{row.note_id}" if row.note_id else row.deck_id


def _restore_note(environment: EditEnvironment, row: BinRow) -> str:
    opened = open_deck(environment, row.deck_id)
    ids = opened.reading.position_by_note_id
    is_at_its_place = row.previous_note_id in ("", *ids)
    after = row.previous_note_id if is_at_its_place else None
    note_id = row.note_id
    edit: NoteEdit = InsertSource(row.text, after, row.gap if is_at_its_place else "")
    if id_collision_key(note_id) in map(id_collision_key, ids):
        note_id = make_unused_id(environment, opened, note_id)
        edit = Insert([replace(_read_note(opened, row), id=note_id, anki_guid="")], after)
    restored_key = f"{row.deck_id}/{note_id}"
    edits = [edit_open_deck(environment, opened, [edit])]
    run_edit(environment, EditKind.RESTORE, edits, [restored_key])
    with environment.collection.transaction() as connection:
        bin_table.remove(connection, [row.row_id])
    return restored_key


def _read_note(opened: OpenDeck, row: BinRow) -> Note:
    """Return the note that a row of the bin contains, read as the only note of its deck."""
    head = opened.parts[0].text
    for end in ("", "]\n"):  # the second one for a list in brackets
        reading = read_deck_bytes(f"{head}{row.text}{end}".encode(), opened.path)
        if reading.deck is not None and len(reading.deck.notes) == 1:
            return reading.deck.notes[0]
    raise EditError(edit_errors.NOTE_EXISTS, file=opened.path, note=row.note_id)

"""Writing changes made in Anki to the deck files."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from studyapp.core.note_editing.note_merge import merge_notes
from studyapp.core.notes.note import Note
from studyapp.deckfiles.editing.edit_error import DeckEditError
from studyapp.deckfiles.editing.note_edits import Replace
from studyapp.services.editing.steps.edit_environment import EditEnvironment
from studyapp.services.editing.steps.edit_errors import EditError
from studyapp.services.editing.steps.edit_running import DeckEdit, edit_lock, edit_open_deck, run_edit
from studyapp.services.editing.steps.open_deck import OpenDeck, open_deck
from studyapp.services.editing.steps.text_edit import EditKind
from studyapp.services.transfer.anki_changes.note_merging import AnkiConflict, UpdateHere

_MAX_REFUSED = 20
"""After this number of notes that can't be changed in a file, the remaining notes of the file are not changed either."""


class NotWritten(NamedTuple):
    """A note that was not changed in its file, and why not."""

    update: UpdateHere
    error: DeckEditError | EditError


class WrittenChanges(NamedTuple):
    """The changes that were written, those in conflict with a change of the file since it was read, and those that
    could not be written."""

    written: tuple[UpdateHere, ...]
    conflicts: tuple[AnkiConflict, ...]
    not_written: tuple[NotWritten, ...]


def apply_anki_changes(environment: EditEnvironment, updates: Sequence[UpdateHere]) -> WrittenChanges:
    """Write notes that were changed in Anki to their deck files, as one step that can be undone.

    Only the lines of these notes change. Media must be there already. Raises EditError or StoreError if writing fails;
    then nothing was changed.
    """
    if not updates:
        return WrittenChanges((), (), ())
    with edit_lock(environment.collection):
        writer = _ChangeWriter(environment)
        updates_by_deck: dict[str, list[UpdateHere]] = {}
        for update in updates:
            updates_by_deck.setdefault(update.mine.deck_id, []).append(update)
        for deck_id, deck_updates in updates_by_deck.items():
            writer.add_deck(deck_id, deck_updates)
        if writer.edits:
            keys = [update.note.key for update in writer.written]
            run_edit(environment, EditKind.IMPORT, writer.edits, keys)
        return WrittenChanges(tuple(writer.written), tuple(writer.conflicts), tuple(writer.not_written))


class _ChangeWriter:
    def __init__(self, environment: EditEnvironment) -> None:
        self._environment = environment
        self.edits: list[DeckEdit] = []
        self.written: list[UpdateHere] = []
        self.conflicts: list[AnkiConflict] = []
        self.not_written: list[NotWritten] = []

    def add_deck(self, deck_id: str, updates: Sequence[UpdateHere]) -> None:
        """Plan the changes of one deck file."""
        try:
            opened = open_deck(self._environment, deck_id)
        except EditError as error:
            self.not_written += (NotWritten(update, error) for update in updates)
            return
        update_by_id: dict[str, UpdateHere] = {}
        for update in updates:
            mine = opened.note_by_id.get(update.mine.id)
            merged = self._merge_with_file(update, mine) if mine is not None else update
            if merged is not None:
                update_by_id[update.mine.id] = merged
        self._edit(opened, update_by_id)

    def _merge_with_file(self, update: UpdateHere, mine: Note) -> UpdateHere | None:
        """Return the update of the note as it is in the file now, None if it has a conflict."""
        if mine == update.mine:
            return update
        merge = merge_notes(update.mine, mine, update.note)
        if merge.conflicts:
            self.conflicts.append(
                AnkiConflict(
                    update.source,
                    update.mine,
                    mine,
                    update.note,
                    merge.conflicts,
                    update.common,
                    update.media_name_by_path,
                    update.losses,
                )
            )
            return None
        return replace(update, mine=mine, note=merge.note)

    def _edit(self, opened: OpenDeck, update_by_id: dict[str, UpdateHere]) -> None:
        """Plan the edits of a file. Notes that it refuses are left out, one after the other."""
        refused: list[NotWritten] = []
        while update_by_id:
            try:
                edits = [
                    Replace(update.note) for update in update_by_id.values() if update.note != update.mine
                ]
                if edits:
                    self.edits.append(edit_open_deck(self._environment, opened, edits))
                self.written += update_by_id.values()
                break
            except DeckEditError as error:
                note_id = error.values.get("note", "") if len(refused) < _MAX_REFUSED else ""
                update = update_by_id.pop(note_id, None)
                if update is not None:
                    refused.append(NotWritten(update, error))
                    continue
                refused += (NotWritten(other, error) for other in update_by_id.values())
                break
        self.not_written += refused

"""Deleting notes: they go to the bin, and their history stays."""

from collections.abc import Sequence

from studyapp.deckfiles.editing.note_edits import Remove
from studyapp.services.editing.bin import remove_expired
from studyapp.services.editing.steps.edit_environment import EditEnvironment
from studyapp.services.editing.steps.edit_running import edit_lock, edit_open_deck, run_edit
from studyapp.services.editing.steps.note_groups import group_by_deck
from studyapp.services.editing.steps.open_deck import open_deck
from studyapp.services.editing.steps.text_edit import EditKind


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

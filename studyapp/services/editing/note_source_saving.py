"""Saving the lines of a note that were edited as text."""

from studyapp.core.notes.note_key import split_note_key
from studyapp.deckfiles.editing.note_edits import ReplaceSource
from studyapp.deckfiles.editing.note_source import NoteSource, find_note_source
from studyapp.services.editing.steps import edit_errors
from studyapp.services.editing.steps.edit_environment import EditEnvironment
from studyapp.services.editing.steps.edit_errors import EditError
from studyapp.services.editing.steps.edit_running import edit_lock, edit_open_deck, run_edit
from studyapp.services.editing.steps.open_deck import open_deck
from studyapp.services.editing.steps.text_edit import EditKind


def load_note_source(environment: EditEnvironment, note_key: str) -> NoteSource:
    """Return the lines of a note in its file. Raises EditError or DeckEditError if there are none."""
    deck_id, note_id = split_note_key(note_key)
    opened = open_deck(environment, deck_id)
    return find_note_source(opened.data, opened.path, note_id, opened.reading)


def save_note_source(environment: EditEnvironment, note_key: str, base: NoteSource, text: str) -> None:
    """Replace the lines of a note, as they were loaded, by `text`. One step that can be undone.

    Raises EditError if they were changed since, DeckEditError if `text` is not this note or has an error, or
    StoreError. Nothing was changed then.
    """
    deck_id, note_id = split_note_key(note_key)
    with edit_lock(environment.collection):
        opened = open_deck(environment, deck_id)
        if find_note_source(opened.data, opened.path, note_id, opened.reading).text != base.text:
            raise EditError(edit_errors.FILE_CHANGED, file=opened.path)
        edit = edit_open_deck(environment, opened, [ReplaceSource(note_id, text)])
        run_edit(environment, EditKind.SAVE, [edit], [note_key])

"""Adding notes to deck files."""

import unicodedata
from dataclasses import replace

from studyapp.core.notes.note import CustomContent, Note
from studyapp.core.notes.note_fields import content_fields
from studyapp.core.notes.note_key import split_note_key
from studyapp.core.text.localized_text import LocalizedText
from studyapp.deckfiles.editing.note_edits import Insert
from studyapp.deckfiles.id_rules import id_collision_key, make_provisional_id
from studyapp.services.editing.steps.edit_environment import EditEnvironment
from studyapp.services.editing.steps.edit_running import edit_lock, edit_open_deck, run_edit
from studyapp.services.editing.steps.open_deck import OpenDeck, open_deck
from studyapp.services.editing.steps.text_edit import EditKind
from studyapp.store import notes


def add_note(environment: EditEnvironment, deck_id: str, note: Note) -> Note:
    """Add a note at the end of a deck and return it with its id, which is made from its text.

    The deck and the id of `note` have no meaning. One step that can be undone. Raises EditError, DeckEditError or
    StoreError if that fails; then nothing was changed.
    """
    with edit_lock(environment.collection):
        opened = open_deck(environment, deck_id)
        return _insert(environment, opened, note, None, EditKind.ADD)


def duplicate_note(environment: EditEnvironment, note_key: str) -> Note:
    """Add a copy of a note after it, with another id, and return the copy. It has no history, here and in Anki.

    One step that can be undone. Raises EditError, DeckEditError or StoreError if that fails; then nothing was changed.
    """
    deck_id, note_id = split_note_key(note_key)
    with edit_lock(environment.collection):
        opened = open_deck(environment, deck_id)
        original = opened.note(note_id)
        return _insert(environment, opened, replace(original, anki_guid=""), note_id, EditKind.DUPLICATE)


def _insert(
    environment: EditEnvironment, opened: OpenDeck, note: Note, after: str | None, kind: EditKind
) -> Note:
    deck_id = opened.deck.metadata.id
    note_id = make_unused_id(environment, opened, make_provisional_id(_id_text(note), "note"))
    added = replace(note, deck_id=deck_id, id=note_id)
    edit = edit_open_deck(environment, opened, [Insert([added], after)])
    run_edit(environment, kind, [edit], [added.key])
    return edit.after.note(note_id)


def make_unused_id(environment: EditEnvironment, opened: OpenDeck, preferred_id: str) -> str:
    """Return `preferred_id`, with a number if the deck has or ever had a note with this id.

    A new note never gets the id, and with it the history, of a deleted one.
    """
    return UnusedIds(environment, opened).take(preferred_id)


class UnusedIds:
    """The ids that no note of a deck has or ever had."""

    def __init__(self, environment: EditEnvironment, opened: OpenDeck) -> None:
        with environment.collection.read_transaction() as connection:
            known_ids = notes.all_ids(connection, opened.deck.metadata.id)
        ids = (*known_ids, *opened.reading.position_by_note_id, *opened.deck.metadata.retired_ids)
        self._used = set(map(id_collision_key, ids))

    def take(self, preferred_id: str) -> str:
        """Return `preferred_id`, with a number if it is used, and use it."""
        number, note_id = 1, preferred_id
        while id_collision_key(note_id) in self._used:
            number += 1
            note_id = f"{preferred_id}-{number}"
        self.use(note_id)
        return note_id

    def use(self, note_id: str) -> None:
        """Do not return this id any more."""
        self._used.add(id_collision_key(note_id))


def _id_text(note: Note) -> str:
    """Return the text from which the id is made: that of the first field, in English if it is written in English."""
    content = note.content
    if isinstance(content, CustomContent):
        return next((text for text in content.fields if text.strip()), "")
    field = next(iter(content_fields(content).values()), None)
    if not isinstance(field, LocalizedText):
        return note.id
    texts = dict(field.versions)
    return unicodedata.normalize("NFC", texts.get("en") or field.version_texts[0])

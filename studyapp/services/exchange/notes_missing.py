"""Notes that exist on one side only: deleted in StudyApp or added in Anki."""

from collections.abc import Mapping
from typing import NamedTuple

from studyapp.core.notes.note import Note
from studyapp.core.notes.note_guid import derive_guid, note_guid
from studyapp.core.notes.note_key import split_note_key
from studyapp.core.transfer.package_model import SourceNote
from studyapp.services.exchange.anki_state import AnkiState, home_deck_id
from studyapp.services.exchange.deck_mapping import DeckMapping
from studyapp.services.transfer.export_request import ExportScope
from studyapp.store import anki_sync_state, notes
from studyapp.store.collection import Collection


class NotesMissingHere(NamedTuple):
    """Notes in Anki that are not here: those that were deleted here, by key, and those that were added there in the decks
    that belong to decks here."""

    deleted_here: Mapping[str, SourceNote]
    added_in_anki: tuple[SourceNote, ...]


def find_notes_missing_here(
    collection: Collection,
    deck_ids: tuple[str, ...],
    scope: ExportScope,
    state: AnkiState,
    mapping: DeckMapping,
) -> NotesMissingHere:
    """Return the notes that Anki has and that are not here. `deck_ids` are all decks here, also outside of the scope."""
    with collection.read_transaction() as connection:
        present = {
            note_guid(note): note for deck in deck_ids for note, _ in notes.iterate_present(connection, deck)
        }
        present_keys = {note.key for note in present.values()}
        deleted: dict[str, SourceNote] = {}
        for key in sorted(anki_sync_state.seen_notes(connection, state.created_at) - present_keys):
            deck, note_id = split_note_key(key)
            if deck not in scope.decks and deck in deck_ids:
                continue
            guid = _guid_of(notes.load_removed(connection, deck, note_id), key)
            if guid in state.note_by_guid and guid not in present:
                deleted[key] = state.note_by_guid[guid].note
    deleted_guids = {note.guid for note in deleted.values()}
    anki_deck_ids = {
        state.deck_id_by_name[name]
        for deck, name in mapping.name_by_deck.items()
        if name in state.deck_id_by_name and deck in scope.decks
    }
    added = tuple(
        located.note
        for guid, located in state.note_by_guid.items()
        if guid not in present and guid not in deleted_guids and home_deck_id(located.note) in anki_deck_ids
    )
    return NotesMissingHere(deleted, added)


def _guid_of(note: Note | None, key: str) -> str:
    return note_guid(note) if note is not None else derive_guid(key)

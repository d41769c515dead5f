"""Notes that only Anki has: deleted or retired here, or added there."""

from collections.abc import Mapping
from typing import NamedTuple

from studyapp.core.notes.note import Note
from studyapp.core.notes.note_guid import derive_guid, note_guid
from studyapp.core.notes.note_key import split_note_key
from studyapp.core.transfer.package_model import SourceNote
from studyapp.services.exchange.anki_state import AnkiState, home_deck_id
from studyapp.services.exchange.deck_mapping import DeckMapping
from studyapp.services.library.deck_library import Library
from studyapp.services.transfer.export_request import ExportScope
from studyapp.services.transfer.retired_notes import load_retired_keys
from studyapp.store import anki_sync_state, notes
from studyapp.store.collection import Collection


class NotesMissingHere(NamedTuple):
    """Notes in Anki that are not here: those that were deleted here and those that their decks have retired, by key, and
    those that were added there in the decks that belong to decks here."""

    deleted_here: Mapping[str, SourceNote]
    retired_here: Mapping[str, SourceNote]
    added_in_anki: tuple[SourceNote, ...]

    @property
    def removed_here(self) -> dict[str, SourceNote]:
        """The notes that were deleted or retired here."""
        return {**self.deleted_here, **self.retired_here}


def find_notes_missing_here(
    collection: Collection,
    library: Library,
    scope: ExportScope,
    state: AnkiState,
    mapping: DeckMapping,
) -> NotesMissingHere:
    """Return the notes that Anki has and that are not here.

    A retired note is never new in Anki. It is found without an earlier sync, because Anki may have it from a package.
    """
    deck_ids, retired_key_by_guid = library.deck_ids, load_retired_keys(collection, library)
    with collection.read_transaction() as connection:
        key_by_guid = {
            guid or derive_guid(f"{deck}/{note_id}"): f"{deck}/{note_id}"
            for deck in deck_ids
            for note_id, guid in notes.anki_guid_by_id(connection, deck).items()
        }
        present_keys = set(key_by_guid.values())
        deleted: dict[str, SourceNote] = {}
        for key in sorted(anki_sync_state.seen_notes(connection, state.created_at) - present_keys):
            deck, note_id = split_note_key(key)
            if deck not in scope.decks and deck in deck_ids:
                continue
            guid = _guid_of(notes.load_removed(connection, deck, note_id), key)
            is_retired = guid in retired_key_by_guid
            if guid in state.note_by_guid and guid not in key_by_guid and not is_retired:
                deleted[key] = state.note_by_guid[guid].note
    retired = {
        key: state.note_by_guid[guid].note
        for guid, key in retired_key_by_guid.items()
        if guid in state.note_by_guid and guid not in key_by_guid and split_note_key(key)[0] in scope.decks
    }
    known_guids = key_by_guid.keys() | retired_key_by_guid.keys() | {note.guid for note in deleted.values()}
    anki_deck_ids = {
        state.deck_id_by_name[name]
        for deck, name in mapping.name_by_deck.items()
        if name in state.deck_id_by_name and deck in scope.decks
    }
    added = tuple(
        located.note
        for guid, located in state.note_by_guid.items()
        if guid not in known_guids and home_deck_id(located.note) in anki_deck_ids
    )
    return NotesMissingHere(deleted, retired, added)


def _guid_of(note: Note | None, key: str) -> str:
    return note_guid(note) if note is not None else derive_guid(key)

"""Notes that their decks have retired, as they are found in Anki, which keeps them."""

from studyapp.core.notes.note_guid import derive_guid, note_guid
from studyapp.deckfiles.id_rules import id_collision_key
from studyapp.services.library.deck_library import Library
from studyapp.store import notes
from studyapp.store.collection import Collection


def load_retired_keys(collection: Collection, library: Library) -> dict[str, str]:
    """Return the keys of the notes that the decks of a library have retired, by their GUIDs in Anki.

    A retired note may never have been here: a new computer starts with the latest edition of a deck. A copy made in Anki
    has another GUID and is a note of its own. A note that is in its deck although its ID is listed is included.
    """
    key_by_guid: dict[str, str] = {}
    with collection.read_transaction() as connection:
        for deck in (library_deck.metadata for library_deck in library.decks):
            retired = set(map(id_collision_key, deck.retired_ids))
            known_ids = notes.all_ids(connection, deck.id) if retired else set()
            listed_ids = {note_id for note_id in known_ids if id_collision_key(note_id) in retired}
            for note_id in sorted(listed_ids.union(deck.retired_ids)):
                note, key = notes.load_removed(connection, deck.id, note_id), f"{deck.id}/{note_id}"
                key_by_guid.setdefault(note_guid(note) if note is not None else derive_guid(key), key)
    return key_by_guid

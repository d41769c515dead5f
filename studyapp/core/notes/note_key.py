"""Keys of notes: `deck/id`, the identity of a note over all decks."""

from typing import NamedTuple


class NoteKeyParts(NamedTuple):
    """The two parts of a note key."""

    deck_id: str
    note_id: str


def split_note_key(key: str) -> NoteKeyParts:
    """Return the deck id and the note id of a note key."""
    deck_id, _, note_id = key.partition("/")
    return NoteKeyParts(deck_id, note_id)

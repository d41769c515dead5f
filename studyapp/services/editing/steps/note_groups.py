"""Notes by deck."""

from collections.abc import Iterable

from studyapp.core.notes.note_key import split_note_key


def group_by_deck(note_keys: Iterable[str]) -> dict[str, list[str]]:
    """Return the note ids of these note keys by deck id, in order and each once."""
    ids_by_deck: dict[str, list[str]] = {}
    for key in dict.fromkeys(note_keys):
        deck_id, note_id = split_note_key(key)
        ids_by_deck.setdefault(deck_id, []).append(note_id)
    return ids_by_deck

"""Ids of note types imported from Anki: each type has one id per deck, shared by all its notes."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from studyapp.core.notes.anki_settings import DEFAULT_SETTINGS
from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.notes.note import CustomContent, Note
from studyapp.deckfiles.field_names import FIELDS_BY_TYPE
from studyapp.deckfiles.id_rules import make_provisional_id
from studyapp.store import custom_note_types
from studyapp.store.collection import Collection


def load_note_type_ids(collection: Collection, deck_ids: Iterable[str]) -> "NoteTypeIds":
    """Return the note types of the notes in these decks. Raises StoreError if the collection can't be read."""
    with collection.read_transaction() as connection:
        return NoteTypeIds({deck: custom_note_types.load_of_deck(connection, deck) for deck in deck_ids})


class NoteTypeIds:
    """The custom note types of each deck: those that it has, and those added since."""

    def __init__(self, types_by_deck: Mapping[str, Iterable[CustomNoteType]]) -> None:
        self._types_by_deck: dict[str, dict[CustomNoteType, CustomNoteType]] = {
            deck: {custom_type._replace(id=""): custom_type for custom_type in types}
            for deck, types in types_by_deck.items()
        }

    def assign_note_type_id(self, note: Note) -> Note:
        """Return the note with the id that its note type has in its deck."""
        if isinstance(note.content, CustomContent):
            content = replace(
                note.content, note_type=self._find_or_add_type(note.deck_id, note.content.note_type)
            )
            return replace(note, content=content)
        return (
            replace(note, original_note_type=self._find_or_add_type(note.deck_id, note.original_note_type))
            if note.original_note_type
            else note
        )

    def _find_or_add_type(self, deck: str, custom_type: CustomNoteType) -> CustomNoteType:
        types = self._types_in_deck(deck)
        if custom_type not in types and custom_type._replace(settings=DEFAULT_SETTINGS) in types:
            # The type was imported by a version that didn't keep settings.
            return types[custom_type._replace(settings=DEFAULT_SETTINGS)]
        if custom_type not in types:
            used_ids = {*FIELDS_BY_TYPE, *(other.id for other in types.values())}
            preferred_id = make_provisional_id(custom_type.name, "type")
            if preferred_id in FIELDS_BY_TYPE:
                preferred_id = f"anki-{preferred_id}"
            number, type_id = 1, preferred_id
            while type_id in used_ids:
                number += 1
                type_id = f"{preferred_id}-{number}"
            types[custom_type] = custom_type._replace(id=type_id)
        return types[custom_type]

    def _types_in_deck(self, deck: str) -> dict[CustomNoteType, CustomNoteType]:
        return self._types_by_deck.setdefault(deck, {})

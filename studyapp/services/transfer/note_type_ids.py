"""Note types from Anki as types of our decks: each gets an id in its deck, the same for all its notes."""

from collections.abc import Iterable
from dataclasses import replace

from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.notes.note import CustomContent, Note
from studyapp.deckfiles.field_names import FIELDS_BY_TYPE
from studyapp.deckfiles.id_rules import make_provisional_id
from studyapp.deckfiles.writing.deck_to_yaml import collect_custom_note_types


class NoteTypeIds:
    """Knows the types of each deck: those of its notes that are there, and those that were named since."""

    def __init__(self, existing_notes: Iterable[Note]) -> None:
        self._types_by_deck: dict[str, dict[CustomNoteType, CustomNoteType]] = {}
        for note in existing_notes:
            for custom_type in collect_custom_note_types([note]):
                self._types_in_deck(note.deck_id)[custom_type._replace(id="")] = custom_type

    def assign_note_type_id(self, note: Note) -> Note:
        """The note with its type as its deck calls it."""
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
        known = self._types_in_deck(deck)
        if custom_type not in known:
            taken = {*FIELDS_BY_TYPE, *(one.id for one in known.values())}
            wanted = make_provisional_id(custom_type.name, "type")
            if wanted in FIELDS_BY_TYPE:
                wanted = f"anki-{wanted}"
            number, name = 1, wanted
            while name in taken:
                number += 1
                name = f"{wanted}-{number}"
            known[custom_type] = custom_type._replace(id=name)
        return known[custom_type]

    def _types_in_deck(self, deck: str) -> dict[CustomNoteType, CustomNoteType]:
        return self._types_by_deck.setdefault(deck, {})

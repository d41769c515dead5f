"""Note types from Anki as types of our decks: each gets an id in its deck, the same for all its notes."""

from collections.abc import Iterable
from dataclasses import replace

from studyapp.core.notes.custom_note_type import CustomType
from studyapp.core.notes.note import Note, Templated
from studyapp.deckfiles.field_names import TYPE_FIELDS
from studyapp.deckfiles.id_rules import provisional_id
from studyapp.deckfiles.writing.deck_to_yaml import custom_types_of


class TypeNames:
    """Knows the types of each deck: those of its notes that are there, and those that were named since."""

    def __init__(self, there: Iterable[Note]) -> None:
        self._by_deck: dict[str, dict[CustomType, CustomType]] = {}
        for note in there:
            for custom_type in custom_types_of([note]):
                self._of(note.deck)[custom_type._replace(id="")] = custom_type

    def named(self, note: Note) -> Note:
        """The note with its type as its deck calls it."""
        if isinstance(note.content, Templated):
            content = replace(note.content, note_type=self._name(note.deck, note.content.note_type))
            return replace(note, content=content)
        return replace(note, came_as=self._name(note.deck, note.came_as)) if note.came_as else note

    def _name(self, deck: str, custom_type: CustomType) -> CustomType:
        known = self._of(deck)
        if custom_type not in known:
            taken = {*TYPE_FIELDS, *(one.id for one in known.values())}
            wanted = provisional_id(custom_type.name, "type")
            if wanted in TYPE_FIELDS:
                wanted = f"anki-{wanted}"
            number, name = 1, wanted
            while name in taken:
                number += 1
                name = f"{wanted}-{number}"
            known[custom_type] = custom_type._replace(id=name)
        return known[custom_type]

    def _of(self, deck: str) -> dict[CustomType, CustomType]:
        return self._by_deck.setdefault(deck, {})

"""The splices that change the fields of a note."""

from dataclasses import replace
from typing import Any

from studyapp.core.notes.note import Basic, Diagram, Note
from studyapp.core.notes.note_fields import note_type_of
from studyapp.core.text.localized_text import LocalizedText
from studyapp.deckfiles.editing.deck_file import DeckFile, NoteLocation
from studyapp.deckfiles.editing.values.list_editing import ItemRule
from studyapp.deckfiles.editing.values.marked_nodes import MarkedMapping
from studyapp.deckfiles.editing.values.splices import Splice
from studyapp.deckfiles.editing.values.value_editing import edit_mapping
from studyapp.deckfiles.id_rules import normalize_id
from studyapp.deckfiles.writing.deck_to_yaml import note_to_fields

_LISTS = ("tags", "requires")
_SAME_CONTENT = Basic(LocalizedText.language_neutral("-"), LocalizedText.language_neutral("-"))


def change_note(file: DeckFile, location: NoteLocation, base: Note, edited: Note) -> list[Splice]:
    """Return the splices that change the fields in which `edited` differs from `base`, the note as read.

    A note without an id gets the one that it has provisionally.
    """
    if isinstance(base.content, Diagram) and edited.content == base.content:
        base, edited = replace(base, content=_SAME_CONTENT), replace(edited, content=_SAME_CONTENT)
    base_fields, fields = note_to_fields(base), note_to_fields(edited)
    mapping = location.mapping
    if mapping.entry("id") is None:
        del base_fields["id"]
    if _type_name(base) != _type_name(edited):
        _set_type(file, mapping, base_fields, fields, _type_name(edited))
    for name in base_fields.keys() - fields.keys():
        if file.default(name) is not None:
            fields[name] = [] if name in _LISTS else ""  # without it, the default would apply
    return edit_mapping(file.text, mapping, base_fields, fields, _item_rules(base.deck_id))


def _type_name(note: Note) -> str:
    custom_type = note.custom_note_type
    return custom_type.id if custom_type else str(note_type_of(note.content))


def _set_type(
    file: DeckFile, mapping: MarkedMapping, base: dict[str, Any], fields: dict[str, Any], name: str
) -> None:
    default = file.default("type")
    base.pop("type", None)
    if mapping.entry("type") is None and (default == name or (default is None and "type" not in fields)):
        fields.pop("type", None)
        return
    others = dict(fields)
    fields.clear()
    for field in ("id", "guid"):
        if field in others:
            fields[field] = others.pop(field)
    fields |= {"type": name, **{field: value for field, value in others.items() if field != "type"}}


def _item_rules(deck_id: str) -> dict[str, ItemRule]:
    def read_reference(text: str) -> str:
        first, slash, second = text.strip().partition("/")
        deck, note = (normalize_id(first), normalize_id(second)) if slash else (deck_id, normalize_id(first))
        return f"{deck}/{note}" if deck and note else ""

    def write_reference(key: str) -> str:
        return key.removeprefix(f"{deck_id}/")

    return {
        "tags": ItemRule(lambda text: "-".join(text.split()), str),
        "requires": ItemRule(read_reference, write_reference),
    }

"""The splices that change the fields of a note."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from studyapp.core.notes.note import Basic, Diagram, Note
from studyapp.core.notes.note_fields import note_type_of
from studyapp.core.text.localized_text import LocalizedText
from studyapp.deckfiles.editing.deck_file import DeckFile, NoteLocation
from studyapp.deckfiles.editing.edit_error import default_value_error
from studyapp.deckfiles.editing.note_characters import check_characters
from studyapp.deckfiles.editing.values.list_editing import ItemRule
from studyapp.deckfiles.editing.values.splices import Splice
from studyapp.deckfiles.editing.values.value_editing import edit_mapping
from studyapp.deckfiles.id_rules import normalize_id
from studyapp.deckfiles.writing.deck_to_yaml import note_to_fields

_EMPTY_VALUES: dict[str, Any] = {"tags": [], "section": "", "evidence": "", "requires": [], "why": None}
"""How a field is written that overrides a default with nothing. None if that is not possible."""

_SAME_CONTENT = Basic(LocalizedText.language_neutral("-"), LocalizedText.language_neutral("-"))


def change_note(file: DeckFile, location: NoteLocation, base: Note, edited: Note) -> list[Splice]:
    """Return the splices that change the fields in which `edited` differs from `base`, the note as read.

    A note without an id gets the one that it has provisionally. Raises DeckEditError if a field can't be empty or a
    character can't be written.
    """
    if isinstance(base.content, Diagram) and edited.content == base.content:
        base, edited = replace(base, content=_SAME_CONTENT), replace(edited, content=_SAME_CONTENT)
    base_fields, fields = note_to_fields(base), note_to_fields(edited)
    check_characters(file.path, location.line, edited.id, fields)
    mapping = location.mapping
    if mapping.entry("id") is None:
        del base_fields["id"]
    if _type_name(base) != _type_name(edited):
        base_fields.pop("type", None)
        if mapping.entry("type") is not None or _needs_type(file, fields, edited):
            fields = _with_type(fields, _type_name(edited))
        else:
            fields.pop("type", None)
    _override_defaults(file, fields, base_fields.keys() - fields.keys(), edited.id, location.line)
    return edit_mapping(file.text, mapping, base_fields, fields, _item_rules(base.deck_id))


def new_note_fields(file: DeckFile, note: Note) -> dict[str, Any]:
    """Return the fields of a note to add, including those that override the defaults of the deck.

    Raises DeckEditError if a field can't be empty or a character can't be written.
    """
    fields = note_to_fields(note)
    check_characters(file.path, 1, note.id, fields)
    if _needs_type(file, fields, note):
        fields = _with_type(fields, _type_name(note))
    _override_defaults(file, fields, _EMPTY_VALUES.keys() - fields.keys(), note.id, 1)
    return fields


def _override_defaults(
    file: DeckFile, fields: dict[str, Any], empty_fields: Iterable[str], note_id: str, line: int
) -> None:
    """Write the empty fields for which the defaults of the deck would apply."""
    for name in sorted(empty_fields):
        if file.default(name) is None:
            continue
        value = _EMPTY_VALUES.get(name)
        if value is None:
            raise default_value_error(file.path, line, note_id, name)
        fields[name] = value


def _type_name(note: Note) -> str:
    custom_type = note.custom_note_type
    return custom_type.id if custom_type else str(note_type_of(note.content))


def _needs_type(file: DeckFile, fields: dict[str, Any], note: Note) -> bool:
    default = file.default("type")
    return "type" in fields if default is None else default != _type_name(note)


def _with_type(fields: dict[str, Any], name: str) -> dict[str, Any]:
    first: dict[str, Any] = {field: fields[field] for field in ("id", "guid") if field in fields}
    return {**first, "type": name, **{field: fields[field] for field in fields if field != "type"}}


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

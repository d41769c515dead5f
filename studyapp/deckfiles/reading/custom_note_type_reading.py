"""Reading the custom note types in a deck file."""

from collections.abc import Mapping as ByName

from studyapp.core.cards.card_template_language import SPECIAL_FIELDS
from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType, clean_field_name
from studyapp.deckfiles.field_names import (
    CARD_TEMPLATE_FIELDS,
    CUSTOM_NOTE_TYPE_FIELDS,
    FIELDS_BY_TYPE,
    WRITTEN_AS_TYPES,
)
from studyapp.deckfiles.id_rules import normalize_id
from studyapp.deckfiles.problems.custom_note_type_problem_kinds import CustomNoteTypeProblemKind
from studyapp.deckfiles.problems.problem import ProblemKind
from studyapp.deckfiles.problems.problem_list import Reporter
from studyapp.deckfiles.reading.field_reading import (
    read_list,
    read_raw_string,
    read_string,
    report_unknown_fields,
)
from studyapp.deckfiles.yaml_nodes import Mapping, Node, Scalar, Sequence

CustomNoteTypeById = ByName[str, CustomNoteType]
"""Custom note types by their ids in the file."""


def read_custom_note_types(reporter: Reporter, node: Node | None) -> CustomNoteTypeById:
    """Return the custom note types by id, and report their problems."""
    if not isinstance(node, Mapping):
        if node is not None:
            reporter.add(ProblemKind.MAPPING_EXPECTED, node, field="note_types")
        return {}
    custom_note_types: dict[str, CustomNoteType] = {}
    for key, value in node.fields.values():
        type_id = _read_type_id(reporter, key)
        if not isinstance(value, Mapping):
            reporter.add(ProblemKind.MAPPING_EXPECTED, value, field=key.text)
        elif type_id is not None:
            custom_note_types[type_id] = _read_custom_note_type(reporter, type_id, value)
    return custom_note_types


def _read_type_id(reporter: Reporter, key: Scalar) -> str | None:
    type_id = normalize_id(key.text)
    if type_id is None:
        reporter.add(ProblemKind.BAD_ID, key, id=key.text)
    elif type_id in FIELDS_BY_TYPE:
        reporter.add(CustomNoteTypeProblemKind.RESERVED_NAME, key, type=type_id)
    else:
        return type_id
    return None


def _read_custom_note_type(reporter: Reporter, type_id: str, node: Mapping) -> CustomNoteType:
    report_unknown_fields(reporter, node, CUSTOM_NOTE_TYPE_FIELDS)
    for name in ("fields", "cards"):
        if node.get(name) is None:
            reporter.add(ProblemKind.FIELD_MISSING, node, field=name, owner=type_id)
    fields = tuple(dict.fromkeys(entry.text for entry in read_list(reporter, "fields", node.get("fields"))))
    for entry in read_list(reporter, "fields", node.get("fields")):
        if clean_field_name(entry.text) != entry.text or entry.text in SPECIAL_FIELDS:
            reporter.add(CustomNoteTypeProblemKind.BAD_FIELD_NAME, entry, field=entry.text)
    anki_id = read_string(reporter, "anki", node.get("anki"))
    if anki_id and not (anki_id.isascii() and anki_id.isdecimal() and len(anki_id) < 16):
        reporter.add(CustomNoteTypeProblemKind.BAD_ANKI_ID, node.get("anki") or node, value=anki_id)
        anki_id = ""
    written_as = read_string(reporter, "written_as", node.get("written_as"))
    if written_as and written_as not in WRITTEN_AS_TYPES:
        known = ", ".join(WRITTEN_AS_TYPES)
        location = node.get("written_as") or node
        reporter.add(CustomNoteTypeProblemKind.BAD_WRITTEN_AS, location, type=written_as, known=known)
        written_as = ""
    return CustomNoteType(
        anki_id=int(anki_id or 0),
        name=read_string(reporter, "name", node.get("name")) or type_id,
        fields=fields,
        templates=_read_templates(reporter, node.get("cards")),
        is_cloze=read_string(reporter, "cloze", node.get("cloze")).lower() in ("true", "yes"),
        css=read_raw_string(reporter, "style", node.get("style")),
        id=type_id,
        builtin_type=written_as,
        field_roles=_read_field_roles(reporter, node.get("parts"), fields) if written_as else (),
    )


def _read_templates(reporter: Reporter, node: Node | None) -> tuple[CardTemplate, ...]:
    if node is None:
        return ()
    if not isinstance(node, Sequence):
        reporter.add(ProblemKind.LIST_EXPECTED, node, field="cards")
        return ()
    return tuple(_read_template(reporter, item, number) for number, item in enumerate(node.items, 1))


def _read_template(reporter: Reporter, node: Node, number: int) -> CardTemplate:
    if not isinstance(node, Mapping):
        reporter.add(ProblemKind.MAPPING_EXPECTED, node, field="cards")
        return CardTemplate(f"{number}", "", "")
    report_unknown_fields(reporter, node, CARD_TEMPLATE_FIELDS)
    front, back = (read_raw_string(reporter, name, node.get(name)) for name in ("front", "back"))
    return CardTemplate(read_string(reporter, "name", node.get("name")) or f"{number}", front, back)


def _read_field_roles(reporter: Reporter, node: Node | None, fields: tuple[str, ...]) -> tuple[str, ...]:
    """Return the role of each field, or '' for a field that has none."""
    if not isinstance(node, Mapping):
        return ("",) * len(fields)
    report_unknown_fields(reporter, node, fields)
    return tuple(read_string(reporter, name, node.get(name)) for name in fields)

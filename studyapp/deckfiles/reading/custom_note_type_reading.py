"""The note types that a deck file brings along."""

from collections.abc import Mapping as ByName

from studyapp.core.cards.template_language import SPECIAL
from studyapp.core.notes.custom_note_type import CardTemplate, CustomType, field_name
from studyapp.deckfiles.field_names import CUSTOM_TYPE_FIELDS, TEMPLATE_FIELDS, TYPE_FIELDS, WRITABLE_AS
from studyapp.deckfiles.id_rules import read_id
from studyapp.deckfiles.problems.custom_note_type_problem_kinds import CustomTypeProblemKind
from studyapp.deckfiles.problems.problem import ProblemKind
from studyapp.deckfiles.problems.problem_list import Reporter
from studyapp.deckfiles.reading.field_reading import read_exactly, read_line, read_list, report_unknown
from studyapp.deckfiles.yaml_nodes import Mapping, Node, Scalar, Sequence

CustomTypes = ByName[str, CustomType]
"""By their ids in the file."""


def read_custom_types(reporter: Reporter, node: Node | None) -> CustomTypes:
    """The types that can be used; what can't is reported."""
    if not isinstance(node, Mapping):
        if node is not None:
            reporter.add(ProblemKind.MAPPING_EXPECTED, node, field="note_types")
        return {}
    found: dict[str, CustomType] = {}
    for key, value in node.fields.values():
        type_id = _type_id(reporter, key)
        if not isinstance(value, Mapping):
            reporter.add(ProblemKind.MAPPING_EXPECTED, value, field=key.text)
        elif type_id is not None:
            found[type_id] = _custom_type(reporter, type_id, value)
    return found


def _type_id(reporter: Reporter, key: Scalar) -> str | None:
    type_id = read_id(key.text)
    if type_id is None:
        reporter.add(ProblemKind.BAD_ID, key, id=key.text)
    elif type_id in TYPE_FIELDS:
        reporter.add(CustomTypeProblemKind.TAKEN, key, type=type_id)
    else:
        return type_id
    return None


def _custom_type(reporter: Reporter, type_id: str, node: Mapping) -> CustomType:
    report_unknown(reporter, node, CUSTOM_TYPE_FIELDS)
    for name in ("fields", "cards"):
        if node.get(name) is None:
            reporter.add(ProblemKind.FIELD_MISSING, node, field=name, owner=type_id)
    fields = tuple(dict.fromkeys(line.text for line in read_list(reporter, "fields", node.get("fields"))))
    for line in read_list(reporter, "fields", node.get("fields")):
        if field_name(line.text) != line.text or line.text in SPECIAL:
            reporter.add(CustomTypeProblemKind.FIELD_NAME, line, field=line.text)
    number = read_line(reporter, "anki", node.get("anki"))
    if number and not (number.isascii() and number.isdecimal() and len(number) < 16):
        reporter.add(CustomTypeProblemKind.NUMBER, node.get("anki") or node, value=number)
        number = ""
    written_as = read_line(reporter, "written_as", node.get("written_as"))
    if written_as and written_as not in WRITABLE_AS:
        known = ", ".join(WRITABLE_AS)
        place = node.get("written_as") or node
        reporter.add(CustomTypeProblemKind.WRITTEN_AS, place, type=written_as, known=known)
        written_as = ""
    return CustomType(
        number=int(number or 0),
        name=read_line(reporter, "name", node.get("name")) or type_id,
        fields=fields,
        templates=_templates(reporter, node.get("cards")),
        is_cloze=read_line(reporter, "cloze", node.get("cloze")).lower() in ("true", "yes"),
        style=read_exactly(reporter, "style", node.get("style")),
        id=type_id,
        written_as=written_as,
        parts=_parts(reporter, node.get("parts"), fields) if written_as else (),
    )


def _templates(reporter: Reporter, node: Node | None) -> tuple[CardTemplate, ...]:
    if node is None:
        return ()
    if not isinstance(node, Sequence):
        reporter.add(ProblemKind.LIST_EXPECTED, node, field="cards")
        return ()
    return tuple(_template(reporter, item, number) for number, item in enumerate(node.items, 1))


def _template(reporter: Reporter, node: Node, number: int) -> CardTemplate:
    if not isinstance(node, Mapping):
        reporter.add(ProblemKind.MAPPING_EXPECTED, node, field="cards")
        return CardTemplate(f"{number}", "", "")
    report_unknown(reporter, node, TEMPLATE_FIELDS)
    front, back = (read_exactly(reporter, name, node.get(name)) for name in ("front", "back"))
    return CardTemplate(read_line(reporter, "name", node.get("name")) or f"{number}", front, back)


def _parts(reporter: Reporter, node: Node | None, fields: tuple[str, ...]) -> tuple[str, ...]:
    """What each field is."""
    if not isinstance(node, Mapping):
        return ("",) * len(fields)
    report_unknown(reporter, node, fields)
    return tuple(read_line(reporter, name, node.get(name)) for name in fields)

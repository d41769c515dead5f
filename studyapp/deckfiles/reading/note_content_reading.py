"""The fields of each note type to its content."""

from collections.abc import Callable
from typing import assert_never

from studyapp.core.notes.custom_note_type import CustomType
from studyapp.core.notes.note import (
    Basic,
    Choice,
    Claim,
    Cloze,
    Content,
    Diagram,
    Option,
    Reversed,
    Templated,
    Term,
    Typed,
)
from studyapp.core.notes.note_type import NoteType
from studyapp.core.text.localized_text import Text
from studyapp.deckfiles.field_names import OPTION_FIELDS, TYPE_BY_FIELD, TYPE_FIELDS
from studyapp.deckfiles.problems.problem import ProblemKind
from studyapp.deckfiles.problems.problem_list import Reporter
from studyapp.deckfiles.reading.cloze_checking import check_cloze
from studyapp.deckfiles.reading.custom_note_type_reading import CustomTypes
from studyapp.deckfiles.reading.drawing_reading import read_drawing
from studyapp.deckfiles.reading.field_reading import (
    nearest,
    read_exactly,
    read_line,
    read_text,
    report_unknown,
)
from studyapp.deckfiles.yaml_nodes import Mapping, Node, Sequence

_RIGHT = {"": False, "true": True, "yes": True, "false": False, "no": False}


def read_type(reporter: Reporter, fields: Mapping, custom: CustomTypes) -> str | None:
    """The note's type: the one it names, else the one its fields tell; None where it was reported. `custom` are the
    deck's own."""
    node = fields.get("type")
    if node is None:
        return next((kind for name, kind in TYPE_BY_FIELD.items() if name in fields.fields), "basic")
    name = read_line(reporter, "type", node)
    if name in TYPE_FIELDS or name in custom:
        return name
    types = (*TYPE_FIELDS, *custom)
    known = ", ".join(types)
    reporter.add(ProblemKind.UNKNOWN_TYPE, node, type=name, known=known, suggestion=nearest(name, types))
    return None


def read_content(reporter: Reporter, kind: NoteType, fields: Mapping) -> Content | None:
    """The content of a note of type `kind`; None where something needed was reported."""
    match kind:
        case NoteType.BASIC:
            return _front_and(reporter, kind, fields, "back", Basic)
        case NoteType.REVERSED:
            return _front_and(reporter, kind, fields, "back", Reversed)
        case NoteType.TYPED:
            return _front_and(reporter, kind, fields, "answer", Typed)
        case NoteType.CLOZE:
            return _cloze(reporter, fields)
        case NoteType.CHOICE:
            return _choice(reporter, fields)
        case NoteType.TERM:
            return _term(reporter, fields)
        case NoteType.DIAGRAM:
            return _diagram(reporter, fields)
        case NoteType.CLAIM:
            return _claim(reporter, fields)
        case NoteType.TEMPLATED:
            raise ValueError("the fields of a custom note type are read by read_templated")
        case _:
            assert_never(kind)


def _front_and(
    reporter: Reporter, kind: NoteType, fields: Mapping, back: str, build: Callable[[Text, Text], Content]
) -> Content | None:
    front_text, back_text = _needed(reporter, kind, fields, "front"), _needed(reporter, kind, fields, back)
    return build(front_text, back_text) if front_text and back_text else None


def read_templated(reporter: Reporter, kind: CustomType, fields: Mapping) -> Templated | None:
    """The content of a note of a type of the deck's own; None where something needed was reported."""
    node = fields.get("fields")
    if not isinstance(node, Mapping):
        if node is None:
            _report_missing(reporter, kind.id, fields, "fields")
        else:
            reporter.add(ProblemKind.MAPPING_EXPECTED, node, field="fields")
        return None
    report_unknown(reporter, node, kind.fields)
    return Templated(kind, tuple(read_exactly(reporter, name, node.get(name)) for name in kind.fields))


def _cloze(reporter: Reporter, fields: Mapping) -> Cloze | None:
    text, node = _needed(reporter, "cloze", fields, "text"), fields.get("text")
    if text is None or node is None:
        return None
    check_cloze(reporter, text, node)
    return Cloze(text)


def _term(reporter: Reporter, fields: Mapping) -> Term | None:
    term = _needed(reporter, "term", fields, "term")
    definition = _needed(reporter, "term", fields, "definition")
    translation = read_text(reporter, "translation", fields.get("translation"))
    return Term(term, definition, translation) if term and definition else None


def _claim(reporter: Reporter, fields: Mapping) -> Claim | None:
    claim = _needed(reporter, "claim", fields, "claim")
    for name in ("evidence", "why"):  # they are its answer
        if fields.get(name) is None:
            _report_missing(reporter, "claim", fields, name)
    return Claim(claim) if claim else None


def _diagram(reporter: Reporter, fields: Mapping) -> Diagram | None:
    node = fields.get("diagram")
    if node is None:
        _report_missing(reporter, "diagram", fields, "diagram")
        return None
    drawing = read_drawing(reporter, read_line(reporter, "diagram", node), node)
    return Diagram(drawing) if drawing else None


def _choice(reporter: Reporter, fields: Mapping) -> Choice | None:
    front = _needed(reporter, "choice", fields, "front")
    node = fields.get("options")
    if node is None:
        _report_missing(reporter, "choice", fields, "options")
        return None
    if not isinstance(node, Sequence):
        reporter.add(ProblemKind.LIST_EXPECTED, node, field="options")
        return None
    options = tuple(filter(None, (_option(reporter, item) for item in node.items)))
    if len(node.items) < 2:
        reporter.add(ProblemKind.TOO_FEW_OPTIONS, node)
    elif len(options) == len(node.items) and not any(option.right for option in options):
        reporter.add(ProblemKind.NO_RIGHT_OPTION, node)
    return Choice(front, options) if front else None


def _option(reporter: Reporter, node: Node) -> Option | None:
    if not isinstance(node, Mapping):
        text = read_text(reporter, "options", node)
        return Option(text) if text else None
    report_unknown(reporter, node, OPTION_FIELDS)
    text = _needed(reporter, "option", node, "text")
    right_node = node.get("right")
    right = _RIGHT.get(read_line(reporter, "right", right_node).lower())
    if right is None and right_node is not None:
        reporter.add(ProblemKind.UNCLEAR_RIGHT, right_node, value=read_line(reporter, "right", right_node))
    why = read_text(reporter, "why", node.get("why"))
    return Option(text, bool(right), why) if text else None


def _needed(reporter: Reporter, kind: str, fields: Mapping, name: str) -> Text | None:
    node = fields.get(name)
    if node is None:
        _report_missing(reporter, kind, fields, name)
    return read_text(reporter, name, node)


def _report_missing(reporter: Reporter, kind: str, fields: Mapping, name: str) -> None:
    reporter.add(ProblemKind.FIELD_MISSING, fields, field=name, owner=kind)

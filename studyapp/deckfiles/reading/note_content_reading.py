"""Reading the content fields of each note type."""

from collections.abc import Callable
from typing import assert_never

from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.notes.note import (
    AnswerOption,
    Basic,
    Claim,
    Cloze,
    CustomContent,
    Diagram,
    MultipleChoice,
    NoteContent,
    Reversed,
    Term,
    TypedAnswer,
)
from studyapp.core.notes.note_type import NoteType
from studyapp.core.text.localized_text import LocalizedText
from studyapp.deckfiles.field_names import CHOICE_OPTION_FIELDS, FIELDS_BY_TYPE, TYPE_BY_FIELD
from studyapp.deckfiles.problems.problem import ProblemKind
from studyapp.deckfiles.problems.problem_list import Reporter
from studyapp.deckfiles.reading.cloze_checking import check_cloze
from studyapp.deckfiles.reading.custom_note_type_reading import CustomNoteTypeById
from studyapp.deckfiles.reading.drawing_reading import read_drawing
from studyapp.deckfiles.reading.field_reading import (
    closest_match,
    read_localized_text,
    read_raw_string,
    read_string,
    report_unknown_fields,
)
from studyapp.deckfiles.reading.text_checking import check_html_formulas
from studyapp.deckfiles.yaml_nodes import Mapping, Node, Sequence

_BOOLEAN_BY_WORD = {"": False, "true": True, "yes": True, "false": False, "no": False}


def read_note_type(reporter: Reporter, fields: Mapping, custom_note_types: CustomNoteTypeById) -> str | None:
    """Return the name of the note's type, or None if it was reported.

    A note without `type` gets the type that its fields identify, by default `basic`.
    """
    node = fields.get("type")
    if node is None:
        for field, note_type in TYPE_BY_FIELD.items():
            if field in fields.fields:
                return note_type
        return "basic"
    name = read_string(reporter, "type", node)
    if name in FIELDS_BY_TYPE or name in custom_note_types:
        return name
    type_names = (*FIELDS_BY_TYPE, *custom_note_types)
    known_types = ", ".join(type_names)
    reporter.add(
        ProblemKind.UNKNOWN_TYPE,
        node,
        type=name,
        known=known_types,
        suggestion=closest_match(name, type_names),
    )
    return None


def read_note_content(reporter: Reporter, note_type: NoteType, fields: Mapping) -> NoteContent | None:
    """Return the content of a note of a built-in type, or None if a required field is missing or invalid.

    Raises ValueError for `NoteType.CUSTOM`.
    """
    match note_type:
        case NoteType.BASIC:
            return _read_front_and_back(reporter, note_type, fields, "back", Basic)
        case NoteType.REVERSED:
            return _read_front_and_back(reporter, note_type, fields, "back", Reversed)
        case NoteType.TYPED_ANSWER:
            return _read_front_and_back(reporter, note_type, fields, "answer", TypedAnswer)
        case NoteType.CLOZE:
            return _read_cloze(reporter, fields)
        case NoteType.MULTIPLE_CHOICE:
            return _read_multiple_choice(reporter, fields)
        case NoteType.TERM:
            return _read_term(reporter, fields)
        case NoteType.DIAGRAM:
            return _read_diagram(reporter, fields)
        case NoteType.CLAIM:
            return _read_claim(reporter, fields)
        case NoteType.CUSTOM:
            raise ValueError("the fields of a custom note type are read by read_custom_note_content")
        case _:
            assert_never(note_type)


def _read_front_and_back(
    reporter: Reporter,
    note_type: NoteType,
    fields: Mapping,
    back_field: str,
    build: Callable[[LocalizedText, LocalizedText], NoteContent],
) -> NoteContent | None:
    front_text, back_text = (
        _read_required_text(reporter, note_type, fields, "front"),
        _read_required_text(reporter, note_type, fields, back_field),
    )
    return build(front_text, back_text) if front_text and back_text else None


def read_custom_note_content(
    reporter: Reporter, custom_note_type: CustomNoteType, fields: Mapping
) -> CustomContent | None:
    """Return the content of a note of a custom type, or None if its fields are missing or invalid."""
    node = fields.get("fields")
    if not isinstance(node, Mapping):
        if node is None:
            _report_missing(reporter, custom_note_type.id, fields, "fields")
        else:
            reporter.add(ProblemKind.MAPPING_EXPECTED, node, field="fields")
        return None
    report_unknown_fields(reporter, node, custom_note_type.fields)
    html_fields = tuple(read_raw_string(reporter, name, node.get(name)) for name in custom_note_type.fields)
    for name, html in zip(custom_note_type.fields, html_fields, strict=True):
        check_html_formulas(reporter, html, node.get(name) or node)
    return CustomContent(custom_note_type, html_fields)


def _read_cloze(reporter: Reporter, fields: Mapping) -> Cloze | None:
    text, node = _read_required_text(reporter, "cloze", fields, "text"), fields.get("text")
    if text is None or node is None:
        return None
    check_cloze(reporter, text, node)
    return Cloze(text)


def _read_term(reporter: Reporter, fields: Mapping) -> Term | None:
    term = _read_required_text(reporter, "term", fields, "term")
    definition = _read_required_text(reporter, "term", fields, "definition")
    translation = read_localized_text(reporter, "translation", fields.get("translation"))
    return Term(term, definition, translation) if term and definition else None


def _read_claim(reporter: Reporter, fields: Mapping) -> Claim | None:
    claim = _read_required_text(reporter, "claim", fields, "claim")
    for name in ("evidence", "why"):  # they are the answer of the card
        if fields.get(name) is None:
            _report_missing(reporter, "claim", fields, name)
    return Claim(claim) if claim else None


def _read_diagram(reporter: Reporter, fields: Mapping) -> Diagram | None:
    node = fields.get("diagram")
    if node is None:
        _report_missing(reporter, "diagram", fields, "diagram")
        return None
    drawing = read_drawing(reporter, read_string(reporter, "diagram", node), node)
    return Diagram(drawing) if drawing else None


def _read_multiple_choice(reporter: Reporter, fields: Mapping) -> MultipleChoice | None:
    front = _read_required_text(reporter, "choice", fields, "front")
    node = fields.get("options")
    if node is None:
        _report_missing(reporter, "choice", fields, "options")
        return None
    if not isinstance(node, Sequence):
        reporter.add(ProblemKind.LIST_EXPECTED, node, field="options")
        return None
    options = tuple(filter(None, (_read_choice_option(reporter, item) for item in node.items)))
    if len(node.items) < 2:
        reporter.add(ProblemKind.TOO_FEW_OPTIONS, node)
    elif len(options) == len(node.items) and not any(option.is_correct for option in options):
        reporter.add(ProblemKind.NO_RIGHT_OPTION, node)
    return MultipleChoice(front, options) if front else None


def _read_choice_option(reporter: Reporter, node: Node) -> AnswerOption | None:
    if not isinstance(node, Mapping):
        text = read_localized_text(reporter, "options", node)
        return AnswerOption(text) if text else None
    report_unknown_fields(reporter, node, CHOICE_OPTION_FIELDS)
    text = _read_required_text(reporter, "option", node, "text")
    right_node = node.get("right")
    is_correct = _BOOLEAN_BY_WORD.get(read_string(reporter, "right", right_node).lower())
    if is_correct is None and right_node is not None:
        reporter.add(
            ProblemKind.BAD_RIGHT_VALUE, right_node, value=read_string(reporter, "right", right_node)
        )
    explanation = read_localized_text(reporter, "why", node.get("why"))
    return AnswerOption(text, bool(is_correct), explanation) if text else None


def _read_required_text(reporter: Reporter, owner: str, fields: Mapping, name: str) -> LocalizedText | None:
    node = fields.get(name)
    if node is None:
        _report_missing(reporter, owner, fields, name)
    return read_localized_text(reporter, name, node)


def _report_missing(reporter: Reporter, owner: str, fields: Mapping, name: str) -> None:
    reporter.add(ProblemKind.FIELD_MISSING, fields, field=name, owner=owner)

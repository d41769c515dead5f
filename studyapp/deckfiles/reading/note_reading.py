"""Reading a single note from a deck file."""

from studyapp.core.cards.card import cards_of
from studyapp.core.notes.note import Evidence, Note
from studyapp.core.notes.note_type import NoteType
from studyapp.deckfiles.field_names import COMMON_NOTE_FIELDS, CUSTOM_NOTE_FIELDS, FIELDS_BY_TYPE
from studyapp.deckfiles.problems.custom_note_type_problem_kinds import CustomNoteTypeProblemKind
from studyapp.deckfiles.problems.problem import ProblemKind
from studyapp.deckfiles.problems.problem_list import ProblemList, Reporter
from studyapp.deckfiles.reading.custom_note_type_reading import CustomNoteTypeById
from studyapp.deckfiles.reading.field_reading import (
    closest_match,
    read_list,
    read_localized_text,
    read_shown_string,
    read_string,
    report_unknown_fields,
)
from studyapp.deckfiles.reading.note_content_reading import (
    read_custom_note_content,
    read_note_content,
    read_note_type,
)
from studyapp.deckfiles.reading.prerequisites import Prerequisite, read_prerequisites
from studyapp.deckfiles.yaml_nodes import Mapping, Node

ALLOWED_FIELDS_BY_TYPE = {
    type_name: (*COMMON_NOTE_FIELDS, *fields)
    for type_name, fields in (*FIELDS_BY_TYPE.items(), (NoteType.CUSTOM, CUSTOM_NOTE_FIELDS))
}
"""The fields that a note of each type may have."""


def read_note(
    node: Mapping,
    deck_id: str,
    note_id: str | None,
    defaults: Mapping,
    custom_types: CustomNoteTypeById,
    problems: ProblemList,
) -> tuple[Note, tuple[Prerequisite, ...]] | None:
    """Return the note and its prerequisites, or report at least one error and return None.

    `note_id` is None if the note has no usable id; its other problems are still reported.
    """
    reporter = Reporter(problems, note_id or "")
    error_count = problems.error_count
    fields = Mapping(node.line, node.column, {**defaults.fields, **node.fields}) if defaults.fields else node
    type_name = read_note_type(reporter, fields, custom_types)
    if type_name is None:
        return None
    custom_type = custom_types.get(type_name)
    note_type = NoteType(
        (custom_type.builtin_type or NoteType.CUSTOM) if custom_type is not None else type_name
    )
    report_unknown_fields(reporter, node, ALLOWED_FIELDS_BY_TYPE[note_type])
    content = (
        read_custom_note_content(reporter, custom_type, fields)
        if custom_type is not None and note_type is NoteType.CUSTOM
        else read_note_content(reporter, note_type, fields)
    )
    tags = _read_tags(reporter, fields.get("tags"))
    section = read_shown_string(reporter, "section", fields.get("section"))
    evidence = _read_evidence(reporter, fields.get("evidence"))
    prerequisites = read_prerequisites(reporter, deck_id, fields.get("requires"))
    explanation = read_localized_text(reporter, "why", fields.get("why"))
    if content is None or note_id is None or problems.error_count > error_count:
        return None
    required_keys = tuple([prerequisite.note_key for prerequisite in prerequisites])
    guid = read_string(reporter, "guid", fields.get("guid"))
    original_type = custom_type if note_type is not NoteType.CUSTOM else None
    note = Note(
        deck_id, note_id, content, tags, section, evidence, required_keys, explanation, guid, original_type
    )
    if custom_type is not None and not cards_of(note):
        reporter.add(CustomNoteTypeProblemKind.NOTE_WITHOUT_CARDS, node, type=custom_type.id)
    return note, prerequisites


def _read_tags(reporter: Reporter, node: Node | None) -> tuple[str, ...]:
    if node is None:
        return ()
    # A tag can't contain spaces, neither in searches nor in Anki.
    return tuple(dict.fromkeys("-".join(tag.text.split()) for tag in read_list(reporter, "tags", node)))


def _read_evidence(reporter: Reporter, node: Node | None) -> Evidence | None:
    if node is None:
        return None
    name = read_string(reporter, "evidence", node)
    if not name:
        return None
    try:
        return Evidence(name)
    except ValueError:
        reporter.add(
            ProblemKind.UNKNOWN_EVIDENCE, node, evidence=name, suggestion=closest_match(name, Evidence)
        )
        return None

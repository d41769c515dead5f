"""The fields of a note to the note."""

from studyapp.core.cards.card import cards_of
from studyapp.core.notes.note import Evidence, Note
from studyapp.core.notes.note_type import NoteType
from studyapp.deckfiles.field_names import NOTE_FIELDS, TEMPLATED_FIELDS, TYPE_FIELDS
from studyapp.deckfiles.problems.custom_note_type_problem_kinds import CustomTypeProblemKind
from studyapp.deckfiles.problems.problem import ProblemKind
from studyapp.deckfiles.problems.problem_list import ProblemList, Reporter
from studyapp.deckfiles.reading.custom_note_type_reading import CustomTypes
from studyapp.deckfiles.reading.field_reading import nearest, read_line, read_list, read_text, report_unknown
from studyapp.deckfiles.reading.note_content_reading import read_content, read_templated, read_type
from studyapp.deckfiles.reading.prerequisites import Requirement, read_requirements
from studyapp.deckfiles.yaml_nodes import Mapping, Node

KNOWN_FIELDS = {
    kind: (*NOTE_FIELDS, *fields)
    for kind, fields in (*TYPE_FIELDS.items(), (NoteType.TEMPLATED, TEMPLATED_FIELDS))
}
"""All that a note of each type may have."""


def read_note(
    node: Mapping,
    deck: str,
    note_id: str | None,
    defaults: Mapping,
    custom_types: CustomTypes,
    problems: ProblemList,
) -> tuple[Note, tuple[Requirement, ...]] | None:
    """The note and what it requires; None, and at least one error, when it can't be used."""
    reporter = Reporter(problems, note_id or "")
    errors = problems.errors
    fields = Mapping(node.line, node.column, {**defaults.fields, **node.fields}) if defaults.fields else node
    name = read_type(reporter, fields, custom_types)
    if name is None:
        return None
    custom = custom_types.get(name)
    kind = NoteType((custom.written_as or NoteType.TEMPLATED) if custom is not None else name)
    report_unknown(reporter, node, KNOWN_FIELDS[kind])
    content = (
        read_templated(reporter, custom, fields)
        if custom is not None and kind is NoteType.TEMPLATED
        else read_content(reporter, kind, fields)
    )
    tags = _tags(reporter, fields.get("tags"))
    section = read_line(reporter, "section", fields.get("section"))
    evidence = _evidence(reporter, fields.get("evidence"))
    requirements = read_requirements(reporter, deck, fields.get("requires"))
    why = read_text(reporter, "why", fields.get("why"))
    if content is None or note_id is None or problems.errors > errors:
        return None
    requires = tuple(one.note for one in requirements)
    guid = read_line(reporter, "guid", fields.get("guid"))
    came_as = custom if kind is not NoteType.TEMPLATED else None
    note = Note(deck, note_id, content, tags, section, evidence, requires, why, guid, came_as)
    if custom is not None and not cards_of(note):
        reporter.add(CustomTypeProblemKind.NO_CARD, node, type=custom.id)
    return note, requirements


def _tags(reporter: Reporter, node: Node | None) -> tuple[str, ...]:
    # A tag is one word, in searches and in Anki alike.
    return tuple(dict.fromkeys("-".join(tag.text.split()) for tag in read_list(reporter, "tags", node)))


def _evidence(reporter: Reporter, node: Node | None) -> Evidence | None:
    name = read_line(reporter, "evidence", node)
    if node is None or not name:
        return None
    try:
        return Evidence(name)
    except ValueError:
        reporter.add(ProblemKind.UNKNOWN_EVIDENCE, node, evidence=name, suggestion=nearest(name, Evidence))
        return None

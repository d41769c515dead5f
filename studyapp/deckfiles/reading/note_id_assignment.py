"""Assignment of ids to the notes of a deck: written ones, or provisional ones derived from the note's text."""

from dataclasses import dataclass

from studyapp.core.notes.note_type import BUILT_IN_NOTE_TYPES
from studyapp.deckfiles.id_rules import id_collision_key, make_provisional_id, normalize_id
from studyapp.deckfiles.problems.problem import ProblemKind
from studyapp.deckfiles.problems.problem_list import ProblemList, Reporter
from studyapp.deckfiles.problems.retired_id_problem_kinds import RetiredIdProblemKind
from studyapp.deckfiles.reading.field_reading import read_string
from studyapp.deckfiles.yaml_nodes import Mapping, Node, Scalar

_FIELDS_FOR_IDS = tuple(dict.fromkeys((*(each.fields[0] for each in BUILT_IN_NOTE_TYPES), "fields")))
"""The first field of each note type, from whose text the provisional id of a note is made."""


@dataclass(frozen=True, slots=True)
class MissingId:
    """A provisional id that is not in the file yet.

    `field` is the key to write it under; line and column are those of the mapping it belongs to.
    """

    field: str
    id: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class AssignedNoteIds:
    """The id of each note, or None for a note that can't have one, and the ids that are missing from the file."""

    note_ids: tuple[str | None, ...]
    missing_ids: tuple[MissingId, ...]


def assign_note_ids(
    notes: list[Node], unusable_indexes: frozenset[int], retired_ids: tuple[str, ...], problems: ProblemList
) -> AssignedNoteIds:
    """Return an id for each note, and report ids that are invalid, duplicate, missing or retired.

    A written id has precedence over a provisional one, even if it comes later in the file. Notes whose list index
    is in `unusable_indexes` get no provisional id. No provisional id is a retired one.
    """
    retired_keys = frozenset(map(id_collision_key, retired_ids))
    line_by_key: dict[str, int] = {}
    ids = [
        _read_written_id(note, line_by_key, retired_keys, problems) if isinstance(note, Mapping) else None
        for note in notes
    ]
    line_by_key.update(dict.fromkeys(retired_keys - line_by_key.keys(), 0))
    number_by_id: dict[str, int] = {}
    missing: list[MissingId] = []
    for index, note in enumerate(notes):
        if not isinstance(note, Mapping) or "id" in note.fields or index in unusable_indexes:
            continue
        text = _text_for_id(note)
        if text:
            ids[index] = note_id = _make_unique(make_provisional_id(text, "note"), line_by_key, number_by_id)
            line_by_key[id_collision_key(note_id)] = note.line
            missing.append(MissingId("id", note_id, note.line, note.column))
            problems.add(ProblemKind.NOTE_WITHOUT_ID, note, note_id, id=note_id)
    return AssignedNoteIds(tuple(ids), tuple(missing))


def read_id_field(reporter: Reporter, field: str, node: Node) -> str | None:
    """Return the id that is written at `node`, or None if it was reported."""
    error_count = reporter.problems.error_count
    text = read_string(reporter, field, node)
    written_id = normalize_id(text)
    if written_id is None and reporter.problems.error_count == error_count:
        reporter.add(ProblemKind.BAD_ID, node, id=text)
    return written_id


def _read_written_id(
    note: Mapping, line_by_key: dict[str, int], retired_keys: frozenset[str], problems: ProblemList
) -> str | None:
    node = note.get("id")
    note_id = read_id_field(Reporter(problems), "id", node) if node else None
    if note_id is None or node is None:
        return None
    collision_key = id_collision_key(note_id)
    first_line = line_by_key.get(collision_key)
    if first_line is not None:
        problems.add(ProblemKind.DUPLICATE_NOTE_ID, node, note_id, id=note_id, first_line=first_line)
        return None
    line_by_key[collision_key] = node.line
    if collision_key in retired_keys:
        problems.add(RetiredIdProblemKind.IN_USE, node, note_id, id=note_id)
    return note_id


def _text_for_id(note: Mapping) -> str:
    """Return the text of the first non-empty field, in English or else in its first language, or ''."""
    for name in _FIELDS_FOR_IDS:
        node = note.get(name)
        if isinstance(node, Mapping):
            node = node.get("en") or next((value for _, value in node.fields.values()), None)
        if isinstance(node, Scalar) and node.text.strip():
            return node.text.strip()
    return ""


def _make_unique(note_id: str, line_by_key: dict[str, int], number_by_id: dict[str, int]) -> str:
    number, candidate = number_by_id.get(note_id, 1), note_id
    while id_collision_key(candidate) in line_by_key:
        number += 1
        candidate = f"{note_id}-{number}"
    number_by_id[note_id] = number
    return candidate

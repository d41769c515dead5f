"""An id for each note of a deck: the one written, or a provisional one that stays while its words do."""

from dataclasses import dataclass

from studyapp.deckfiles.id_rules import id_collision_key, make_provisional_id, normalize_id
from studyapp.deckfiles.problems.problem import ProblemKind
from studyapp.deckfiles.problems.problem_list import ProblemList, Reporter
from studyapp.deckfiles.reading.field_reading import read_string
from studyapp.deckfiles.yaml_nodes import Mapping, Node, Scalar


@dataclass(frozen=True, slots=True)
class MissingId:
    """An id that is not in the file yet: `field` is its name there, the place that of the mapping."""

    field: str
    id: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class AssignedNoteIds:
    """The id of each note in the list, None for a note that can't have one; and those to be written."""

    ids: tuple[str | None, ...]
    missing_ids: tuple[MissingId, ...]


def assign_note_ids(
    notes: list[Node], unusable_indexes: frozenset[int], problems: ProblemList
) -> AssignedNoteIds:
    """Give each note its id and report ids that are bad, doubled or missing. Written ids have precedence,
    wherever they stand; `flawed` notes, by their place in the list, get none made up."""
    lines: dict[str, int] = {}
    ids = [_read_written_id(note, lines, problems) if isinstance(note, Mapping) else None for note in notes]
    numbers: dict[str, int] = {}
    missing: list[MissingId] = []
    for place, note in enumerate(notes):
        if not isinstance(note, Mapping) or "id" in note.fields or place in unusable_indexes:
            continue
        words = _text_for_id(note)
        if words:
            ids[place] = made = _make_unique(make_provisional_id(words, "note"), lines, numbers)
            lines[id_collision_key(made)] = note.line
            missing.append(MissingId("id", made, note.line, note.column))
            problems.add(ProblemKind.NOTE_WITHOUT_ID, note, made, id=made)
    return AssignedNoteIds(tuple(ids), tuple(missing))


def read_id_field(reporter: Reporter, field: str, node: Node) -> str | None:
    """The id that is written at `node`; None where it was reported."""
    errors = reporter.problems.error_count
    line = read_string(reporter, field, node)
    found = normalize_id(line)
    if found is None and reporter.problems.error_count == errors:
        reporter.add(ProblemKind.BAD_ID, node, id=line)
    return found


def _read_written_id(note: Mapping, lines: dict[str, int], problems: ProblemList) -> str | None:
    node = note.get("id")
    found = read_id_field(Reporter(problems), "id", node) if node else None
    if found is None or node is None:
        return None
    first = lines.get(id_collision_key(found))
    if first is not None:
        problems.add(ProblemKind.DUPLICATE_NOTE_ID, node, found, id=found, first_line=first)
        return None
    lines[id_collision_key(found)] = node.line
    return found


def _text_for_id(note: Mapping) -> str:
    """The English words of the first field that has words, or those of its first language; '' without any."""
    for name in ("front", "term", "text", "claim", "fields"):
        node = note.get(name)
        if isinstance(node, Mapping):
            node = node.get("en") or next((value for _, value in node.fields.values()), None)
        if isinstance(node, Scalar) and node.text.strip():
            return node.text.strip()
    return ""


def _make_unique(identity: str, lines: dict[str, int], numbers: dict[str, int]) -> str:
    number, free = numbers.get(identity, 1), identity
    while id_collision_key(free) in lines:
        number += 1
        free = f"{identity}-{number}"
    numbers[identity] = number
    return free

"""An id for each note of a deck: the one written, or a provisional one that stays while its words do."""

from dataclasses import dataclass

from studyapp.deckfiles.id_rules import folded, provisional_id, read_id
from studyapp.deckfiles.problems.problem import ProblemKind
from studyapp.deckfiles.problems.problem_list import ProblemList, Reporter
from studyapp.deckfiles.reading.field_reading import read_line
from studyapp.deckfiles.yaml_nodes import Mapping, Node, Scalar


@dataclass(frozen=True, slots=True)
class MissingId:
    """An id that is not in the file yet: `field` is its name there, the place that of the mapping."""

    field: str
    id: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class NoteIds:
    """The id of each note in the list, None for a note that can't have one; and those to be written."""

    ids: tuple[str | None, ...]
    missing: tuple[MissingId, ...]


def note_ids(notes: list[Node], flawed: frozenset[int], problems: ProblemList) -> NoteIds:
    """Give each note its id and report ids that are bad, doubled or missing. Written ids have precedence,
    wherever they stand; `flawed` notes, by their place in the list, get none made up."""
    lines: dict[str, int] = {}
    ids = [_written(note, lines, problems) if isinstance(note, Mapping) else None for note in notes]
    numbers: dict[str, int] = {}
    missing: list[MissingId] = []
    for place, note in enumerate(notes):
        if not isinstance(note, Mapping) or "id" in note.fields or place in flawed:
            continue
        words = _first_words(note)
        if words:
            ids[place] = made = _free(provisional_id(words, "note"), lines, numbers)
            lines[folded(made)] = note.line
            missing.append(MissingId("id", made, note.line, note.column))
            problems.add(ProblemKind.NOTE_WITHOUT_ID, note, made, id=made)
    return NoteIds(tuple(ids), tuple(missing))


def usable_id(reporter: Reporter, field: str, node: Node) -> str | None:
    """The id that is written at `node`; None where it was reported."""
    errors = reporter.problems.errors
    line = read_line(reporter, field, node)
    found = read_id(line)
    if found is None and reporter.problems.errors == errors:
        reporter.add(ProblemKind.BAD_ID, node, id=line)
    return found


def _written(note: Mapping, lines: dict[str, int], problems: ProblemList) -> str | None:
    node = note.get("id")
    found = usable_id(Reporter(problems), "id", node) if node else None
    if found is None or node is None:
        return None
    first = lines.get(folded(found))
    if first is not None:
        problems.add(ProblemKind.DUPLICATE_ID, node, found, id=found, first_line=first)
        return None
    lines[folded(found)] = node.line
    return found


def _first_words(note: Mapping) -> str:
    """The English words of the first field that has words, or those of its first language; '' without any."""
    for name in ("front", "term", "text", "claim", "fields"):
        node = note.get(name)
        if isinstance(node, Mapping):
            node = node.get("en") or next((value for _, value in node.fields.values()), None)
        if isinstance(node, Scalar) and node.text.strip():
            return node.text.strip()
    return ""


def _free(identity: str, lines: dict[str, int], numbers: dict[str, int]) -> str:
    number, free = numbers.get(identity, 1), identity
    while folded(free) in lines:
        number += 1
        free = f"{identity}-{number}"
    numbers[identity] = number
    return free

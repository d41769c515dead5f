"""What notes of a deck require of each other: every requirement left can be met."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from studyapp.core.notes.note import Note
from studyapp.deckfiles.id_rules import normalize_id
from studyapp.deckfiles.problems.problem import ProblemKind
from studyapp.deckfiles.problems.problem_list import ProblemList, Reporter
from studyapp.deckfiles.reading.field_reading import read_list
from studyapp.deckfiles.yaml_nodes import Node


@dataclass(frozen=True, slots=True)
class Prerequisite:
    """A note that is to be known first, as `deck/id`, and where that is written."""

    note_key: str
    line: int
    column: int


def read_prerequisites(reporter: Reporter, own_deck_id: str, node: Node | None) -> tuple[Prerequisite, ...]:
    """The notes required, each once, with their deck; those that can't be ids are reported and left out."""
    found: dict[str, Prerequisite] = {}
    for entry in read_list(reporter, "requires", node):
        first, slash, second = entry.text.partition("/")
        deck_id, note_id = (
            (normalize_id(first), normalize_id(second)) if slash else (own_deck_id, normalize_id(first))
        )
        if deck_id is None or note_id is None:
            reporter.add(ProblemKind.BAD_PREREQUISITE, entry, reference=entry.text)
        else:
            key = f"{deck_id}/{note_id}"
            found.setdefault(key, Prerequisite(key, entry.line, entry.column))
    return tuple(found.values())


def check_prerequisites(
    notes: Sequence[Note],
    prerequisites_by_note_key: dict[str, tuple[Prerequisite, ...]],
    problems: ProblemList,
) -> tuple[Note, ...]:
    """The notes without requirements that can't be met within the deck: of a note that is not there, and
    the one that closes a ring. `requirements` are those of the notes that have any, by `deck/id`."""
    if not prerequisites_by_note_key:
        return tuple(notes)
    by_key = {note.key: note for note in notes}
    dropped: set[Prerequisite] = set()
    for key, required in prerequisites_by_note_key.items():
        for one in required:
            if one.note_key not in by_key and one.note_key.partition("/")[0] == by_key[key].deck_id:
                problems.add(
                    ProblemKind.MISSING_PREREQUISITE, one, by_key[key].id, reference=_note_id_of(one.note_key)
                )
                dropped.add(one)
    done: set[str] = set()
    for key in prerequisites_by_note_key:
        dropped |= _cycle_closing_prerequisites(key, prerequisites_by_note_key, done, problems)
    if not dropped:
        return tuple(notes)
    kept = {
        key: tuple(one.note_key for one in required if one not in dropped)
        for key, required in prerequisites_by_note_key.items()
    }
    return tuple(replace(note, prerequisites=kept[note.key]) if note.key in kept else note for note in notes)


def _cycle_closing_prerequisites(
    start: str, requirements: dict[str, tuple[Prerequisite, ...]], done: set[str], problems: ProblemList
) -> set[Prerequisite]:
    # Depth first without recursion, which a chain of 100,000 notes would exhaust.
    closers: set[Prerequisite] = set()
    way: dict[str, int] = {}
    stack = [start]
    while stack:
        key = stack[-1]
        required = requirements.get(key, ())
        step = way.setdefault(key, 0)
        if key in done or step == len(required):
            done.add(key)
            way.pop(key)
            stack.pop()
            continue
        way[key] = step + 1
        one = required[step]
        if one.note_key in way:
            ring = [*stack[stack.index(one.note_key) :], one.note_key]
            words = " → ".join(map(_note_id_of, ring))
            problems.add(ProblemKind.PREREQUISITE_CYCLE, one, _note_id_of(key), ring=words)
            closers.add(one)
        elif one.note_key not in done:
            stack.append(one.note_key)
    return closers


def _note_id_of(key: str) -> str:
    return key.partition("/")[2]

"""What notes of a deck require of each other: every requirement left can be met."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from studyapp.core.notes.note import Note
from studyapp.deckfiles.id_rules import read_id
from studyapp.deckfiles.problems.problem import ProblemKind
from studyapp.deckfiles.problems.problem_list import ProblemList, Reporter
from studyapp.deckfiles.reading.field_reading import read_list
from studyapp.deckfiles.yaml_nodes import Node


@dataclass(frozen=True, slots=True)
class Requirement:
    """A note that is to be known first, as `deck/id`, and where that is written."""

    note: str
    line: int
    column: int


def read_requirements(reporter: Reporter, deck: str, node: Node | None) -> tuple[Requirement, ...]:
    """The notes required, each once, with their deck; those that can't be ids are reported and left out."""
    found: dict[str, Requirement] = {}
    for entry in read_list(reporter, "requires", node):
        first, slash, second = entry.text.partition("/")
        deck_id, note_id = (read_id(first), read_id(second)) if slash else (deck, read_id(first))
        if deck_id is None or note_id is None:
            reporter.add(ProblemKind.BAD_REFERENCE, entry, reference=entry.text)
        else:
            key = f"{deck_id}/{note_id}"
            found.setdefault(key, Requirement(key, entry.line, entry.column))
    return tuple(found.values())


def check_requirements(
    notes: Sequence[Note], requirements: dict[str, tuple[Requirement, ...]], problems: ProblemList
) -> tuple[Note, ...]:
    """The notes without requirements that can't be met within the deck: of a note that is not there, and
    the one that closes a ring. `requirements` are those of the notes that have any, by `deck/id`."""
    if not requirements:
        return tuple(notes)
    by_key = {note.key: note for note in notes}
    dropped: set[Requirement] = set()
    for key, required in requirements.items():
        for one in required:
            if one.note not in by_key and one.note.partition("/")[0] == by_key[key].deck:
                problems.add(
                    ProblemKind.REQUIRED_NOTE_MISSING, one, by_key[key].id, reference=_short(one.note)
                )
                dropped.add(one)
    done: set[str] = set()
    for key in requirements:
        dropped |= _ring_closers(key, requirements, done, problems)
    if not dropped:
        return tuple(notes)
    kept = {
        key: tuple(one.note for one in required if one not in dropped)
        for key, required in requirements.items()
    }
    return tuple(replace(note, requires=kept[note.key]) if note.key in kept else note for note in notes)


def _ring_closers(
    start: str, requirements: dict[str, tuple[Requirement, ...]], done: set[str], problems: ProblemList
) -> set[Requirement]:
    # Depth first without recursion, which a chain of 100,000 notes would exhaust.
    closers: set[Requirement] = set()
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
        if one.note in way:
            ring = [*stack[stack.index(one.note) :], one.note]
            words = " → ".join(map(_short, ring))
            problems.add(ProblemKind.REQUIREMENT_RING, one, _short(key), ring=words)
            closers.add(one)
        elif one.note not in done:
            stack.append(one.note)
    return closers


def _short(key: str) -> str:
    return key.partition("/")[2]

"""Reading prerequisites, and removing those that can't be satisfied within the deck."""

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
    """The key of a note to learn first, as `deck/id`, and the position in the file."""

    note_key: str
    line: int
    column: int


def read_prerequisites(reporter: Reporter, own_deck_id: str, node: Node | None) -> tuple[Prerequisite, ...]:
    """Return the prerequisites of a note without duplicates. Report and skip invalid references."""
    if node is None:
        return ()
    prerequisite_by_key: dict[str, Prerequisite] = {}
    for entry in read_list(reporter, "requires", node):
        first, slash, second = entry.text.partition("/")
        deck_id, note_id = (
            (normalize_id(first), normalize_id(second)) if slash else (own_deck_id, normalize_id(first))
        )
        if deck_id is None or note_id is None:
            reporter.add(ProblemKind.BAD_PREREQUISITE, entry, reference=entry.text)
        else:
            key = f"{deck_id}/{note_id}"
            prerequisite_by_key.setdefault(key, Prerequisite(key, entry.line, entry.column))
    return tuple(prerequisite_by_key.values())


def check_prerequisites(
    notes: Sequence[Note],
    prerequisites_by_note_key: dict[str, tuple[Prerequisite, ...]],
    problems: ProblemList,
) -> tuple[Note, ...]:
    """Report prerequisites that are missing from the deck or close a cycle, and return the notes without them.

    `prerequisites_by_note_key` contains the notes that have prerequisites. References to other decks are not checked.
    """
    if not prerequisites_by_note_key:
        return tuple(notes)
    by_key = {note.key: note for note in notes}
    dropped: set[Prerequisite] = set()
    for key, prerequisites in prerequisites_by_note_key.items():
        for prerequisite in prerequisites:
            if (
                prerequisite.note_key not in by_key
                and prerequisite.note_key.partition("/")[0] == by_key[key].deck_id
            ):
                problems.add(
                    ProblemKind.MISSING_PREREQUISITE,
                    prerequisite,
                    by_key[key].id,
                    reference=_note_id_of(prerequisite.note_key),
                )
                dropped.add(prerequisite)
    visited: set[str] = set()
    for key in prerequisites_by_note_key:
        dropped |= _cycle_closing_prerequisites(key, prerequisites_by_note_key, visited, problems)
    if not dropped:
        return tuple(notes)
    kept_keys = {
        key: tuple(prerequisite.note_key for prerequisite in prerequisites if prerequisite not in dropped)
        for key, prerequisites in prerequisites_by_note_key.items()
    }
    return tuple(
        replace(note, prerequisites=kept_keys[note.key]) if note.key in kept_keys else note for note in notes
    )


def _cycle_closing_prerequisites(
    start: str,
    prerequisites_by_note_key: dict[str, tuple[Prerequisite, ...]],
    visited: set[str],
    problems: ProblemList,
) -> set[Prerequisite]:
    # Depth-first search, iterative because a chain of 100,000 notes would exceed the recursion limit.
    closing: set[Prerequisite] = set()
    next_index_by_key: dict[str, int] = {}
    stack = [start]
    while stack:
        key = stack[-1]
        prerequisites = prerequisites_by_note_key.get(key, ())
        index = next_index_by_key.setdefault(key, 0)
        if key in visited or index == len(prerequisites):
            visited.add(key)
            next_index_by_key.pop(key)
            stack.pop()
            continue
        next_index_by_key[key] = index + 1
        prerequisite = prerequisites[index]
        if prerequisite.note_key in next_index_by_key:
            cycle = [*stack[stack.index(prerequisite.note_key) :], prerequisite.note_key]
            cycle_text = " → ".join(map(_note_id_of, cycle))
            problems.add(ProblemKind.PREREQUISITE_CYCLE, prerequisite, _note_id_of(key), ring=cycle_text)
            closing.add(prerequisite)
        elif prerequisite.note_key not in visited:
            stack.append(prerequisite.note_key)
    return closing


def _note_id_of(key: str) -> str:
    return key.partition("/")[2]

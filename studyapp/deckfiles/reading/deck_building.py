"""The tree of a deck file to the deck."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from studyapp.core.notes.deck import Deck, DeckHead
from studyapp.core.notes.note import Note
from studyapp.deckfiles.problems.problem import ProblemKind
from studyapp.deckfiles.problems.problem_list import ProblemList, Reporter
from studyapp.deckfiles.reading.custom_note_type_reading import CustomTypes, read_custom_types
from studyapp.deckfiles.reading.deck_metadata_reading import read_defaults, read_head
from studyapp.deckfiles.reading.note_id_assignment import MissingId, NoteIds, note_ids
from studyapp.deckfiles.reading.note_reading import read_note
from studyapp.deckfiles.reading.prerequisites import Requirement, check_requirements
from studyapp.deckfiles.reading.yaml_parsing import Tree
from studyapp.deckfiles.reading.yaml_tree_building import NOTES_BETWEEN_CALLS, Flaw
from studyapp.deckfiles.yaml_nodes import Mapping, Node, Position, Scalar, Sequence


@dataclass(frozen=True, slots=True)
class BuiltDeck:
    """The deck, the ids that it has but its file has not, in the file's order, and where each note begins."""

    deck: Deck
    missing: tuple[MissingId, ...]
    places: dict[str, Position]


def build_deck(
    tree: Tree, path: Path, problems: ProblemList, progress: Callable[[int], None] | None = None
) -> BuiltDeck | None:
    """The deck; None, and at least one error, when the file can't be used. `progress` is told the number
    of all notes again and again, to let it stop the reading."""
    reporter = Reporter(problems)
    errors = problems.errors
    items = _notes(reporter, tree.root)
    head = read_head(reporter, tree.root, path)
    defaults = read_defaults(reporter, tree.root)
    custom = read_custom_types(reporter, tree.root.get("note_types"))
    if problems.errors > errors or head is None or items is None:
        return None
    flaws: dict[int | None, list[Flaw]] = {}
    for flaw in tree.flaws:
        flaws.setdefault(flaw.note, []).append(flaw)
    ids = note_ids(items, frozenset(place for place in flaws if place is not None), problems)
    notes = _read_notes(items, ids, flaws, head[0], defaults, custom, problems, progress)
    places = {
        note_id: Position(item.line, item.column)
        for item, note_id in zip(items, ids.ids, strict=True)
        if note_id
    }
    return BuiltDeck(
        Deck(head[0], notes, tuple(custom.values())), (*filter(None, head[1:]), *ids.missing), places
    )


def _notes(reporter: Reporter, root: Mapping) -> list[Node] | None:
    node = root.get("notes")
    if isinstance(node, Sequence) and node.items:
        return node.items
    if node is None:
        reporter.add(ProblemKind.NOTES_MISSING, root)
    elif isinstance(node, Sequence) or (isinstance(node, Scalar) and not node.text):
        if not reporter.problems.errors:  # else they may have been notes that are no YAML
            reporter.add(ProblemKind.NO_NOTES, node)
        return []
    else:
        reporter.add(ProblemKind.LIST_EXPECTED, node, field="notes")
    return None


def _read_notes(
    items: list[Node],
    ids: NoteIds,
    flaws: dict[int | None, list[Flaw]],
    head: DeckHead,
    defaults: Mapping,
    custom: CustomTypes,
    problems: ProblemList,
    progress: Callable[[int], None] | None,
) -> tuple[Note, ...]:
    notes: list[Note] = []
    requirements: dict[str, tuple[Requirement, ...]] = {}
    for place, (item, note_id) in enumerate(zip(items, ids.ids, strict=True)):
        if progress and place % NOTES_BETWEEN_CALLS == 0:
            progress(len(items))
        for flaw in flaws.get(place, ()):
            problems.add(flaw.kind, flaw.place, note_id or "", **dict(flaw.values))
        if place in flaws:
            continue
        if not isinstance(item, Mapping):
            problems.add(ProblemKind.MAPPING_EXPECTED, item, field="notes")
            continue
        found = read_note(item, head.id, note_id, defaults, custom, problems)
        if found:
            notes.append(found[0])
            if found[1]:
                requirements[found[0].key] = found[1]
    return check_requirements(notes, requirements, problems)

"""The tree of a deck file to the deck."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from studyapp.core.notes.deck import Deck, DeckMetadata
from studyapp.core.notes.note import Note
from studyapp.deckfiles.problems.problem import ProblemKind
from studyapp.deckfiles.problems.problem_list import ProblemList, Reporter
from studyapp.deckfiles.reading.custom_note_type_reading import CustomNoteTypeById, read_custom_note_types
from studyapp.deckfiles.reading.deck_metadata_reading import read_deck_metadata, read_note_defaults
from studyapp.deckfiles.reading.note_id_assignment import AssignedNoteIds, MissingId, assign_note_ids
from studyapp.deckfiles.reading.note_reading import read_note
from studyapp.deckfiles.reading.prerequisites import Prerequisite, check_prerequisites
from studyapp.deckfiles.reading.yaml_parsing import YamlTree
from studyapp.deckfiles.reading.yaml_tree_building import NOTES_PER_PROGRESS_CALL, DisallowedSyntax
from studyapp.deckfiles.yaml_nodes import Mapping, Node, Position, Scalar, Sequence


@dataclass(frozen=True, slots=True)
class BuiltDeck:
    """The deck, the ids that it has but its file has not, in the file's order, and where each note begins."""

    deck: Deck
    missing_ids: tuple[MissingId, ...]
    position_by_note_id: dict[str, Position]


def build_deck(
    tree: YamlTree, path: Path, problems: ProblemList, progress: Callable[[int], None] | None = None
) -> BuiltDeck | None:
    """The deck; None, and at least one error, when the file can't be used. `progress` is told the number
    of all notes again and again, to let it stop the reading."""
    reporter = Reporter(problems)
    errors = problems.error_count
    items = _find_note_nodes(reporter, tree.root)
    head = read_deck_metadata(reporter, tree.root, path)
    defaults = read_note_defaults(reporter, tree.root)
    custom = read_custom_note_types(reporter, tree.root.get("note_types"))
    if problems.error_count > errors or head is None or items is None:
        return None
    flaws: dict[int | None, list[DisallowedSyntax]] = {}
    for flaw in tree.disallowed:
        flaws.setdefault(flaw.note_index, []).append(flaw)
    ids = assign_note_ids(items, frozenset(place for place in flaws if place is not None), problems)
    notes = _read_notes(items, ids, flaws, head[0], defaults, custom, problems, progress)
    places = {
        note_id: Position(item.line, item.column)
        for item, note_id in zip(items, ids.ids, strict=True)
        if note_id
    }
    return BuiltDeck(
        Deck(head[0], notes, tuple(custom.values())), (*filter(None, head[1:]), *ids.missing_ids), places
    )


def _find_note_nodes(reporter: Reporter, root: Mapping) -> list[Node] | None:
    node = root.get("notes")
    if isinstance(node, Sequence) and node.items:
        return node.items
    if node is None:
        reporter.add(ProblemKind.NOTES_MISSING, root)
    elif isinstance(node, Sequence) or (isinstance(node, Scalar) and not node.text):
        if not reporter.problems.error_count:  # else they may have been notes that are no YAML
            reporter.add(ProblemKind.NOTES_EMPTY, node)
        return []
    else:
        reporter.add(ProblemKind.LIST_EXPECTED, node, field="notes")
    return None


def _read_notes(
    items: list[Node],
    ids: AssignedNoteIds,
    disallowed_by_note: dict[int | None, list[DisallowedSyntax]],
    head: DeckMetadata,
    defaults: Mapping,
    custom_note_types: CustomNoteTypeById,
    problems: ProblemList,
    progress: Callable[[int], None] | None,
) -> tuple[Note, ...]:
    notes: list[Note] = []
    requirements: dict[str, tuple[Prerequisite, ...]] = {}
    for place, (item, note_id) in enumerate(zip(items, ids.ids, strict=True)):
        if progress and place % NOTES_PER_PROGRESS_CALL == 0:
            progress(len(items))
        for flaw in disallowed_by_note.get(place, ()):
            problems.add(flaw.kind, flaw.position, note_id or "", **dict(flaw.values))
        if place in disallowed_by_note:
            continue
        if not isinstance(item, Mapping):
            problems.add(ProblemKind.MAPPING_EXPECTED, item, field="notes")
            continue
        found = read_note(item, head.id, note_id, defaults, custom_note_types, problems)
        if found:
            notes.append(found[0])
            if found[1]:
                requirements[found[0].key] = found[1]
    return check_prerequisites(notes, requirements, problems)

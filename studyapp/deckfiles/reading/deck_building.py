"""Building of a deck from the YAML tree of its file."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from studyapp.core.notes.deck import Deck, DeckMetadata
from studyapp.core.notes.note import Note
from studyapp.deckfiles.problems.problem import ProblemKind
from studyapp.deckfiles.problems.problem_list import ProblemList, Reporter
from studyapp.deckfiles.reading.custom_note_type_reading import CustomNoteTypeById, read_custom_note_types
from studyapp.deckfiles.reading.deck_metadata_reading import (
    read_deck_metadata,
    read_note_defaults,
    read_preferred_terms,
)
from studyapp.deckfiles.reading.note_id_assignment import AssignedNoteIds, MissingId, assign_note_ids
from studyapp.deckfiles.reading.note_reading import read_note
from studyapp.deckfiles.reading.prerequisites import Prerequisite, check_prerequisites
from studyapp.deckfiles.reading.yaml_parsing import YamlTree
from studyapp.deckfiles.reading.yaml_tree_building import NOTES_PER_PROGRESS_CALL, DisallowedSyntax
from studyapp.deckfiles.yaml_nodes import Mapping, Node, Position, Scalar, Sequence


@dataclass(frozen=True, slots=True)
class BuiltDeck:
    """A deck, the ids that are missing from its file, in file order, and the position of each note."""

    deck: Deck
    missing_ids: tuple[MissingId, ...]
    position_by_note_id: dict[str, Position]


def build_deck(
    tree: YamlTree, path: Path, problems: ProblemList, progress: Callable[[int], None] | None = None
) -> BuiltDeck | None:
    """Return the deck, or report at least one error and return None if the file can't be used.

    `progress` is called repeatedly with the total number of notes; it may raise an exception to stop.
    """
    reporter = Reporter(problems)
    error_count = problems.error_count
    items = _find_note_nodes(reporter, tree.root)
    metadata_result = read_deck_metadata(reporter, tree.root, path)
    defaults = read_note_defaults(reporter, tree.root)
    custom_note_types = read_custom_note_types(reporter, tree.root.get("note_types"))
    preferred_terms = read_preferred_terms(reporter, tree.root.get("terms"))
    if problems.error_count > error_count or metadata_result is None or items is None:
        return None
    disallowed_by_note: dict[int | None, list[DisallowedSyntax]] = {}
    for syntax in tree.disallowed_syntax:
        disallowed_by_note.setdefault(syntax.note_index, []).append(syntax)
    unusable_indexes = frozenset(index for index in disallowed_by_note if index is not None)
    ids = assign_note_ids(items, unusable_indexes, metadata_result[0].retired_ids, problems)
    notes = _read_notes(
        items, ids, disallowed_by_note, metadata_result[0], defaults, custom_note_types, problems, progress
    )
    position_by_note_id = {
        note_id: Position(item.line, item.column)
        for item, note_id in zip(items, ids.note_ids, strict=True)
        if note_id
    }
    return BuiltDeck(
        Deck(metadata_result[0], notes, tuple(custom_note_types.values()), preferred_terms),
        (*filter(None, metadata_result[1:]), *ids.missing_ids),
        position_by_note_id,
    )


def _find_note_nodes(reporter: Reporter, root: Mapping) -> list[Node] | None:
    node = root.get("notes")
    if isinstance(node, Sequence) and node.items:
        return node.items
    if node is None:
        reporter.add(ProblemKind.NOTES_MISSING, root)
    elif isinstance(node, Sequence):
        return []  # `notes: []` says that the deck is empty
    elif isinstance(node, Scalar) and not node.text:
        # After an error, the list may be empty because its notes were not valid YAML.
        if not reporter.problems.error_count:
            reporter.add(ProblemKind.NOTES_EMPTY, node)
        return []
    else:
        reporter.add(ProblemKind.LIST_EXPECTED, node, field="notes")
    return None


def _read_notes(
    items: list[Node],
    ids: AssignedNoteIds,
    disallowed_by_note: dict[int | None, list[DisallowedSyntax]],
    metadata: DeckMetadata,
    defaults: Mapping,
    custom_note_types: CustomNoteTypeById,
    problems: ProblemList,
    progress: Callable[[int], None] | None,
) -> tuple[Note, ...]:
    notes: list[Note] = []
    prerequisites_by_note_key: dict[str, tuple[Prerequisite, ...]] = {}
    for index, (item, note_id) in enumerate(zip(items, ids.note_ids, strict=True)):
        if progress and index % NOTES_PER_PROGRESS_CALL == 0:
            progress(len(items))
        for syntax in disallowed_by_note.get(index, ()):
            problems.add(syntax.kind, syntax.position, note_id or "", **dict(syntax.values))
        if index in disallowed_by_note:
            continue
        if not isinstance(item, Mapping):
            problems.add(ProblemKind.MAPPING_EXPECTED, item, field="notes")
            continue
        note_result = read_note(item, metadata.id, note_id, defaults, custom_note_types, problems)
        if note_result:
            notes.append(note_result[0])
            if note_result[1]:
                prerequisites_by_note_key[note_result[0].key] = note_result[1]
    return check_prerequisites(notes, prerequisites_by_note_key, problems)

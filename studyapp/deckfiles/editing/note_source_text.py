"""The id in the lines of a single note."""

from pathlib import Path

import yaml

from studyapp.deckfiles.editing.values.marked_nodes import (
    MarkedMapping,
    MarkedNode,
    MarkedScalar,
    MarkedSequence,
    parse_marked_node,
)
from studyapp.deckfiles.id_rules import normalize_id
from studyapp.deckfiles.problems.problem_list import ProblemList
from studyapp.deckfiles.reading.note_id_assignment import MissingId, assign_note_ids
from studyapp.deckfiles.text_decoding import find_position
from studyapp.deckfiles.writing.id_writing import insert_ids
from studyapp.deckfiles.yaml_nodes import Mapping, Node, Scalar


def id_in_source(text: str) -> str:
    """Return the id of a note that is given by its lines: the written or the provisional one, or '' if it has none."""
    mapping = _mapping_in(text)
    if mapping is None:
        return ""
    entry = mapping.entry("id")
    if entry is not None:
        return normalize_id(entry.value.text) or "" if isinstance(entry.value, MarkedScalar) else ""
    return assign_note_ids([_to_node(mapping)], frozenset(), ProblemList(Path())).note_ids[0] or ""


def with_id(text: str, note_id: str) -> str:
    """Return the lines of a note with this id inserted, unless the note has an id."""
    mapping = _mapping_in(text)
    if mapping is None or mapping.entry("id") is not None:
        return text
    position = find_position(text, mapping.start)
    missing_id = MissingId("id", note_id, position.line, position.column)
    return insert_ids(text.encode(), [missing_id]).decode()


def _mapping_in(text: str) -> MarkedMapping | None:
    try:
        node = parse_marked_node(text, 0, 0)
    except yaml.YAMLError:
        return None
    if isinstance(node, MarkedSequence) and node.items:
        node = node.items[0]
    return node if isinstance(node, MarkedMapping) else None


def _to_node(node: MarkedNode) -> Node:
    if isinstance(node, MarkedMapping):
        return Mapping(
            1,
            1,
            {entry.key.text: (Scalar(1, 1, entry.key.text), _to_node(entry.value)) for entry in node.entries},
        )
    return Scalar(1, 1, node.text if isinstance(node, MarkedScalar) else "")

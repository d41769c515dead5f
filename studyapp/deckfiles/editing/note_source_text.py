"""The id in the lines of a single note."""

import yaml

from studyapp.deckfiles.editing.values.marked_nodes import (
    MarkedMapping,
    MarkedScalar,
    MarkedSequence,
    parse_marked_node,
)
from studyapp.deckfiles.editing.values.splices import Splice, apply_splices
from studyapp.deckfiles.id_rules import normalize_id
from studyapp.deckfiles.reading.note_id_assignment import MissingId
from studyapp.deckfiles.text_decoding import find_position
from studyapp.deckfiles.writing.deck_to_yaml import flow_yaml
from studyapp.deckfiles.writing.id_writing import insert_ids


def written_id(text: str) -> str:
    """Return the id that the lines of a note contain, or ''."""
    mapping = _mapping_in(text)
    entry = mapping.entry("id") if mapping else None
    if entry is None or not isinstance(entry.value, MarkedScalar):
        return ""
    return normalize_id(entry.value.text) or ""


def with_id(text: str, note_id: str) -> str:
    """Return the lines of a note with this id inserted, unless the note has an id."""
    mapping = _mapping_in(text)
    if mapping is None or mapping.entry("id") is not None:
        return text
    position = find_position(text, mapping.start)
    missing_id = MissingId("id", note_id, position.line, position.column)
    return insert_ids(text.encode(), [missing_id]).decode()


def with_new_id(text: str, note_id: str) -> str:
    """Return the lines of a note with this id in place of its own, if it has one."""
    mapping = _mapping_in(text)
    entry = mapping.entry("id") if mapping else None
    if entry is None:
        return with_id(text, note_id)
    if not isinstance(entry.value, MarkedScalar) or normalize_id(entry.value.text) == note_id:
        return text
    return apply_splices(text, [Splice(entry.value.start, entry.value.end, flow_yaml(note_id))])


def _mapping_in(text: str) -> MarkedMapping | None:
    try:
        node = parse_marked_node(text, 0, 0)
    except yaml.YAMLError:
        return None
    if isinstance(node, MarkedSequence) and node.items:
        node = node.items[0]
    return node if isinstance(node, MarkedMapping) else None

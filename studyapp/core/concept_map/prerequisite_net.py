"""The net of notes and their prerequisites."""

from collections.abc import Sequence
from typing import NamedTuple

from studyapp.core.cards.card import cards_of
from studyapp.core.concept_map.concept_map import MapEdge, MapNode
from studyapp.core.concept_map.node_label import node_label
from studyapp.core.notes.note import Note


class PrerequisiteNet(NamedTuple):
    """The nodes and edges of a map that have no places yet."""

    nodes: tuple[MapNode, ...]
    edges: tuple[MapEdge, ...]


def build_net(notes: Sequence[Note]) -> PrerequisiteNet:
    """Return a node for each note, in the same order, and an edge to it from each of its prerequisites that is among them."""
    position_by_key = {note.key: position for position, note in enumerate(notes)}
    return PrerequisiteNet(
        tuple(
            MapNode(note.key, node_label(note), tuple(card.id for card in cards_of(note))) for note in notes
        ),
        tuple(
            MapEdge(position_by_key[required], position)
            for position, note in enumerate(notes)
            for required in dict.fromkeys(note.prerequisites)
            if required in position_by_key and required != note.key
        ),
    )

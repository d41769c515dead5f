"""A map: nodes that stand for concepts, the edges between them, and where the nodes are placed."""

from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.text.localized_text import LocalizedText


class MapNode(NamedTuple):
    """A concept. `key` is unique in its map and stays the same while the deck file does. `detail` is what a tree shows below the
    label, such as a date. `cards` are the cards that ask about the concept; a box that no card asks about has none."""

    key: str
    label: LocalizedText
    cards: tuple[CardId, ...]
    detail: LocalizedText | None = None


class MapEdge(NamedTuple):
    """An edge from a concept to one that is learned after it, or was made from it. Both are positions in `ConceptMap.nodes`."""

    start: int
    end: int
    label: LocalizedText | None = None
    is_dashed: bool = False


class Place(NamedTuple):
    """The center of a node, in node widths from the left and in rows from the top."""

    column: float
    row: float


class ConceptMap(NamedTuple):
    """A map with one place per node."""

    title: LocalizedText
    nodes: tuple[MapNode, ...]
    edges: tuple[MapEdge, ...]
    places: tuple[Place, ...]

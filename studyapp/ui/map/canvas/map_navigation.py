"""Moving from node to node with the arrow keys."""

from collections.abc import Iterable, Sequence
from enum import Enum, auto

from studyapp.core.concept_map.concept_map import ConceptMap, Place


class Direction(Enum):
    """Where an arrow key leads."""

    UP = auto()
    DOWN = auto()
    LEFT = auto()
    RIGHT = auto()


class MapNavigation:
    """Finds the node to which an arrow key leads: up and down along edges, left and right within the row."""

    def __init__(self, concept_map: ConceptMap) -> None:
        self._places = concept_map.places
        self._linked_by_node: dict[int, list[int]] = {}
        for edge in concept_map.edges:
            self._linked_by_node.setdefault(edge.start, []).append(edge.end)
            self._linked_by_node.setdefault(edge.end, []).append(edge.start)

    def first(self) -> int | None:
        """Return the first node of the top row."""
        places = self._places
        return min(range(len(places)), key=lambda node: (places[node].row, places[node].column), default=None)

    def last(self) -> int | None:
        """Return the last node of the bottom row."""
        places = self._places
        return max(range(len(places)), key=lambda node: (places[node].row, places[node].column), default=None)

    def target(self, node: int, direction: Direction) -> int | None:
        """Return the node to which a key leads, or None. Where no edge leads up or down, it is the nearest node there."""
        all_nodes = range(len(self._places))
        match direction:
            case Direction.LEFT | Direction.RIGHT:
                return self._nearest(node, self._nodes_beside(node, direction))
            case Direction.UP | Direction.DOWN:
                linked = self._nodes_ahead(self._linked_by_node.get(node, ()), node, direction)
                return self._nearest(node, linked or self._nodes_ahead(all_nodes, node, direction))

    def _nodes_beside(self, node: int, direction: Direction) -> Iterable[int]:
        here, sign = self._places[node], -1 if direction is Direction.LEFT else 1
        for other, place in enumerate(self._places):
            if place.row == here.row and (place.column - here.column) * sign > 0:
                yield other

    def _nodes_ahead(self, nodes: Iterable[int], node: int, direction: Direction) -> Sequence[int]:
        here, sign = self._places[node], -1 if direction is Direction.UP else 1
        return [other for other in nodes if (self._places[other].row - here.row) * sign > 0]

    def _nearest(self, node: int, others: Iterable[int]) -> int | None:
        here = self._places[node]

        def distance(other: int) -> tuple[float, Place]:
            place = self._places[other]
            return abs(place.row - here.row) + abs(place.column - here.column), place

        return min(others, key=distance, default=None)

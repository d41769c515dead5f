"""Moving from node to node with the arrow keys."""

from collections.abc import Iterable, Sequence
from enum import Enum, auto
from typing import assert_never

from studyapp.core.concept_map.concept_map import ConceptMap, Place


class Direction(Enum):
    """Where an arrow key leads."""

    UP = auto()
    DOWN = auto()
    LEFT = auto()
    RIGHT = auto()


class MapNavigation:
    """Finds the node to which an arrow key leads: up and down along edges, left and right to the neighbor in the row. From the
    end of a row, it goes on to the next one, so that each node can be reached."""

    def __init__(self, concept_map: ConceptMap) -> None:
        places = self._places = concept_map.places
        self._order = sorted(range(len(places)), key=lambda node: (places[node].row, places[node].column))
        self._linked_by_node: dict[int, list[int]] = {}
        for edge in concept_map.edges:
            self._linked_by_node.setdefault(edge.start, []).append(edge.end)
            self._linked_by_node.setdefault(edge.end, []).append(edge.start)

    @property
    def first(self) -> int | None:
        """The first node of the top row."""
        return self._order[0] if self._order else None

    @property
    def last(self) -> int | None:
        """The last node of the bottom row."""
        return self._order[-1] if self._order else None

    def target(self, node: int, direction: Direction) -> int | None:
        """Return the node to which a key leads, or None. Where no edge leads up or down, it is the nearest node there."""
        match direction:
            case Direction.LEFT | Direction.RIGHT:
                number = self._order.index(node) + (1 if direction is Direction.RIGHT else -1)
                return self._order[number] if 0 <= number < len(self._order) else None
            case Direction.UP | Direction.DOWN:
                linked = self._nodes_ahead(self._linked_by_node.get(node, ()), node, direction)
                return self._nearest(node, linked or self._nodes_ahead(self._order, node, direction))
            case _:
                assert_never(direction)

    def _nodes_ahead(self, nodes: Iterable[int], node: int, direction: Direction) -> Sequence[int]:
        here, sign = self._places[node], -1 if direction is Direction.UP else 1
        return [other for other in nodes if (self._places[other].row - here.row) * sign > 0]

    def _nearest(self, node: int, others: Iterable[int]) -> int | None:
        here = self._places[node]

        def distance(other: int) -> tuple[float, Place]:
            place = self._places[other]
            return abs(place.row - here.row) + abs(place.column - here.column), place

        return min(others, key=distance, default=None)

"""The columns of the nodes of a connected graph: near those of their neighbors, so that edges are short and seldom cross."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from studyapp.core.concept_map.concept_map import Place
from studyapp.core.concept_map.layout.graph import Graph

_ROUNDS = 6
"""After this number of rounds, columns change little."""

_STEPS = 8
"""Columns are multiples of 1 / `_STEPS`, so that distances between them are exact."""

_SHIFT = 0.25
"""How far the rows of a wrapped layer are shifted, to the left and the right in turn. Edges to lower rows are seen between
the nodes of the upper ones then."""


class Block(NamedTuple):
    """The places of some nodes, from column and row 0 on, and how many columns and rows they take."""

    place_by_node: dict[int, Place]
    columns: int
    rows: int


class _Layer(NamedTuple):
    """The nodes of a layer, and the rows into which it is wrapped."""

    nodes: list[int]
    first_row: int
    row_count: int

    @property
    def columns(self) -> int:
        """The columns that the layer takes. Several rows take one more, so that they can be shifted."""
        return -(-len(self.nodes) // self.row_count) + (self.row_count > 1)


def place_component(
    graph: Graph, nodes: Sequence[int], layer_by_node: Sequence[int], max_columns: int
) -> Block:
    """Return places for the nodes of a connected part of the graph, whose order is that in which nodes of a layer are at first.
    Layers of more than `max_columns` nodes take several rows."""
    layers = _wrap_layers(nodes, layer_by_node, max_columns)
    columns = max(layer.columns for layer in layers)
    return Block(
        _Arrangement(graph, layers, columns).find_places(),
        columns,
        layers[-1].first_row + layers[-1].row_count,
    )


def _wrap_layers(nodes: Sequence[int], layer_by_node: Sequence[int], max_columns: int) -> list[_Layer]:
    nodes_by_layer: dict[int, list[int]] = {}
    for node in nodes:
        nodes_by_layer.setdefault(layer_by_node[node], []).append(node)
    layers: list[_Layer] = []
    row = 0
    for _, of_layer in sorted(nodes_by_layer.items()):
        is_wrapped = len(of_layer) > max_columns
        layers.append(_Layer(of_layer, row, -(-len(of_layer) // (max_columns - 1)) if is_wrapped else 1))
        row += layers[-1].row_count
    return layers


class _Arrangement:
    """The columns and rows of nodes. Nodes are moved to the mean column of their neighbors, layer by layer (the barycenter
    method)."""

    def __init__(self, graph: Graph, layers: Sequence[_Layer], width: int) -> None:
        self._graph, self._layers, self._width = graph, layers, width
        self._columns = {
            node: (width + (2 * place - len(layer.nodes)) / layer.row_count) / 2
            for layer in layers
            for place, node in enumerate(layer.nodes)
        }
        self._rows: dict[int, int] = {}
        self._arrange_layers(layers, lambda _: ())

    def find_places(self) -> dict[int, Place]:
        """Return the places whose edges are nearest to vertical among those that are tried."""
        least, best = self._deviation(), self._places()
        for _ in range(_ROUNDS):
            self._arrange_layers(self._layers, self._graph.predecessors.__getitem__)
            self._arrange_layers(self._layers[::-1], self._graph.successors.__getitem__)
            self._arrange_layers(self._layers, self._graph.neighbors)
            deviation = self._deviation()
            if deviation < least:
                least, best = deviation, self._places()
        return best

    def _places(self) -> dict[int, Place]:
        return {node: Place(column, self._rows[node]) for node, column in self._columns.items()}

    def _arrange_layers(self, layers: Sequence[_Layer], neighbors_of: Callable[[int], Sequence[int]]) -> None:
        for layer in layers:
            self._arrange(layer, neighbors_of)

    def _arrange(self, layer: _Layer, neighbors_of: Callable[[int], Sequence[int]]) -> None:
        columns = self._columns
        wanted: list[tuple[float, float, int]] = []
        for node in layer.nodes:
            neighbors = neighbors_of(node)
            mean = sum([columns[one] for one in neighbors]) / len(neighbors) if neighbors else columns[node]
            wanted.append((mean, columns[node], node))
        wanted.sort()
        for row in range(layer.row_count):
            of_row = wanted[row :: layer.row_count]
            shift = 0.0 if layer.row_count == 1 else _SHIFT if row % 2 else -_SHIFT
            found = keep_apart([mean + shift for mean, _, _ in of_row], self._width)
            for (_, _, node), column in zip(of_row, found, strict=True):
                columns[node], self._rows[node] = column, layer.first_row + row

    def _deviation(self) -> float:
        """Return how far edges lead to the side: the sum of the squares."""
        columns, successors = self._columns, self._graph.successors
        return sum(
            [(column - columns[end]) ** 2 for node, column in columns.items() for end in successors[node]]
        )


def keep_apart(wanted: Sequence[float], width: int) -> list[float]:
    """Return columns in the same order, at least 1 apart and from 0 to `width` - 1, as near to the wanted ones as possible:
    the sum of the squared differences is the least, but for rounding (isotonic regression by pooling adjacent violators).

    The wanted columns are in ascending order and not more than `width`.
    """
    blocks: list[tuple[float, int]] = []
    for place, column in enumerate(wanted):
        total, count = column - place, 1
        while blocks and blocks[-1][0] * count >= total * blocks[-1][1]:
            total, count = total + blocks[-1][0], count + blocks[-1][1]
            blocks.pop()
        blocks.append((total, count))
    columns: list[float] = []
    for total, count in blocks:
        shift = min(max(round(total / count * _STEPS) / _STEPS, 0.0), width - len(wanted))
        columns += [shift + len(columns) + place for place in range(count)]
    return columns

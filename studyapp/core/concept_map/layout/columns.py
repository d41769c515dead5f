"""The columns of the nodes of a connected graph: near those of their neighbors, so that edges are short and seldom cross."""

from bisect import bisect_right, insort
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from studyapp.core.concept_map.concept_map import Place
from studyapp.core.concept_map.layout.graph import Graph

_ROUNDS = 4
"""More rounds hardly find fewer crossings."""

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
    """Return places for the nodes of a connected part of the graph. Nodes of a layer start in the order given.
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
    """The columns and rows of nodes.

    Nodes are sorted by the mean column of their neighbors, layer by layer (the barycenter method), and then moved towards it
    without changing their order.
    """

    def __init__(self, graph: Graph, layers: Sequence[_Layer], width: int) -> None:
        self._graph, self._layers, self._width = graph, layers, width
        self._columns = {
            node: (width + (2 * place - len(layer.nodes)) / layer.row_count) / 2
            for layer in layers
            for place, node in enumerate(layer.nodes)
        }
        self._rows: dict[int, list[int]] = {}
        self._shift_by_row = {
            layer.first_row + number: 0.0 if layer.row_count == 1 else _SHIFT if number % 2 else -_SHIFT
            for layer in layers
            for number in range(layer.row_count)
        }
        self._sort(layers, lambda _: ())

    def find_places(self) -> dict[int, Place]:
        """Return the places with the fewest crossings among those that are tried, and the straightest edges among these."""
        graph, layers = self._graph, self._layers
        best, least = self._places(), self._cost()
        for _ in range(_ROUNDS if any(least) else 0):
            for sorted_layers, neighbors_of in (
                (layers, graph.predecessors.__getitem__),
                (layers[::-1], graph.successors.__getitem__),
                (layers, graph.neighbors),
            ):
                self._sort(sorted_layers, neighbors_of)
                self._straighten_edges()
                cost = self._cost()
                if cost < least:
                    best, least = self._places(), cost
        return best

    def _places(self) -> dict[int, Place]:
        return {node: Place(self._columns[node], row) for row, nodes in self._rows.items() for node in nodes}

    def _sort(self, layers: Sequence[_Layer], neighbors_of: Callable[[int], Sequence[int]]) -> None:
        """Sort the nodes of each layer by these neighbors."""
        for layer in layers:
            mean_by_node = {node: self._mean_column(node, neighbors_of(node)) for node in layer.nodes}
            order = sorted(layer.nodes, key=lambda node: (mean_by_node[node], self._columns[node], node))
            for number in range(layer.row_count):
                nodes = order[number :: layer.row_count]
                row = layer.first_row + number
                self._rows[row] = nodes
                self._move(row, [mean_by_node[node] for node in nodes])

    def _straighten_edges(self) -> None:
        """Move nodes towards all their neighbors."""
        for row, nodes in sorted(self._rows.items()):
            self._move(row, [self._mean_column(node, self._graph.neighbors(node)) for node in nodes])

    def _mean_column(self, node: int, neighbors: Sequence[int]) -> float:
        columns = self._columns
        return sum([columns[one] for one in neighbors]) / len(neighbors) if neighbors else columns[node]

    def _move(self, row: int, wanted: Sequence[float]) -> None:
        shift = self._shift_by_row[row]
        columns = keep_apart([column + shift for column in wanted], self._width)
        self._columns.update(zip(self._rows[row], columns, strict=True))

    def _cost(self) -> tuple[int, float]:
        """Return how many edges cross, and how far edges lead to the side: the sum of the squares. Crossings are counted between
        edges that join the same two rows."""
        columns = self._columns
        edges_by_rows: dict[tuple[int, int], list[tuple[float, float]]] = {}
        row_by_node = {node: row for row, nodes in self._rows.items() for node in nodes}
        for node, column in columns.items():
            for end in self._graph.successors[node]:
                rows = row_by_node[node], row_by_node[end]
                edges_by_rows.setdefault(rows, []).append((column, columns[end]))
        crossings = sum(map(count_crossings, edges_by_rows.values()))
        return crossings, sum(
            [(start - end) ** 2 for edges in edges_by_rows.values() for start, end in edges]
        )


def count_crossings(edges: Iterable[tuple[float, float]]) -> int:
    """Return how many pairs of edges between two rows cross, given by the columns of their ends in both."""
    crossings = 0
    ends: list[float] = []  # of the edges further to the left, in ascending order
    for _, end in sorted(edges):
        crossings += len(ends) - bisect_right(ends, end)
        insort(ends, end)
    return crossings


def keep_apart(wanted: Sequence[float], width: int) -> list[float]:
    """Return columns in the same order, at least 1 apart and from 0 to `width` - 1, as near to the wanted ones as possible:
    the sum of the squared differences is the least, but for rounding (isotonic regression by pooling adjacent violators).

    There are at most `width` columns.
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

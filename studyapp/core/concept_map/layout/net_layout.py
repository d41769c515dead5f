"""The layout of a net: a place for each node, which depends on its nodes and edges only."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from studyapp.core.concept_map.concept_map import MapEdge, Place
from studyapp.core.concept_map.layout.columns import Block, place_component
from studyapp.core.concept_map.layout.graph import (
    Edge,
    build_graph,
    find_components,
    find_order,
    without_cycles,
)
from studyapp.core.concept_map.layout.layers import find_layers
from studyapp.core.concept_map.layout.packing import Size, pack

LAYOUT_VERSION = 1
"""Increased when the same net is laid out in another way."""

_MIN_COLUMNS = 12
_COLUMNS_PER_10_ROWS = 12
"""The proportions of a map without gaps."""


class SortedNet(NamedTuple):
    """The keys of the nodes in ascending order, and the edges between different nodes as pairs of positions, in ascending
    order and without duplicates. It is the same in whatever order nodes and edges were."""

    keys: tuple[str, ...]
    edges: tuple[Edge, ...]


def sort_net(keys: Sequence[str], edges: Sequence[MapEdge]) -> SortedNet:
    """Return a net whose nodes have these keys."""
    in_order = tuple(sorted(keys))
    position_by_key = {key: position for position, key in enumerate(in_order)}
    positions = [position_by_key[key] for key in keys]
    pairs = {(positions[edge.start], positions[edge.end]) for edge in edges}
    return SortedNet(in_order, tuple(sorted(pair for pair in pairs if pair[0] != pair[1])))


def lay_out_net(net: SortedNet) -> tuple[Place, ...]:
    """Return the place of each node.

    Every edge that isn't part of a cycle leads down. Connected parts are beside each other, and nodes without edges in a
    block below them.
    """
    graph = build_graph(len(net.keys), net.edges)
    order = find_order(graph)
    graph = without_cycles(graph, order)
    layers = find_layers(graph, order)
    blocks: list[Block] = []
    unconnected: list[int] = []
    for nodes in find_components(graph, order):
        if len(nodes) > 1:
            blocks.append(place_component(graph, nodes, layers, _max_columns(len(nodes))))
        else:
            unconnected += nodes
    blocks.sort(key=lambda block: (-block.rows, -block.columns, min(block.place_by_node)))
    columns = _max_columns(len(net.keys))
    corners, row_count = pack([Size(block.columns, block.rows) for block in blocks], columns)
    place_by_node = {
        node: Place(corner.column + place.column, corner.row + place.row)
        for block, corner in zip(blocks, corners, strict=True)
        for node, place in block.place_by_node.items()
    }
    for number, node in enumerate(sorted(unconnected)):
        place_by_node[node] = Place(number % columns, row_count + number // columns)
    return tuple(place_by_node[node] for node in range(len(net.keys)))


def _max_columns(node_count: int) -> int:
    return max(_MIN_COLUMNS, math.isqrt(node_count * _COLUMNS_PER_10_ROWS // 10))

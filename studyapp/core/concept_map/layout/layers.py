"""The layers of a graph: every edge leads to a lower layer."""

from collections.abc import Sequence

from studyapp.core.concept_map.layout.graph import Graph


def find_layers(graph: Graph, order: Sequence[int]) -> list[int]:
    """Return the layer of each node, from 0 at the top. All edges must lead forward in `order`.

    A layer is the length of the longest path to the node. A node from which edges lead is then moved down to just above the first
    of their ends, so that edges are short.
    """
    layers = [0] * graph.node_count
    for node in order:
        for end in graph.successors[node]:
            layers[end] = max(layers[end], layers[node] + 1)
    for node in reversed(order):
        if graph.successors[node]:
            layers[node] = min(layers[end] for end in graph.successors[node]) - 1
    return layers

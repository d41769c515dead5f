"""The layers of a graph: every edge leads to a lower layer."""

from collections.abc import Sequence

from studyapp.core.concept_map.layout.graph import Graph


def find_layers(graph: Graph, order: Sequence[int]) -> list[int]:
    """Return the layer of each node; the top layer is 0. `order` must be a topological order of the graph.

    The layer of a node is the length of the longest path to it. Then each node with successors is moved down to just above the
    highest of them, which makes edges short.
    """
    layers = [0] * graph.node_count
    for node in order:
        for end in graph.successors[node]:
            layers[end] = max(layers[end], layers[node] + 1)
    for node in reversed(order):
        if graph.successors[node]:
            layers[node] = min(layers[end] for end in graph.successors[node]) - 1
    return layers

"""Directed graphs of numbered nodes."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

Edge = tuple[int, int]


class Graph(NamedTuple):
    """The nodes to which edges lead from each node, and those from which they come, in ascending order."""

    successors: Sequence[Sequence[int]]
    predecessors: Sequence[Sequence[int]]

    @property
    def node_count(self) -> int:
        """The number of nodes."""
        return len(self.successors)

    def neighbors(self, node: int) -> list[int]:
        """Return the successors and the predecessors of a node."""
        return [*self.successors[node], *self.predecessors[node]]


def build_graph(node_count: int, edges: Iterable[Edge]) -> Graph:
    """Return the graph with these edges. Its nodes are numbered from 0."""
    successors: list[list[int]] = [[] for _ in range(node_count)]
    predecessors: list[list[int]] = [[] for _ in range(node_count)]
    for start, end in sorted(edges):
        successors[start].append(end)
        predecessors[end].append(start)
    return Graph(successors, predecessors)


def find_order(graph: Graph) -> list[int]:
    """Return all nodes in an order in which edges lead forward, except some of those in cycles.

    Nodes with the same predecessor are in ascending order, each with those after it.
    """
    # A depth-first search from the last node on, iterative because long chains would exceed the recursion limit.
    order: list[int] = []
    visited: set[int] = set()
    for root in reversed(range(graph.node_count)):
        if root in visited:
            continue
        visited.add(root)
        path = [(root, reversed(graph.successors[root]))]
        while path:
            node, rest = path[-1]
            following = next((one for one in rest if one not in visited), None)
            if following is None:
                order.append(node)
                path.pop()
            else:
                visited.add(following)
                path.append((following, reversed(graph.successors[following])))
    order.reverse()
    return order


def without_cycles(graph: Graph, order: Sequence[int]) -> Graph:
    """Return the graph with only those edges that lead forward in this order of all nodes."""
    position = {node: place for place, node in enumerate(order)}
    return build_graph(
        graph.node_count,
        (
            (start, end)
            for start, ends in enumerate(graph.successors)
            for end in ends
            if position[start] < position[end]
        ),
    )


def find_components(graph: Graph, order: Sequence[int]) -> Iterator[list[int]]:
    """Yield the nodes of each connected part in this order of all nodes."""
    position = {node: place for place, node in enumerate(order)}
    visited: set[int] = set()
    for root in order:
        if root in visited:
            continue
        component, waiting = [], [root]
        visited.add(root)
        while waiting:
            node = waiting.pop()
            component.append(node)
            for neighbor in graph.neighbors(node):
                if neighbor not in visited:
                    visited.add(neighbor)
                    waiting.append(neighbor)
        yield sorted(component, key=position.__getitem__)

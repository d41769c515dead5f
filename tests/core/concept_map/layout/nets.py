"""Random nets, and what is true of them in the most obvious way."""

from collections.abc import Sequence

from hypothesis import strategies as st

from studyapp.core.concept_map.concept_map import Place
from studyapp.core.concept_map.layout.net_layout import SortedNet

Pair = tuple[int, int]


def net_of(node_count: int, edges: Sequence[Pair]) -> SortedNet:
    """A net whose keys are in the order of the numbers of its nodes."""
    return SortedNet(tuple(f"{number:04}" for number in range(node_count)), tuple(sorted(set(edges))))


@st.composite
def nets(draw: st.DrawFn) -> SortedNet:
    """Nets with some edges between any nodes, or with nearly all leading in one direction."""
    node_count = draw(st.integers(1, 40))
    node = st.integers(0, node_count - 1)
    pairs = draw(st.lists(st.tuples(node, node), max_size=60))
    forward = draw(st.booleans())
    edges = [(min(pair), max(pair)) for pair in pairs] if forward else pairs
    return net_of(node_count, [pair for pair in edges if pair[0] != pair[1]])


def reachable(edges: Sequence[Pair], start: int) -> set[int]:
    """The nodes to which edges lead from a node, on any path."""
    found: set[int] = set()
    waiting = [start]
    while waiting:
        node = waiting.pop()
        new = {end for begin, end in edges if begin == node} - found
        found |= new
        waiting += new
    return found


def is_in_cycle(edges: Sequence[Pair], edge: Pair) -> bool:
    """Whether an edge is part of a cycle."""
    return edge[0] in reachable(edges, edge[1]) | {edge[1]}


def components(net: SortedNet) -> list[set[int]]:
    """The nodes of each connected part."""
    both_ways = [*net.edges, *((end, start) for start, end in net.edges)]
    parts = {frozenset(reachable(both_ways, node) | {node}) for node in range(len(net.keys))}
    return [set(part) for part in parts]


def count_crossings(places: Sequence[Place], edges: Sequence[Pair]) -> int:
    """How many pairs of edges cross, as straight lines."""

    def side(first: Place, second: Place, third: Place) -> float:
        return (second.column - first.column) * (third.row - first.row) - (second.row - first.row) * (
            third.column - first.column
        )

    def is_crossing(one: Pair, other: Pair) -> bool:
        if set(one) & set(other):
            return False
        a, b, c, d = (places[node] for node in (*one, *other))
        return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0

    return sum(is_crossing(one, other) for number, one in enumerate(edges) for other in edges[:number])

"""Orders, layers and connected parts of graphs."""

from hypothesis import given

from studyapp.core.concept_map.layout.graph import build_graph, find_components, find_order, without_cycles
from studyapp.core.concept_map.layout.layers import find_layers
from studyapp.core.concept_map.layout.net_layout import SortedNet
from tests.core.concept_map.layout.nets import Pair, components, is_in_cycle, nets, reachable


def layers_of(node_count: int, *edges: Pair) -> list[int]:
    graph = build_graph(node_count, edges)
    return find_layers(graph, find_order(graph))


def test_layer_is_the_length_of_the_longest_path() -> None:
    assert layers_of(4, (0, 1), (1, 2), (0, 2), (2, 3)) == [0, 1, 2, 3]


def test_node_is_moved_down_to_those_after_it() -> None:
    assert layers_of(5, (0, 1), (1, 2), (2, 3), (4, 3)) == [0, 1, 2, 3, 2]
    assert layers_of(6, (0, 1), (1, 2), (2, 3), (0, 4), (4, 3), (3, 5)) == [0, 1, 2, 3, 2, 4]


def test_node_is_moved_down_with_those_before_it() -> None:
    assert layers_of(6, (0, 1), (1, 2), (2, 3), (5, 4), (4, 3)) == [0, 1, 2, 3, 2, 1]
    assert layers_of(6, (0, 1), (1, 2), (2, 3), (0, 4), (5, 4), (4, 3)) == [0, 1, 2, 3, 2, 1]


def test_node_is_above_the_first_of_those_after_it() -> None:
    assert layers_of(5, (0, 1), (1, 2), (4, 1), (4, 2)) == [0, 1, 2, 0, 0]


@given(nets())
def test_only_edges_in_cycles_are_left_out(net: SortedNet) -> None:
    graph = build_graph(len(net.keys), net.edges)
    order = find_order(graph)
    assert sorted(order) == list(range(len(net.keys)))
    kept = without_cycles(graph, order)
    edges = [(start, end) for start, ends in enumerate(kept.successors) for end in ends]
    assert all(order.index(start) < order.index(end) for start, end in edges)
    assert all(is_in_cycle(net.edges, edge) for edge in set(net.edges) - set(edges))
    assert sorted((start, end) for end, starts in enumerate(kept.predecessors) for start in starts) == edges
    if not any(is_in_cycle(net.edges, edge) for edge in net.edges):
        assert edges == list(net.edges)


@given(nets())
def test_layers_are_used_from_the_top_without_gaps_in_each_part(net: SortedNet) -> None:
    graph = build_graph(len(net.keys), net.edges)
    order = find_order(graph)
    graph = without_cycles(graph, order)
    layers = find_layers(graph, order)
    for part in components(net):
        found = {layers[node] for node in part}
        assert found == set(range(min(found), max(found) + 1))
    for node, ends in enumerate(graph.successors):
        assert all(layers[node] < layers[end] for end in ends)


@given(nets())
def test_components_are_all_nodes_that_are_connected_in_the_given_order(net: SortedNet) -> None:
    graph = build_graph(len(net.keys), net.edges)
    order = find_order(graph)
    found = list(find_components(graph, order))
    assert sorted(map(sorted, found)) == sorted(map(sorted, components(net)))
    assert all(part == [node for node in order if node in part] for part in found)


def test_long_cycle_has_one_edge_that_leads_up() -> None:
    edges = [(node, (node + 1) % 1500) for node in range(1500)]
    graph = build_graph(1500, edges)
    kept = without_cycles(graph, find_order(graph))
    assert sum(map(len, kept.successors)) == 1499
    assert reachable([(0, 1), (1, 0)], 0) == {0, 1}

"""Where the nodes of a net are placed."""

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.concept_map.concept_map import MapEdge, Place
from studyapp.core.concept_map.layout.net_layout import SortedNet, lay_out_net, sort_net
from tests.core.concept_map.layout.nets import (
    Pair,
    components,
    count_crossings,
    is_in_cycle,
    net_of,
    nets,
)


@given(nets())
def test_each_node_has_a_place_of_its_own(net: SortedNet) -> None:
    places = lay_out_net(net)
    assert len(places) == len(net.keys)
    assert all(0 <= place.column <= 11 and place.row >= 0 for place in places)
    by_row: dict[float, list[float]] = {}
    for place in places:
        by_row.setdefault(place.row, []).append(place.column)
    for columns in by_row.values():
        assert all(right - left >= 1 for left, right in pairwise(sorted(columns)))


@given(nets())
def test_edges_lead_down_unless_they_are_part_of_a_cycle(net: SortedNet) -> None:
    places = lay_out_net(net)
    for start, end in net.edges:
        assert places[start].row < places[end].row or is_in_cycle(net.edges, (start, end))


@given(nets(), st.randoms(use_true_random=False))
def test_places_do_not_depend_on_the_order_of_nodes_and_edges(net: SortedNet, source: random.Random) -> None:
    keys = list(net.keys)
    source.shuffle(keys)
    position = {key: place for place, key in enumerate(keys)}
    edges = [MapEdge(position[net.keys[start]], position[net.keys[end]]) for start, end in net.edges]
    edges += edges[:1]
    source.shuffle(edges)
    edges.append(MapEdge(0, 0))
    assert sort_net(keys, edges) == net


@given(nets())
def test_connected_parts_do_not_overlap(net: SortedNet) -> None:
    places = lay_out_net(net)
    areas = []
    for part in components(net):
        columns = [places[node].column for node in part]
        rows = [places[node].row for node in part]
        areas.append((min(columns), max(columns) + 1, min(rows), max(rows) + 1, len(part)))
    for number, (left, right, top, bottom, size) in enumerate(areas):
        for other_left, other_right, other_top, other_bottom, other_size in areas[:number]:
            is_beside = right <= other_left or other_right <= left
            is_above_or_below = bottom <= other_top or other_bottom <= top
            assert is_beside or is_above_or_below
            if size > 1 and other_size > 1:  # there is a gap between them
                assert (
                    right + 0.5 <= other_left
                    or other_right + 0.5 <= left
                    or bottom + 1 <= other_top
                    or other_bottom + 1 <= top
                )


def test_nodes_without_edges_are_in_a_block_below_the_others() -> None:
    net = net_of(30, [(1, 2), (4, 3)])
    places = lay_out_net(net)
    assert [places[node] for node in (1, 2, 4, 3)] == [(0, 0), (0, 1), (1.5, 0), (1.5, 1)]
    others = [node for node in range(30) if node not in (1, 2, 3, 4)]
    assert [places[node] for node in others] == [Place(number % 12, 3 + number // 12) for number in range(26)]


def test_map_without_edges_begins_at_the_top() -> None:
    assert lay_out_net(net_of(2, [])) == ((0, 0), (1, 0))
    assert lay_out_net(net_of(0, [])) == ()


@pytest.mark.parametrize(("node_count", "columns"), [(12, 12), (120, 12), (141, 13), (2000, 48)])
def test_width_grows_with_the_square_root_of_the_number_of_nodes(node_count: int, columns: int) -> None:
    places = lay_out_net(net_of(node_count, []))
    assert max(place.column for place in places) + 1 == columns


@pytest.mark.parametrize(
    ("leaves", "starts_and_sizes"),
    [
        (12, [(0, 12)]),
        (13, [(0.25, 7), (1.25, 6)]),
        (22, [(0.25, 11), (0.75, 11)]),
        (23, [(0, 8), (0.375, 8), (0.375, 7)]),
    ],
)
def test_wide_layer_is_wrapped_into_rows_that_are_shifted_against_each_other(
    leaves: int, starts_and_sizes: list[tuple[float, int]]
) -> None:
    places = lay_out_net(net_of(leaves + 1, [(0, leaf) for leaf in range(1, leaves + 1)]))
    assert places[0].row == 0
    for row, (start, size) in enumerate(starts_and_sizes, 1):
        columns = sorted(place.column for place in places if place.row == row)
        assert columns == [start + place for place in range(size)]


def test_nodes_without_edges_are_below_a_wrapped_layer() -> None:
    edges = [(0, 1), (0, 2), *((2, leaf) for leaf in range(3, 23))]
    places = lay_out_net(net_of(24, edges))
    assert max(place.row for place in places[:23]) == 3
    assert places[23] == Place(0, 5)


def pairs(*nodes: int) -> list[Pair]:
    return list(pairwise(nodes))


def test_chain_is_a_straight_line() -> None:
    assert lay_out_net(net_of(1500, pairs(*range(1500)))) == tuple(Place(0, row) for row in range(1500))


def test_ring_is_opened_at_its_last_node() -> None:
    assert lay_out_net(net_of(3, [(0, 1), (1, 2), (2, 0)])) == ((0, 1), (0, 2), (0, 0))


def test_parent_is_in_the_middle_above_its_children() -> None:
    assert lay_out_net(net_of(4, [(0, 1), (0, 2), (0, 3)])) == ((1, 0), (0, 1), (1, 1), (2, 1))


def test_child_is_in_the_middle_below_its_parents() -> None:
    assert lay_out_net(net_of(3, [(0, 2), (1, 2)])) == ((0, 0), (1, 0), (0.5, 1))


def test_only_child_is_straight_below_its_parent() -> None:
    assert lay_out_net(net_of(4, [(0, 1), (0, 2), (2, 3)])) == ((0.5, 0), (0, 1), (1, 1), (1, 2))


def test_larger_parts_are_placed_first() -> None:
    chain, fork, pair = [(0, 1)], [(2, 3), (2, 4)], [(5, 6), (6, 7)]
    places = lay_out_net(net_of(8, [*chain, *fork, *pair]))
    assert [places[node] for node in (5, 2, 0)] == [(0, 0), (2, 0), (4, 0)]


@st.composite
def trees(draw: st.DrawFn) -> SortedNet:
    """Trees with numbers in any order whose edges lead from or to the root. No layer is wrapped."""
    node_count = draw(st.integers(2, 12))
    parents = [draw(st.integers(0, node - 1)) for node in range(1, node_count)]
    numbers = draw(st.permutations(range(node_count)))
    edges = [(numbers[parent], numbers[node + 1]) for node, parent in enumerate(parents)]
    return net_of(node_count, [edge[::-1] for edge in edges] if draw(st.booleans()) else edges)


@given(trees())
def test_edges_of_a_tree_do_not_cross(net: SortedNet) -> None:
    assert count_crossings(lay_out_net(net), net.edges) == 0


def test_edges_of_long_chains_that_meet_at_the_end_do_not_cross() -> None:
    edges: list[Pair] = []
    for _ in range(4):
        end = 0
        for length in range(14):
            edges.append((len(edges) + 1, end))
            end = len(edges)
            if length % 3 == 1:
                edges.append((len(edges) + 1, end))
    numbers = list(range(len(edges) + 1))
    random.Random(4).shuffle(numbers)
    net = net_of(len(numbers), [(numbers[start], numbers[end]) for start, end in edges])
    assert count_crossings(lay_out_net(net), net.edges) == 0


def test_edges_of_a_ladder_do_not_cross() -> None:
    rungs = 5
    numbers = list(range(2 * rungs))
    random.Random(3).shuffle(numbers)
    left, right = numbers[:rungs], numbers[rungs:]
    across = [(one, other) for one, other in zip(left, right[1:], strict=False)]
    net = net_of(2 * rungs, [*pairs(*left), *pairs(*right), *across])
    assert count_crossings(lay_out_net(net), net.edges) == 0


def test_random_net_has_far_fewer_crossings_than_in_the_order_of_its_keys() -> None:
    source = random.Random(5)
    layers = [list(range(start, start + 10)) for start in range(0, 60, 10)]
    edges = {
        (upper[place], lower[(place * 3 + 1) % 10])
        for upper, lower in pairwise(layers)
        for place in range(10)
    } | {(source.choice(upper), source.choice(lower)) for upper, lower in pairwise(layers) for _ in range(2)}
    net = net_of(60, sorted(edges))
    in_order = [Place(node % 10, node // 10) for node in range(60)]
    assert count_crossings(in_order, net.edges) > 80
    assert count_crossings(lay_out_net(net), net.edges) < 20

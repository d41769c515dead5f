"""Moving through maps with the arrow keys."""

from hypothesis import given

from studyapp.core.concept_map.concept_map import ConceptMap
from studyapp.ui.map.canvas.map_navigation import Direction, MapNavigation
from tests.ui.map.sample_maps import FAMILY, TITLE, nets


def test_up_and_down_go_along_edges_even_if_another_node_is_nearer() -> None:
    navigation = MapNavigation(FAMILY)
    assert navigation.first == 0
    assert navigation.target(0, Direction.DOWN) in (1, 2)
    assert navigation.target(1, Direction.DOWN) == 3  # no edge leads down: the nearest node there
    assert navigation.target(3, Direction.UP) == 2
    assert navigation.target(1, Direction.UP) == 0
    assert navigation.target(0, Direction.UP) is None
    assert navigation.target(3, Direction.DOWN) is None


def test_left_and_right_go_on_to_the_next_row() -> None:
    navigation = MapNavigation(FAMILY)
    assert [navigation.target(node, Direction.RIGHT) for node in (0, 1, 2, 3)] == [1, 2, 3, None]
    assert [navigation.target(node, Direction.LEFT) for node in (3, 2, 1, 0)] == [2, 1, 0, None]
    assert navigation.last == 3


def test_an_empty_map_has_no_first_node() -> None:
    navigation = MapNavigation(ConceptMap(TITLE, (), (), ()))
    assert navigation.first is None
    assert navigation.last is None


@given(nets())
def test_each_node_is_reached(concept_map: ConceptMap) -> None:
    navigation, reached = MapNavigation(concept_map), []
    node = navigation.first
    while node is not None:
        reached.append(node)
        node = navigation.target(node, Direction.RIGHT)
    assert sorted(reached) == list(range(len(concept_map.nodes)))


@given(nets())
def test_up_and_down_lead_to_a_linked_node_if_there_is_one(concept_map: ConceptMap) -> None:
    navigation, places = MapNavigation(concept_map), concept_map.places
    for node in range(len(places)):
        linked = {edge.end for edge in concept_map.edges if edge.start == node}
        linked |= {edge.start for edge in concept_map.edges if edge.end == node}
        for direction, sign in ((Direction.DOWN, 1), (Direction.UP, -1)):
            ahead = {
                other for other in range(len(places)) if (places[other].row - places[node].row) * sign > 0
            }
            target = navigation.target(node, direction)
            if ahead & linked:
                assert target in ahead & linked
            else:
                assert target in ahead if ahead else target is None

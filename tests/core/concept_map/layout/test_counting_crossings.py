"""Crossings of edges between two rows."""

from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.concept_map.layout.columns import count_crossings

columns = st.integers(0, 5).map(float)


@given(st.lists(st.tuples(columns, columns), max_size=12))
def test_edges_cross_if_their_ends_are_in_opposite_order(edges: list[tuple[float, float]]) -> None:
    pairs = [(one, other) for number, one in enumerate(edges) for other in edges[:number]]
    assert count_crossings(edges) == sum(
        (one[0] - other[0]) * (one[1] - other[1]) < 0 for one, other in pairs
    )


def test_edges_that_begin_or_end_together_do_not_cross() -> None:
    assert count_crossings([(0, 0), (0, 1), (1, 1)]) == 0
    assert count_crossings([(0, 1), (1, 0)]) == 1

"""Rectangles beside and below each other."""

from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.concept_map.layout.packing import Size, pack


def test_rectangles_are_beside_each_other_while_there_is_space() -> None:
    places, rows = pack([Size(2, 3), Size(1, 1), Size(2, 1)], 6)
    assert places == [(0, 0), (2.5, 0), (4, 0)]
    assert rows == 4


def test_rectangle_fills_the_space_below_a_low_one() -> None:
    places, rows = pack([Size(2, 5), Size(3, 1), Size(3, 2)], 6)
    assert places == [(0, 0), (2.5, 0), (2.5, 2)]
    assert rows == 6


def test_rectangle_may_be_as_wide_as_all_columns() -> None:
    places, rows = pack([Size(4, 2), Size(4, 1)], 4)
    assert places == [(0, 0), (0, 3)]
    assert rows == 5


def test_nothing_takes_no_rows() -> None:
    assert pack([], 4) == ([], 0)


@given(st.lists(st.builds(Size, st.integers(1, 5), st.integers(1, 4)), max_size=12))
def test_rectangles_are_half_a_column_or_one_row_apart(sizes: list[Size]) -> None:
    places, rows = pack(sizes, 7)
    areas = [
        (place.column, place.column + size.columns, place.row, place.row + size.rows)
        for place, size in zip(places, sizes, strict=True)
    ]
    assert all(left >= 0 and right <= 7 and top >= 0 and bottom < rows for left, right, top, bottom in areas)
    for number, (left, right, top, bottom) in enumerate(areas):
        for other_left, other_right, other_top, other_bottom in areas[:number]:
            assert (
                right + 0.5 <= other_left
                or other_right + 0.5 <= left
                or bottom + 1 <= other_top
                or other_bottom + 1 <= top
            )

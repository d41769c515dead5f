"""Columns that are at least 1 apart."""

from itertools import pairwise
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.concept_map.layout.columns import keep_apart


@st.composite
def wanted_columns(draw: st.DrawFn) -> tuple[list[float], int]:
    width = draw(st.integers(1, 9))
    column = st.integers(-1, 3 * width).map(lambda thirds: thirds / 3)
    return draw(st.lists(column, min_size=1, max_size=width)), width


def obvious(wanted: list[float], width: int) -> list[float]:
    """The columns by the min-max formula of isotonic regression, in eighths."""
    free = [column - place for place, column in enumerate(wanted)]
    numbers = range(len(wanted))
    shifts = [
        max(min(mean(free[first : last + 1]) for last in numbers[place:]) for first in numbers[: place + 1])
        for place in numbers
    ]
    most = width - len(wanted)
    return [place + min(max(shift, 0), most) for place, shift in enumerate(shifts)]


@given(wanted_columns())
def test_columns_are_as_near_to_the_wanted_ones_as_possible(case: tuple[list[float], int]) -> None:
    wanted, width = case
    found = keep_apart(wanted, width)
    assert found == pytest.approx(obvious(wanted, width), abs=1 / 16 + 1e-9)
    assert all(right - left >= 1 for left, right in pairwise(found))
    assert found[0] >= 0 and found[-1] <= width - 1
    assert all(column * 8 == round(column * 8) for column in found)


@pytest.mark.parametrize(
    ("wanted", "width", "found"),
    [
        ([0.0, 3.0], 4, [0, 3]),
        ([2.0, 2.0], 4, [1.5, 2.5]),
        ([2.0, 2.0], 2, [0, 1]),
        ([3.0, 0.0], 4, [1, 2]),
        ([0.0, 0.0, 0.0], 5, [0, 1, 2]),
        ([4.0, 4.0, 4.0], 5, [2, 3, 4]),
        ([0.2], 5, [0.25]),
        ([0.0, 0.1, 4.0], 5, [0, 1, 4]),
        ([], 3, []),
    ],
)
def test_examples(wanted: list[float], width: int, found: list[float]) -> None:
    assert keep_apart(wanted, width) == found

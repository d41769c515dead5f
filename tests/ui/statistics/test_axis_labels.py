"""Labels of plots that need more room than there is."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from studyapp.ui.statistics.plots.axis_labels import choose_labels, stack_labels
from studyapp.ui.statistics.plots.axis_painter import AxisPainter
from studyapp.ui.statistics.plots.plot import Category, Plot, PlotForm, Series
from studyapp.ui.statistics.plots.plot_painting import create_painter
from studyapp.ui.statistics.plots.plot_style import style_for

labels = st.lists(st.tuples(st.floats(0, 500), st.floats(1, 300)), max_size=5)


@given(labels)
def test_stacked_labels_stay_between_the_ends_and_cover_no_other(
    given_labels: list[tuple[float, float]],
) -> None:
    centers, widths = [center for center, _ in given_labels], [width for _, width in given_labels]
    places = stack_labels(centers, widths, 40, 500)
    spans = [(left, left + width, row) for (left, row), width in zip(places, widths, strict=True)]
    assert len(spans) == len(given_labels)
    for left, right, _ in spans:
        assert left >= 40
        assert right <= 500 + 1e-6
    for one, other in combinations(spans, 2):
        assert one[2] != other[2] or one[1] <= other[0] or other[1] <= one[0]
    assert {row for _, _, row in spans} == set(range(len({row for _, _, row in spans})))


def test_labels_with_room_are_centered_in_one_row() -> None:
    assert stack_labels([100, 300], [40, 60], 0, 500) == [(80, 0), (270, 0)]
    assert stack_labels([490, 495], [40, 40], 0, 500) == [(460, 0), (460, 1)]


@given(st.integers(1, 60), st.floats(0.5, 80), st.floats(1, 200))
def test_chosen_labels_have_room(count: int, distance: float, width: float) -> None:
    chosen = choose_labels(count, distance, width)
    assert chosen[0] == 0
    assert chosen[-1] < count
    assert chosen.step * max(1.0, distance) >= width * (1 - 1e-9)


def test_the_last_label_is_chosen_if_that_hides_few_others() -> None:
    assert list(choose_labels(11, 10, 10)) == list(range(11))
    assert list(choose_labels(11, 10, 25)) == [0, 5, 10]
    assert list(choose_labels(12, 10, 25)) == [0, 3, 6, 9]


@pytest.mark.parametrize("width", range(300, 900, 7))
def test_labels_of_an_axis_cover_no_other(qapp: QApplication, width: int) -> None:
    days = tuple(Category(f"{day} September", f"{day} Sep") for day in range(53))
    plot = Plot(
        "example",
        "Example",
        "A sentence.",
        PlotForm.BARS,
        "Day",
        days,
        (Series("Value", (1.0,) * len(days), str),),
        current=52,
    )
    painter = create_painter(plot, width, style_for(qapp.font()))
    assert isinstance(painter, AxisPainter)
    placed = list(painter._place_axis_labels())
    assert len(placed) > 1
    assert all(one.right() <= other.left() for (_, one, _), (_, other, _) in pairwise(placed))
    assert all(rect.right() <= width for _, rect, _ in placed)

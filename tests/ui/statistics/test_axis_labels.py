"""Labels of plots that need more room than there is."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from studyapp.ui.statistics.plots.axis_labels import choose_labels, stack_labels

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

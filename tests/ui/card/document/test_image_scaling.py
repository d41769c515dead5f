"""The size of a card's images."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.ui.card.document.image_scaling import fitting_image_height

sizes = st.lists(st.integers(1, 2000), min_size=1, max_size=6)


def test_height_is_shared_between_images() -> None:
    assert fitting_image_height([300], 200) == 200
    assert fitting_image_height([300, 300], 200) == 100
    assert fitting_image_height([50, 300], 200) == 150
    assert fitting_image_height([300], -10) == 0
    assert fitting_image_height([], 100) == 0


@given(sizes, st.integers(0, 5000))
def test_limited_images_fit_and_use_the_available_height(heights: list[int], available: int) -> None:
    limit = fitting_image_height(heights, available)
    total = sum(min(height, limit) for height in heights)
    assert total == pytest.approx(min(sum(heights), available))

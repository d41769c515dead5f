"""Names of images that carry a size."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.rendering.deck_styles.sized_image import (
    SizedImage,
    decode_sized_image,
    encode_sized_image,
)

lengths = st.sampled_from(("", "1", "300", "25%", "100%"))


@given(st.builds(SizedImage, st.text(min_size=1), lengths, lengths, lengths, lengths))
def test_name_carries_the_lengths(image: SizedImage) -> None:
    name = encode_sized_image(image)
    if any(image[1:]):
        assert decode_sized_image(name) == image
        assert not set(name) & set('<>&" ')
    else:
        assert name == image.image_name


def test_name_without_lengths_is_a_file_name() -> None:
    assert decode_sized_image("a b,c.png") == SizedImage("a b,c.png")


@pytest.mark.parametrize(
    ("image", "size"),
    [
        (SizedImage("x"), (200, 100)),
        (SizedImage("x", width="50"), (50, 25)),
        (SizedImage("x", width="50%"), (300, 150)),
        (SizedImage("x", height="50"), (100, 50)),
        (SizedImage("x", height="50%"), (200, 100)),
        (SizedImage("x", "50", "60"), (50, 60)),
        (SizedImage("x", max_width="100", max_height="80"), (100, 50)),
        (SizedImage("x", max_width="100%", max_height="20"), (40, 20)),
        (SizedImage("x", width="99999"), (4000, 2000)),
    ],
)
def test_size_on_a_card_of_600_pixels(image: SizedImage, size: tuple[float, float]) -> None:
    assert image.fit((200, 100), 600) == size

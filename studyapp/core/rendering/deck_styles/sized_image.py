"""Images for which a deck asks for a size."""

from typing import NamedTuple
from urllib.parse import quote, unquote

_NAME_PREFIX = "sized:"
_MAX_PIXELS = 4_000


class SizedImage(NamedTuple):
    """The file name of an image and its lengths: `300` in pixels, `25%` of the card's width, or empty."""

    image_name: str
    width: str = ""
    height: str = ""
    max_width: str = ""
    max_height: str = ""

    def fit(self, size: tuple[float, float], card_width: float) -> tuple[float, float]:
        """Return the width and height in pixels at which an image of this size is shown."""
        width, height = size
        wanted_width, wanted_height = _pixels(self.width, card_width), _pixels(self.height, 0)
        if wanted_width and wanted_height:
            width, height = wanted_width, wanted_height
        elif wanted_width or wanted_height:
            scale = wanted_width / width if wanted_width else wanted_height / height
            width, height = width * scale, height * scale
        limits = ((_pixels(self.max_width, card_width), width), (_pixels(self.max_height, 0), height))
        scale = min([1.0, *(limit / length for limit, length in limits if limit)])
        return width * scale, height * scale


def encode_sized_image(image: SizedImage) -> str:
    """Return the name of an image with this size. The widget that shows the card decodes it."""
    lengths = ",".join(length.replace("%", "p") for length in image[1:])
    return f"{_NAME_PREFIX}{lengths}:{quote(image.image_name)}" if lengths.strip(",") else image.image_name


def decode_sized_image(name: str) -> SizedImage:
    """Return the image name and the lengths of a name from `encode_sized_image`; no lengths for any other name."""
    if not name.startswith(_NAME_PREFIX):
        return SizedImage(name)
    lengths, _, image_name = name.removeprefix(_NAME_PREFIX).partition(":")
    return SizedImage(unquote(image_name), *lengths.replace("p", "%").split(","))


def _pixels(length: str, whole: float) -> float:
    """Return a length in pixels, 0 if there is none. A percentage refers to `whole`."""
    if length.endswith("%"):
        return float(length[:-1]) / 100 * whole
    return min(float(length or 0), _MAX_PIXELS)

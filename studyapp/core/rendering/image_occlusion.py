"""Images with masks, one of which the card asks for: Anki's note type “Image Occlusion”.

A mask is a cloze deletion, `{{c1::image-occlusion:rect:left=.1:top=.2:width=.3:height=.1}}`, with lengths as
fractions of the image's width and height. `oi=1` keeps a mask covered on the cards of the other masks.
"""

import math
import re
from typing import NamedTuple
from urllib.parse import quote, unquote

_SHAPE_PATTERN = re.compile(r"\{\{c(\d{1,3})::image-occlusion:(rect|ellipse|polygon):([^{}]{0,5000})\}\}")
_NAME_PREFIX = "masked:"
_MAX_COUNT = 200


class Mask(NamedTuple):
    """A mask over an image. `points` are the corners of a polygon or, for a rectangle and an ellipse, two opposite
    corners of the bounding box, as fractions of the image. `is_target` is whether the card asks for it."""

    shape: str
    points: tuple[tuple[float, float], ...]
    is_target: bool


def has_masks(field: str) -> bool:
    """Return whether a field contains masks rather than text."""
    return "::image-occlusion:" in field


def parse_masks(field: str, ordinal: int, *, revealed: bool) -> list[Mask]:
    """Return the masks over the image of a card. If `revealed`, those that the card asks for become outlines."""
    masks = []
    for number, shape, attributes in _SHAPE_PATTERN.findall(field)[:_MAX_COUNT]:
        values = dict(part.split("=", 1) for part in attributes.split(":") if "=" in part)
        points = _parse_points(shape, values)
        is_target = int(number) == ordinal
        if points and (is_target or values.get("oi") == "1"):
            masks.append(Mask(f"{shape}-outline" if is_target and revealed else shape, points, is_target))
    return masks


class MaskedImage(NamedTuple):
    """The file name of an image and its masks."""

    image_name: str
    masks: list[Mask]


def encode_masked_image(image_name: str, masks: list[Mask]) -> str:
    """Return the name of an image with these masks. The widget that shows the card decodes it."""
    encoded_masks = ";".join(
        f"{mask.shape},{mask.is_target:d},{','.join(f'{x:.4f},{y:.4f}' for x, y in mask.points)}"
        for mask in masks
    )
    return f"{_NAME_PREFIX}{encoded_masks}:{quote(image_name)}"


def decode_masked_image(name: str) -> MaskedImage | None:
    """Return the image name and the masks of a name from `encode_masked_image`; None for any other name."""
    if not name.startswith(_NAME_PREFIX):
        return None
    encoded_masks, _, image_name = name.removeprefix(_NAME_PREFIX).partition(":")
    masks = []
    for encoded_mask in filter(None, encoded_masks.split(";")):
        shape, is_target, *coordinates = encoded_mask.split(",")
        values = list(map(float, coordinates))
        masks.append(Mask(shape, tuple(zip(values[::2], values[1::2], strict=True)), is_target == "1"))
    return MaskedImage(unquote(image_name), masks)


def _parse_points(shape: str, values: dict[str, str]) -> tuple[tuple[float, float], ...]:
    if shape == "polygon":
        pairs = (pair.split(",") for pair in values.get("points", "").split())
        return tuple((_parse_fraction(pair[0]), _parse_fraction(pair[-1])) for pair in pairs)[:_MAX_COUNT]
    left, top = _parse_fraction(values.get("left", "")), _parse_fraction(values.get("top", ""))
    if shape == "ellipse":
        width, height = 2 * _parse_fraction(values.get("rx", "")), 2 * _parse_fraction(values.get("ry", ""))
    else:
        width, height = _parse_fraction(values.get("width", "")), _parse_fraction(values.get("height", ""))
    return ((left, top), (left + width, top + height)) if width and height else ()


def _parse_fraction(number: str) -> float:
    try:
        value = float(number)
    except ValueError:
        return 0.0
    return min(max(value, -1.0), 2.0) if math.isfinite(value) else 0.0

"""Pictures with parts covered, of which one is asked: Anki's note type “Image Occlusion”.

Its shapes are blanks of a cloze, `{{c1::image-occlusion:rect:left=.1:top=.2:width=.3:height=.1}}`, with measures as parts of
the picture's width and height; `oi=1` says that a shape stays covered on the cards of the others.
"""

import math
import re
from typing import NamedTuple
from urllib.parse import quote, unquote

_SHAPE_PATTERN = re.compile(r"\{\{c(\d{1,3})::image-occlusion:(rect|ellipse|polygon):([^{}]{0,5000})\}\}")
_NAME_PREFIX = "masked:"
_MAX_COUNT = 200


class Mask(NamedTuple):
    """A shape over a picture: its kind, its corners or, for a rectangle and an ellipse, two opposite ones of its frame, from
    0 to 1; and whether it is what is asked."""

    shape: str
    points: tuple[tuple[float, float], ...]
    is_target: bool


def has_masks(field: str) -> bool:
    """Whether a field holds shapes and not words."""
    return "::image-occlusion:" in field


def parse_masks(field: str, ordinal: int, *, revealed: bool) -> list[Mask]:
    """The shapes over the picture of a card. Once it is revealed, those that were asked are outlines."""
    found = []
    for number, kind, told in _SHAPE_PATTERN.findall(field)[:_MAX_COUNT]:
        values = dict(part.split("=", 1) for part in told.split(":") if "=" in part)
        points = _parse_points(kind, values)
        is_asked = int(number) == ordinal
        if points and (is_asked or values.get("oi") == "1"):
            found.append(Mask(f"{kind}-outline" if is_asked and revealed else kind, points, is_asked))
    return found


def encode_masked_image(image_name: str, masks: list[Mask]) -> str:
    """The name of a picture with these shapes over it, for whoever draws the card."""
    told = ";".join(
        f"{mask.shape},{mask.is_target:d},{','.join(f'{x:.4f},{y:.4f}' for x, y in mask.points)}"
        for mask in masks
    )
    return f"{_NAME_PREFIX}{told}:{quote(image_name)}"


def decode_masked_image(name: str) -> tuple[str, list[Mask]] | None:
    """The picture and the shapes of a `masked_name`; None for any other name."""
    if not name.startswith(_NAME_PREFIX):
        return None
    told, _, picture = name.removeprefix(_NAME_PREFIX).partition(":")
    covered = []
    for one in filter(None, told.split(";")):
        kind, is_asked, *numbers = one.split(",")
        values = list(map(float, numbers))
        covered.append(Mask(kind, tuple(zip(values[::2], values[1::2], strict=True)), is_asked == "1"))
    return unquote(picture), covered


def _parse_points(kind: str, values: dict[str, str]) -> tuple[tuple[float, float], ...]:
    if kind == "polygon":
        pairs = (pair.split(",") for pair in values.get("points", "").split())
        return tuple((_parse_fraction(pair[0]), _parse_fraction(pair[-1])) for pair in pairs)[:_MAX_COUNT]
    left, top = _parse_fraction(values.get("left", "")), _parse_fraction(values.get("top", ""))
    if kind == "ellipse":
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

"""The labels of a plot: which values an axis shows, and where labels stand that need more room than there is."""

import math
from collections.abc import Sequence

_STEPS = (1, 2, 2.5, 5, 10)

_GAP = 8
"""Pixels between two labels."""


def find_ticks(minimum: float, maximum: float, max_count: int, *, is_fixed: bool = False) -> list[float]:
    """Return evenly spaced round numbers, at most `max_count` steps apart.

    They go from `minimum` up to at least `maximum`. If the end is fixed, they go from `maximum` down to at least `minimum`
    and end there. Steps are integers for values above 5.
    """
    span = maximum - minimum
    if span <= 0:
        return [minimum, minimum + 1]
    rough = span / max(1, max_count)
    power = 10 ** math.floor(math.log10(rough))
    step = next(size * power for size in _STEPS if size * power >= rough * 0.999_999)
    if span >= 5 and step < 1:
        step = 1
    if step > 1 and step != round(step):
        step = math.ceil(step)
    if is_fixed:
        count = math.floor(span / step + 1e-9)
        return [maximum - step * number for number in range(count, -1, -1)]
    count = math.ceil(span / step - 1e-9)
    return [minimum + step * number for number in range(count + 1)]


def stack_labels(
    centers: Sequence[float], widths: Sequence[float], start: float, end: float
) -> list[tuple[float, int]]:
    """Return for each label its left end and its row, so that no label covers another one.

    Each has the lowest row with room for it, and is centered as far as it stays between `start` and `end`. A label that is
    wider than this space begins at `start`.
    """
    row_ends: list[float] = []
    places = []
    for center, width in zip(centers, widths, strict=True):
        left = max(start, min(center - width / 2, end - width))
        row = next((row for row, row_end in enumerate(row_ends) if left >= row_end), len(row_ends))
        row_ends[row : row + 1] = [left + width + _GAP]
        places.append((left, row))
    return places


def choose_labels(count: int, distance: float, width: float) -> range:
    """Return which of `count` labels at this distance are shown, evenly spaced, if each needs this width.

    The last one is shown as well if that hides no more than half of the others.
    """
    step = max(1, -int(-width // max(1.0, distance)))
    even = (size for size in range(step, 2 * step + 1) if (count - 1) % size == 0)
    return range(0, count, next(even, step))

"""Placing rectangles beside and below each other."""

from collections.abc import Iterable
from typing import NamedTuple

from studyapp.core.concept_map.concept_map import Place


class Size(NamedTuple):
    """The columns and rows of a rectangle."""

    columns: int
    rows: int


def pack(sizes: Iterable[Size], columns: int) -> tuple[list[Place], int]:
    """Return the top left places of rectangles, each as far up as it fits below those before it and then as far left, and the
    number of rows that all take.

    They are half a column and one row apart. None is wider than `columns`.
    """
    bottoms = [0] * (2 * columns + 1)  # the first free row, by half column
    places: list[Place] = []
    for size in sizes:
        taken = 2 * size.columns + 1
        rows = [max(bottoms[left : left + taken]) for left in range(len(bottoms) - taken + 1)]
        row = min(rows)
        left = rows.index(row)
        bottoms[left : left + taken] = [row + size.rows + 1] * taken
        places.append(Place(left / 2, row))
    return places, max(bottoms)

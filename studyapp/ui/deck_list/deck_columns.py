"""The columns of the deck list."""

from enum import IntEnum

from PySide6.QtCore import QRectF

from studyapp.ui.kit import theme


class Column(IntEnum):
    """The columns from left to right."""

    DECK = 0
    LEARNED = 1
    NEW = 2
    LEARNING = 3
    DUE = 4
    MENU = 5


COUNT_COLUMNS = (Column.NEW, Column.LEARNING, Column.DUE)

PADDING = 12
"""Pixels left and right of the text."""

_WIDTHS = {Column.LEARNED: 144, Column.NEW: 76, Column.LEARNING: 92, Column.DUE: 76, Column.MENU: 32}
_NARROW_LIST_WIDTH = 620
_NARROW_WIDTHS = _WIDTHS | {Column.LEARNED: 0, Column.NEW: 56, Column.LEARNING: 80, Column.DUE: 56}
_NARROWEST_LIST_WIDTH = 380
_NARROWEST_WIDTHS = dict.fromkeys(_WIDTHS, 0) | {Column.MENU: 32}
"""Widths in pixels, at a text size of 100 %: by default, in lists narrower than `_NARROW_LIST_WIDTH`, which have no
progress bars, and in lists narrower than `_NARROWEST_LIST_WIDTH`, where the counts are below the title."""


def has_two_lines(list_width: int) -> bool:
    """Return whether a list of this width shows the counts below the titles, without columns for them."""
    return list_width < theme.scale_pixels(_NARROWEST_LIST_WIDTH)


def row_height(list_width: int) -> int:
    """Return the height in pixels of a row in a list of this width."""
    return theme.scale_pixels(60 if has_two_lines(list_width) else 44)


def header_height(list_width: int) -> int:
    """Return the height in pixels of the headings above a list of this width."""
    return 0 if has_two_lines(list_width) else theme.scale_pixels(32)


def column_rects(list_width: int, top: float, height: float) -> dict[Column, QRectF]:
    """Return the rectangle of each column in a row. Hidden columns have no width."""
    base_widths = _WIDTHS
    if has_two_lines(list_width):
        base_widths = _NARROWEST_WIDTHS
    elif list_width < theme.scale_pixels(_NARROW_LIST_WIDTH):
        base_widths = _NARROW_WIDTHS
    widths = {column: theme.scale_pixels(width) for column, width in base_widths.items()}
    left: float = list_width - sum(widths.values())
    rects = {Column.DECK: QRectF(PADDING, top, left - 2 * PADDING, height)}
    for column, width in widths.items():
        padding = 0 if column is Column.MENU else PADDING
        rects[column] = QRectF(left, top, max(0, width - padding), height)
        left += width
    return rects

"""A row of the deck list: what it shows, and how it is drawn.

Rows are drawn instead of being built from widgets, because a widget for each cell of a hundred decks would be slow.
"""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from studyapp.ui.deck_list.deck_columns import COUNT_COLUMNS, PADDING, Column, column_rects, has_two_lines
from studyapp.ui.kit import theme

_INDENT = 20
"""Pixels per level of the tree, at a text size of 100 %."""


class DeckRow(NamedTuple):
    """What a row shows of a deck or of a parent node.

    `key` is the key of the node; `deck_id` is empty for a parent without a deck of its own. `level` is 0 at the top.
    """

    key: str
    deck_id: str
    title: str
    level: int
    is_parent: bool
    is_in_tree: bool
    """Whether any deck of the list has a parent, so that all titles are indented by a triangle."""

    counts: dict[Column, int]
    learned_share: float
    """From 0 to 1."""

    next_due_text: str
    """When the next card is due; empty if cards are left for today or none is scheduled."""

    status: str
    """What is left for today, for the second line of a narrow list."""

    description: str
    """All numbers, for screen readers."""

    tooltip: str


class RowState(NamedTuple):
    """How a row is drawn."""

    is_focused: bool
    is_hovered: bool
    is_collapsed: bool
    is_menu_hovered: bool


def triangle_rect(row: DeckRow, top: float, height: float) -> QRectF:
    """Return the rectangle of the triangle that collapses and expands a parent. Its right edge is where the title
    starts."""
    indent = theme.scale_pixels(_INDENT)
    return QRectF(PADDING + row.level * indent, top, indent if row.is_in_tree else 0, height)


def draw_row(painter: QPainter, rect: QRectF, row: DeckRow, state: RowState) -> None:
    """Draw a row that fills `rect`."""
    colours = theme.current_colours()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw_background(painter, rect, state, colours)
    rects = column_rects(round(rect.width()), rect.top(), rect.height())
    triangle = triangle_rect(row, rect.top(), rect.height())
    if row.is_parent:
        _draw_triangle(painter, triangle, state, colours)
    title_rect = QRectF(rects[Column.DECK])
    title_rect.setLeft(triangle.right())
    font = QFont(painter.font())
    if has_two_lines(round(rect.width())):
        middle = rect.height() * 0.52
        _draw_text(painter, title_rect.adjusted(0, 0, 0, -middle), row.title, colours.text, bottom=True)
        painter.setFont(_small(font))
        status_rect = title_rect.adjusted(0, rect.height() - middle, 0, 0)
        _draw_text(painter, status_rect, row.status, colours.mutedText, top=True)
        painter.setFont(font)
    else:
        _draw_text(painter, title_rect, row.title, colours.text)
        _draw_counts(painter, rects, row, colours)
        if rects[Column.LEARNED].width() > 0:
            _draw_progress_bar(painter, rects[Column.LEARNED], row.learned_share, colours)
    _draw_menu_button(painter, rects[Column.MENU], state, colours)


def draw_headings(painter: QPainter, width: int, height: int, headings: dict[Column, str]) -> None:
    """Draw the column headings."""
    painter.setPen(QColor(theme.current_colours().mutedText))
    painter.setFont(_small(painter.font()))
    rects = column_rects(width, 0, height)
    for column, heading in headings.items():
        alignment = Qt.AlignmentFlag.AlignRight if column in COUNT_COLUMNS else Qt.AlignmentFlag.AlignLeft
        if rects[column].width() > 0:
            painter.drawText(rects[column], Qt.AlignmentFlag.AlignVCenter | alignment, heading)


def _small(font: QFont) -> QFont:
    small_font = QFont(font)
    small_font.setPixelSize(theme.scale_pixels(13))
    return small_font


def _draw_text(
    painter: QPainter, rect: QRectF, text: str, colour: str, *, top: bool = False, bottom: bool = False
) -> None:
    painter.setPen(QColor(colour))
    flags = Qt.AlignmentFlag
    vertical = flags.AlignTop if top else flags.AlignBottom if bottom else flags.AlignVCenter
    elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()))
    painter.drawText(rect, vertical | flags.AlignLeft, elided)


def _draw_counts(
    painter: QPainter, rect_by_column: dict[Column, QRectF], row: DeckRow, colours: theme.Colours
) -> None:
    """Draw today's counts, or when the next card is due if there are none."""
    alignment = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
    if row.next_due_text:
        painter.setPen(QColor(colours.mutedText))
        painter.drawText(
            rect_by_column[Column.NEW].united(rect_by_column[Column.DUE]), alignment, row.next_due_text
        )
        return
    colour_by_column = {Column.NEW: colours.easy, Column.LEARNING: colours.hard, Column.DUE: colours.good}
    for column, count in row.counts.items():
        painter.setPen(QColor(colour_by_column[column] if count else colours.mutedText))
        painter.drawText(rect_by_column[column], alignment, str(count or "–"))


def _draw_background(painter: QPainter, rect: QRectF, state: RowState, colours: theme.Colours) -> None:
    if not state.is_focused and not state.is_hovered:
        return
    painter.setPen(QColor(colours.accent) if state.is_focused else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.badgeBackground if state.is_focused else colours.hover))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)


def _draw_triangle(painter: QPainter, rect: QRectF, state: RowState, colours: theme.Colours) -> None:
    size = theme.scale_pixels(4)
    center = QPointF(rect.left() + size, rect.center().y())
    corners: tuple[tuple[float, float], ...] = ((-size, -size / 2), (size, -size / 2), (0, size / 2))
    if state.is_collapsed:
        corners = ((-size / 2, -size), (size / 2, 0), (-size / 2, size))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.mutedText))
    painter.drawPolygon([center + QPointF(x, y) for x, y in corners])


def _draw_menu_button(painter: QPainter, rect: QRectF, state: RowState, colours: theme.Colours) -> None:
    """Draw three dots, muted unless the pointer is on them or the row has the focus."""
    painter.setPen(Qt.PenStyle.NoPen)
    if state.is_menu_hovered:
        side = theme.scale_pixels(28)
        background = QRectF(0, 0, side, side)
        background.moveCenter(rect.center())
        painter.setBrush(QColor(colours.track))
        painter.drawRoundedRect(background, 6, 6)
    painter.setBrush(QColor(colours.text if state.is_menu_hovered or state.is_focused else colours.mutedText))
    radius, distance = theme.scale_pixels(15) / 10, theme.scale_pixels(6)
    for step in (-1, 0, 1):
        painter.drawEllipse(rect.center() + QPointF(step * distance, 0), radius, radius)


def _draw_progress_bar(painter: QPainter, rect: QRectF, share: float, colours: theme.Colours) -> None:
    height = theme.scale_pixels(8)
    radius = height / 2
    bar = QRectF(rect.left(), rect.center().y() - radius, rect.width() - theme.scale_pixels(24), height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.track))
    painter.drawRoundedRect(bar, radius, radius)
    if share > 0:
        painter.setBrush(QColor(colours.accent))
        bar.setWidth(max(float(height), bar.width() * share))
        painter.drawRoundedRect(bar, radius, radius)

"""Draws the cells of the table. Drawing them here is faster than the style sheet, and marks states by shapes."""

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from studyapp.services.browse.browse_rows import BrowseRow
from studyapp.store.search.card_order import CardColumn
from studyapp.ui.browse.rows.column_texts import NUMERIC_COLUMNS
from studyapp.ui.browse.rows.row_model import STATE_COLUMN, RowModel
from studyapp.ui.kit import theme

_PADDING, _MARK_SIZE, _MARK_GAP = 8, 11, 4
"""Pixels, at a text size of 100 %."""

_MAX_MARKS = 2

_MIN_LETTER_WIDTH = 3
"""Pixels. Most texts are wider."""

_SELECTED = QStyle.StateFlag.State_Selected
_LEFT = int(Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


class _Style(NamedTuple):
    """Colors and lengths in pixels. The question has the color of the text; all others are muted."""

    text: QColor
    muted_text: QColor
    selection: QColor
    accent: QColor
    padding: int
    current_width: int


def _load_style() -> _Style:
    colours = theme.current_colours()
    return _Style(
        QColor(colours.text),
        QColor(colours.mutedText),
        QColor(colours.selection),
        QColor(colours.accent),
        theme.scale_pixels(_PADDING),
        theme.scale_pixels(3),
    )


def state_column_width() -> int:
    """Return the width in pixels of the column with the marks."""
    return theme.scale_pixels(_PADDING + 2 * _MARK_SIZE + _MARK_GAP)


def padding_width() -> int:
    """Return the width in pixels of the padding on both sides of a text."""
    return 2 * theme.scale_pixels(_PADDING) + 2


class RowDelegate(QStyledItemDelegate):
    """Draws texts, elided if they don't fit, and the marks for flags and states."""

    def __init__(self, model: RowModel, view: QTableView) -> None:
        super().__init__(view)
        self._model, self._view = model, view
        self._style = _load_style()

    def sizeHint(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        """Return the width of the text with its padding."""
        if index.column() == STATE_COLUMN:
            return QSize(state_column_width(), 0)
        text = self._model.text_at(index.row(), self._model.columns[index.column() - 1])
        return QSize(option.fontMetrics.horizontalAdvance(text) + padding_width(), 0)

    def prepare(self) -> None:
        """Look up colors and lengths for the cells that are drawn next."""
        self._style = _load_style()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a cell."""
        style, rect, row_number = self._style, option.rect, index.row()
        if _SELECTED in option.state:
            painter.fillRect(rect, style.selection)
        row = self._model.row_at(row_number)
        if row is None:
            return
        section = index.column()
        if section == STATE_COLUMN:
            self._draw_marks(painter, rect, row)
            if self._view.hasFocus() and row_number == self._view.currentIndex().row():
                mark = QRect(rect.left(), rect.top(), style.current_width, rect.height())
                painter.fillRect(mark, style.accent)
            return
        column = self._model.columns[section - 1]
        text = self._model.text_at(row_number, column)
        if not text:
            return
        rect.adjust(style.padding, 0, -style.padding, 0)
        is_main = column is CardColumn.QUESTION and not row.is_suspended
        painter.setPen(style.text if is_main else style.muted_text)
        flags = _RIGHT if column in NUMERIC_COLUMNS else _LEFT
        painter.drawText(rect, flags, _elide(text, option.fontMetrics, rect.width()))

    def _draw_marks(self, painter: QPainter, rect: QRect, row: BrowseRow) -> None:
        if not (row.flag or row.is_suspended or row.is_buried or row.is_leech):
            return
        size = theme.scale_pixels(_MARK_SIZE)
        left, top = rect.left() + theme.scale_pixels(_PADDING), rect.center().y() - size / 2
        colours = theme.current_colours()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marks = (
            (bool(row.flag), _draw_flag, theme.flag_colour(row.flag) if row.flag else ""),
            (row.is_suspended, _draw_pause, colours.hard),
            (row.is_buried, _draw_arrow, colours.mutedText),
            (row.is_leech, _draw_exclamation, colours.again),
        )
        shown = [(draw, colour) for applies, draw, colour in marks if applies]
        for draw, colour in shown[:_MAX_MARKS]:
            draw(painter, QRectF(left, top, size, size), QColor(colour))
            left += size + theme.scale_pixels(_MARK_GAP)
        painter.restore()


def _elide(text: str, metrics: QFontMetrics, width: int) -> str:
    """Return the part of a text that fits into this width in pixels. Measuring a long text takes time, so its end is cut
    off first, if what remains is still too long."""
    beginning = text[: width // _MIN_LETTER_WIDTH]
    elided = metrics.elidedText(beginning, Qt.TextElideMode.ElideRight, width)
    if elided == beginning and beginning != text:
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    return elided


def _draw_flag(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    painter.setPen(QPen(colour, max(1.5, rect.width() / 8)))
    x = rect.left() + rect.width() * 0.2
    painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))
    painter.setBrush(colour)
    painter.setPen(Qt.PenStyle.NoPen)
    bottom = rect.top() + rect.height() * 0.6
    painter.drawPolygon(
        QPolygonF(
            [
                QPointF(x, rect.top()), QPointF(rect.right(), rect.top()),
                QPointF(rect.right() - rect.width() * 0.22, (rect.top() + bottom) / 2),
                QPointF(rect.right(), bottom), QPointF(x, bottom),
            ]
        )
    )  # fmt: skip


def _draw_pause(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    width = rect.width() * 0.26
    for left in (rect.left() + rect.width() * 0.16, rect.left() + rect.width() * 0.58):
        painter.fillRect(QRectF(left, rect.top() + rect.height() * 0.08, width, rect.height() * 0.84), colour)


def _draw_arrow(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    painter.setPen(QPen(colour, max(1.5, rect.width() / 8), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    middle, bottom = rect.center().x(), rect.top() + rect.height() * 0.68
    painter.drawLine(QPointF(middle, rect.top()), QPointF(middle, bottom))
    wing = rect.width() * 0.28
    painter.drawLine(QPointF(middle - wing, bottom - wing), QPointF(middle, bottom))
    painter.drawLine(QPointF(middle + wing, bottom - wing), QPointF(middle, bottom))
    painter.drawLine(
        QPointF(rect.left() + rect.width() * 0.12, rect.bottom()),
        QPointF(rect.right() - rect.width() * 0.12, rect.bottom()),
    )


def _draw_exclamation(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    painter.setPen(QPen(colour, max(1.2, rect.width() / 10)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(rect)
    font = painter.font()
    font.setPixelSize(round(rect.height() * 0.8))
    font.setBold(True)
    painter.setFont(font)
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), "!")

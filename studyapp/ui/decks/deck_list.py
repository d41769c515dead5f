"""The deck list: title, share learned and today's cards of each deck. A click or Enter studies a deck."""

from collections.abc import Iterator
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QVBoxLayout, QWidget

from studyapp.services.overview.daily_overview import DeckOverview
from studyapp.ui.kit import formatting, theme
from studyapp.ui.kit.app_settings import AppSettings
from studyapp.ui.kit.widgets import is_narrow

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

_ROW_HEIGHT, _HEADER_HEIGHT = 44, 32
_PADDING, _INDENT = 12, 20


class Column(IntEnum):
    """The columns from left to right."""

    DECK = 0
    LEARNED = 1
    NEW = 2
    LEARNING = 3
    DUE = 4


_COLUMN_WIDTHS = {Column.LEARNED: 184, Column.NEW: 76, Column.LEARNING: 92, Column.DUE: 76}
_NARROW_LIST_WIDTH = 560
_NARROW_COLUMN_WIDTHS = {Column.LEARNED: 0, Column.NEW: 56, Column.LEARNING: 80, Column.DUE: 56}
_NARROWEST_COLUMN_WIDTHS = {Column.LEARNED: 0, Column.NEW: 48, Column.LEARNING: 0, Column.DUE: 60}
"""Column widths in pixels, at a text size of 100 %: by default, in lists narrower than `_NARROW_LIST_WIDTH`, which have no
progress bars, and in the narrowest lists, where learning cards are counted as due."""


def column_rects(widget: QWidget, height: int) -> dict[Column, QRectF]:
    """Return the rectangle of each column in the list or in a row of it. Hidden columns have no width."""
    total = widget.width()
    base_widths = _NARROW_COLUMN_WIDTHS if total < theme.scale_pixels(_NARROW_LIST_WIDTH) else _COLUMN_WIDTHS
    if is_narrow(widget):
        base_widths = _NARROWEST_COLUMN_WIDTHS
    widths = {column: theme.scale_pixels(width) for column, width in base_widths.items()}
    left: float = total - sum(widths.values())
    rects = {Column.DECK: QRectF(_PADDING, 0, left - 2 * _PADDING, height)}
    for column, width in widths.items():
        rects[column] = QRectF(left, 0, max(0, width - _PADDING), height)
        left += width
    return rects


class DeckRow(QAbstractButton):
    """One row of the deck list. It is painted as a whole, because building a widget for each cell would be slow."""

    focusMoveRequested = Signal(int)
    """Carries the number of rows to move down."""

    collapseRequested = Signal(bool)
    """Carries True to collapse the row, False to expand it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.node_key = self.deck_id = ""
        self.level, self.is_parent, self.is_collapsed, self.is_in_tree = 0, False, False, False
        self.learned_share = 0.0
        self.counts: dict[Column, int] = {}
        self.next_due_text = ""
        self.setFixedHeight(theme.scale_pixels(_ROW_HEIGHT))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_deck(self, overview: DeckOverview, *, is_in_tree: bool, is_collapsed: bool) -> None:
        """Show a deck or a parent node."""
        node, counts = overview.node, overview.counts
        self.node_key, self.deck_id = node.key, node.deck_id
        self.level, self.is_parent = node.depth, node.is_parent
        self.is_in_tree, self.is_collapsed = is_in_tree, is_collapsed
        self.learned_share = overview.learned_count / overview.card_count if overview.card_count else 0.0
        self.counts = {Column.NEW: counts.new, Column.LEARNING: counts.learning, Column.DUE: counts.review}
        self.next_due_text = (
            formatting.format_relative_day(overview.days_until_next) if overview.days_until_next else ""
        )
        self.setText(node.name)
        learned = self.tr("{learned} of {cards} cards learned").format(
            learned=overview.learned_count, cards=overview.card_count
        )
        status = self.next_due_text or self.tr("{new} new, {learning} learning, {due} due").format(
            new=counts.new, learning=counts.learning, due=counts.review
        )
        self.setToolTip(learned)
        self.setAccessibleName(self.text())
        level = " " + self.tr("Level {number}.").format(number=node.depth + 1) if is_in_tree else ""
        self.setAccessibleDescription(f"{status}. {learned}.{level}")
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Study the deck on Enter. Arrow keys act on the list; in a button they would move the focus out of it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusMoveRequested.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif self.is_parent and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.collapseRequested.emit(event.key() == Qt.Key.Key_Left)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: "QMouseEvent") -> None:
        """Collapse or expand the row on a press on the triangle. Elsewhere act as a button."""
        if self.is_parent and event.position().x() < self._triangle_rect().right():
            self.collapseRequested.emit(not self.is_collapsed)
        else:
            super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the background, the title, the counts and the progress bar."""
        colours, painter = theme.current_colours(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_background(painter, colours)
        rects = column_rects(self, self.height())
        painter.setPen(QColor(colours.text))
        rect = rects[Column.DECK]
        if self.is_in_tree:
            rect.setLeft(self._triangle_rect().right())
            self._draw_triangle(painter, colours)
            painter.setPen(QColor(colours.text))
        title = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, round(rect.width()))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, title)
        self._draw_counts(painter, rects, colours)
        if rects[Column.LEARNED].width() > 0:
            self._draw_progress_bar(painter, rects[Column.LEARNED], colours)

    def _draw_counts(
        self, painter: QPainter, rect_by_column: dict[Column, QRectF], colours: theme.Colours
    ) -> None:
        """Draw today's counts, or when the next card is due if there are none."""
        alignment = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        if self.next_due_text:
            painter.setPen(QColor(colours.mutedText))
            painter.drawText(
                rect_by_column[Column.NEW].united(rect_by_column[Column.DUE]), alignment, self.next_due_text
            )
            return
        colour_by_column = {Column.NEW: colours.easy, Column.LEARNING: colours.hard, Column.DUE: colours.good}
        counts = dict(self.counts)
        if rect_by_column[Column.LEARNING].isEmpty():
            counts[Column.DUE] += counts.pop(Column.LEARNING)
        for column, count in counts.items():
            painter.setPen(QColor(colour_by_column[column] if count else colours.mutedText))
            painter.drawText(rect_by_column[column], alignment, str(count or "–"))

    def _draw_background(self, painter: QPainter, colours: theme.Colours) -> None:
        if not self.hasFocus() and not self.underMouse():
            return
        painter.setPen(QColor(colours.accent) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.badgeBackground if self.hasFocus() else colours.hover))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def _triangle_rect(self) -> QRectF:
        indent = theme.scale_pixels(_INDENT)
        return QRectF(_PADDING + self.level * indent, 0, indent, self.height())

    def _draw_triangle(self, painter: QPainter, colours: theme.Colours) -> None:
        if not self.is_parent:
            return
        rect, size = self._triangle_rect(), theme.scale_pixels(4)
        center = QPointF(rect.left() + size, rect.center().y())
        corners: tuple[tuple[float, float], ...] = ((-size, -size / 2), (size, -size / 2), (0, size / 2))
        if self.is_collapsed:
            corners = ((-size / 2, -size), (size / 2, 0), (-size / 2, size))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.mutedText))
        painter.drawPolygon([center + QPointF(x, y) for x, y in corners])

    def _draw_progress_bar(self, painter: QPainter, rect: QRectF, colours: theme.Colours) -> None:
        bar = QRectF(rect.left(), rect.center().y() - 4, rect.width() - 24, 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.track))
        painter.drawRoundedRect(bar, 4, 4)
        if self.learned_share > 0:
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(
                QRectF(bar.left(), bar.top(), max(8.0, bar.width() * self.learned_share), 8), 4, 4
            )


class DeckList(QWidget):
    """The deck rows below the column headings."""

    studyRequested = Signal(str)
    optionsRequested = Signal(str)
    customStudyRequested = Signal(str)
    suspendedAndBuriedRequested = Signal(str)
    openFileRequested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[DeckRow, ...] = ()
        self._collapsed_keys: set[str] = set()
        self._app_settings: AppSettings | None = None
        self._overviews: tuple[DeckOverview, ...] = ()
        self.setAccessibleName(self.tr("Decks"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, theme.scale_pixels(_HEADER_HEIGHT), 0, 0)
        self._column.setSpacing(0)

    def keep_collapsed_rows_in(self, app_settings: AppSettings) -> None:
        """Collapse the rows stored in these settings, and store later changes there."""
        self._app_settings, self._collapsed_keys = app_settings, app_settings.collapsed_keys

    def show_decks(self, overviews: tuple[DeckOverview, ...]) -> None:
        """Show these decks. The focused row keeps the focus."""
        self._overviews = overviews
        is_in_tree = any(overview.node.is_parent for overview in overviews)
        overviews = tuple(self._visible_rows(overviews))
        for row in self.rows[len(overviews) :]:
            self._column.removeWidget(row)
            row.deleteLater()
        self.rows = self.rows[: len(overviews)] + tuple(
            self._create_row() for _ in overviews[len(self.rows) :]
        )
        for row, overview in zip(self.rows, overviews, strict=True):
            is_collapsed = overview.node.key in self._collapsed_keys
            row.show_deck(overview, is_in_tree=is_in_tree, is_collapsed=is_collapsed)
        self.updateGeometry()

    def _visible_rows(self, overviews: tuple[DeckOverview, ...]) -> Iterator[DeckOverview]:
        hidden_below: int | None = None
        for overview in overviews:
            if hidden_below is not None and overview.node.depth > hidden_below:
                continue
            hidden_below = overview.node.depth if overview.node.key in self._collapsed_keys else None
            yield overview

    def _set_collapsed(self, row: DeckRow, is_collapsed: bool) -> None:
        (self._collapsed_keys.add if is_collapsed else self._collapsed_keys.discard)(row.node_key)
        self.show_decks(self._overviews)
        if self._app_settings is not None:
            self._app_settings.collapsed_keys = self._collapsed_keys

    def restyle(self) -> None:
        """Draw everything in the current theme."""
        self.update()
        for row in self.rows:
            row.update()

    def sizeHint(self) -> QSize:
        """Return the height of the headings and the rows."""
        return QSize(
            640, theme.scale_pixels(_HEADER_HEIGHT) + len(self.rows) * theme.scale_pixels(_ROW_HEIGHT)
        )

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the column headings."""
        painter = QPainter(self)
        painter.setPen(QColor(theme.current_colours().mutedText))
        font = self.font()
        font.setPixelSize(theme.scale_pixels(13))
        painter.setFont(font)
        headings = (self.tr("Deck"), self.tr("Learned"), self.tr("New"), self.tr("Learning"), self.tr("Due"))
        rects = column_rects(self, theme.scale_pixels(_HEADER_HEIGHT))
        for column, heading in zip(Column, headings, strict=True):
            alignment = Qt.AlignmentFlag.AlignRight if column > Column.LEARNED else Qt.AlignmentFlag.AlignLeft
            if rects[column].width() > 0:
                painter.drawText(rects[column], Qt.AlignmentFlag.AlignVCenter | alignment, heading)

    @property
    def focused_deck_id(self) -> str:
        """The id of the focused deck; empty if there is none."""
        return next((row.deck_id for row in self.rows if row.hasFocus()), "")

    @property
    def focused_node_key(self) -> str:
        """The key of the focused row; empty if there is none."""
        return next((row.node_key for row in self.rows if row.hasFocus()), "")

    def build_menu(self, row: DeckRow) -> QMenu:
        """Build the context menu of a row."""
        menu = QMenu(self)
        menu.addAction(self.tr("Study")).triggered.connect(lambda: self.studyRequested.emit(row.node_key))
        menu.addAction(self.tr("Custom study…")).triggered.connect(
            lambda: self.customStudyRequested.emit(row.node_key)
        )
        menu.addAction(self.tr("Suspended and buried…")).triggered.connect(
            lambda: self.suspendedAndBuriedRequested.emit(row.node_key)
        )
        if not row.deck_id:
            return menu
        menu.addAction(self.tr("Deck options…")).triggered.connect(
            lambda: self.optionsRequested.emit(row.deck_id)
        )
        menu.addAction(self.tr("Open deck file")).triggered.connect(
            lambda: self.openFileRequested.emit(row.deck_id)
        )
        return menu

    def _open_menu(self, row: DeckRow, position: QPoint) -> None:
        menu = self.build_menu(row)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(position)

    def _move_focus(self, row: DeckRow, step: int) -> None:
        index = min(max(0, self.rows.index(row) + step), len(self.rows) - 1)
        self.rows[index].setFocus(Qt.FocusReason.TabFocusReason)

    def _create_row(self) -> DeckRow:
        row = DeckRow(self)
        row.clicked.connect(lambda: self.studyRequested.emit(row.node_key))
        row.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        row.customContextMenuRequested.connect(lambda point: self._open_menu(row, row.mapToGlobal(point)))
        row.collapseRequested.connect(lambda is_collapsed: self._set_collapsed(row, is_collapsed))
        row.focusMoveRequested.connect(lambda step: self._move_focus(row, step))
        self._column.addWidget(row)
        return row

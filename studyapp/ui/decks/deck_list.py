"""The list of decks: name, share learned, and what each asks today. A click or Enter studies one."""

from collections.abc import Iterator
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QVBoxLayout, QWidget

from studyapp.services.overview.daily_overview import DeckOverview
from studyapp.ui.kit import formatting, theme
from studyapp.ui.kit.widgets import is_narrow
from studyapp.ui.kit.window_settings import WindowSettings

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
"""Pixels of the columns, of those of a list less than `_NARROW` wide, which has no room for bars, and of those of one
with little room at all, where the cards being learned count among those that are due."""


def column_rects(widget: QWidget, height: int) -> dict[Column, QRectF]:
    """Where the columns stand in the list or a row of it; empty where there is no room for them."""
    width = widget.width()
    usual = _NARROW_COLUMN_WIDTHS if width < theme.scale_pixels(_NARROW_LIST_WIDTH) else _COLUMN_WIDTHS
    if is_narrow(widget):
        usual = _NARROWEST_COLUMN_WIDTHS
    widths = {column: theme.scale_pixels(wide) for column, wide in usual.items()}
    left: float = width - sum(widths.values())
    found = {Column.DECK: QRectF(_PADDING, 0, left - 2 * _PADDING, height)}
    for column, wide in widths.items():
        found[column] = QRectF(left, 0, max(0, wide - _PADDING), height)
        left += wide
    return found


class DeckRow(QAbstractButton):
    """One deck. Drawn as a whole: a table of cells would take as long to build as the rest of the page."""

    focusMoveRequested = Signal(int)
    """An arrow key leads so many rows down."""

    collapseRequested = Signal(bool)
    """What stands below is to be hidden, or shown again."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.node_key = self.deck = ""
        self.level, self.is_parent, self.is_collapsed, self.is_in_tree = 0, False, False, False
        self.learned_share = 0.0
        self.counts: dict[Column, int] = {}
        self.next_due_text = ""
        self.setFixedHeight(theme.scale_pixels(_ROW_HEIGHT))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_deck(self, overview: DeckOverview, *, is_in_tree: bool, is_collapsed: bool) -> None:
        """Show this deck or place."""
        place, counts = overview.node, overview.counts
        self.node_key, self.deck = place.key, place.deck_id
        self.level, self.is_parent = place.depth, place.is_parent
        self.is_in_tree, self.is_collapsed = is_in_tree, is_collapsed
        self.learned_share = overview.learned_count / overview.card_count if overview.card_count else 0.0
        self.counts = {Column.NEW: counts.new, Column.LEARNING: counts.learning, Column.DUE: counts.due}
        self.next_due_text = (
            formatting.format_relative_day(overview.days_until_next) if overview.days_until_next else ""
        )
        self.setText(place.name)
        learned = self.tr("{learned} of {cards} cards learned").format(
            learned=overview.learned_count, cards=overview.card_count
        )
        waiting = self.next_due_text or self.tr("{new} new, {learning} learning, {due} due").format(
            new=counts.new, learning=counts.learning, due=counts.due
        )
        self.setToolTip(learned)
        self.setAccessibleName(self.text())
        level = " " + self.tr("Level {number}.").format(number=place.depth + 1) if is_in_tree else ""
        self.setAccessibleDescription(f"{waiting}. {learned}.{level}")
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter studies the deck; the arrows go to its neighbours, where a button would leave the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusMoveRequested.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif self.is_parent and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.collapseRequested.emit(event.key() == Qt.Key.Key_Left)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: "QMouseEvent") -> None:
        """A press on the triangle folds; elsewhere it is that of a button."""
        if self.is_parent and event.position().x() < self._triangle_rect().right():
            self.collapseRequested.emit(not self.is_collapsed)
        else:
            super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the row: the ground under pointer or focus, the title, the bar, the counts."""
        colours, painter = theme.current_colours(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_background(painter, colours)
        areas = column_rects(self, self.height())
        painter.setPen(QColor(colours.text))
        title = areas[Column.DECK]
        if self.is_in_tree:
            title.setLeft(self._triangle_rect().right())
            self._draw_triangle(painter, colours)
            painter.setPen(QColor(colours.text))
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, round(title.width()))
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        self._draw_counts(painter, areas, colours)
        if areas[Column.LEARNED].width() > 0:
            self._draw_progress_bar(painter, areas[Column.LEARNED], colours)

    def _draw_counts(
        self, painter: QPainter, rect_by_column: dict[Column, QRectF], colours: theme.Colours
    ) -> None:
        """What waits today; where nothing does, when something will."""
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        if self.next_due_text:
            painter.setPen(QColor(colours.mutedText))
            painter.drawText(
                rect_by_column[Column.NEW].united(rect_by_column[Column.DUE]), side, self.next_due_text
            )
            return
        shades = {Column.NEW: colours.easy, Column.LEARNING: colours.hard, Column.DUE: colours.good}
        counts = dict(self.counts)
        if rect_by_column[Column.LEARNING].isEmpty():
            counts[Column.DUE] += counts.pop(Column.LEARNING)
        for column, count in counts.items():
            painter.setPen(QColor(shades[column] if count else colours.mutedText))
            painter.drawText(rect_by_column[column], side, str(count or "–"))

    def _draw_background(self, painter: QPainter, colours: theme.Colours) -> None:
        if not self.hasFocus() and not self.underMouse():
            return
        painter.setPen(QColor(colours.accent) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.badgeBackground if self.hasFocus() else colours.hover))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def _triangle_rect(self) -> QRectF:
        step = theme.scale_pixels(_INDENT)
        return QRectF(_PADDING + self.level * step, 0, step, self.height())

    def _draw_triangle(self, painter: QPainter, colours: theme.Colours) -> None:
        if not self.is_parent:
            return
        area, size = self._triangle_rect(), theme.scale_pixels(4)
        middle = QPointF(area.left() + size, area.center().y())
        corners: tuple[tuple[float, float], ...] = ((-size, -size / 2), (size, -size / 2), (0, size / 2))
        if self.is_collapsed:
            corners = ((-size / 2, -size), (size / 2, 0), (-size / 2, size))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.mutedText))
        painter.drawPolygon([middle + QPointF(x, y) for x, y in corners])

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
    """The decks under the heads of their columns."""

    studyRequested = Signal(str)
    optionsRequested = Signal(str)
    customStudyRequested = Signal(str)
    suspendedAndBuriedRequested = Signal(str)
    openFileRequested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[DeckRow, ...] = ()
        self._collapsed_keys: set[str] = set()
        self._window_settings: WindowSettings | None = None
        self._overviews: tuple[DeckOverview, ...] = ()
        self.setAccessibleName(self.tr("Decks"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, theme.scale_pixels(_HEADER_HEIGHT), 0, 0)
        self._column.setSpacing(0)

    def keep_collapsed_rows_in(self, window_settings: WindowSettings) -> None:
        """Fold what was folded, and keep it there from now on."""
        self._window_settings, self._collapsed_keys = window_settings, window_settings.collapsed_keys

    def show_decks(self, overviews: tuple[DeckOverview, ...]) -> None:
        """Show these decks; the row that has the focus keeps it."""
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
            is_folded = overview.node.key in self._collapsed_keys
            row.show_deck(overview, is_in_tree=is_in_tree, is_collapsed=is_folded)
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
        if self._window_settings is not None:
            self._window_settings.collapsed_keys = self._collapsed_keys

    def restyle(self) -> None:
        """Draw everything in the theme of now."""
        self.update()
        for row in self.rows:
            row.update()

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(
            640, theme.scale_pixels(_HEADER_HEIGHT) + len(self.rows) * theme.scale_pixels(_ROW_HEIGHT)
        )

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the heads of the columns."""
        painter = QPainter(self)
        painter.setPen(QColor(theme.current_colours().mutedText))
        font = self.font()
        font.setPixelSize(theme.scale_pixels(13))
        painter.setFont(font)
        heads = (self.tr("Deck"), self.tr("Learned"), self.tr("New"), self.tr("Learning"), self.tr("Due"))
        areas = column_rects(self, theme.scale_pixels(_HEADER_HEIGHT))
        for column, words in zip(Column, heads, strict=True):
            side = Qt.AlignmentFlag.AlignRight if column > Column.LEARNED else Qt.AlignmentFlag.AlignLeft
            if areas[column].width() > 0:
                painter.drawText(areas[column], Qt.AlignmentFlag.AlignVCenter | side, words)

    @property
    def focused_deck(self) -> str:
        """The deck whose row has the focus; empty when none has."""
        return next((row.deck for row in self.rows if row.hasFocus()), "")

    @property
    def focused_node_key(self) -> str:
        """The key of the row that has the focus; empty when none has."""
        return next((row.node_key for row in self.rows if row.hasFocus()), "")

    def build_menu(self, row: DeckRow) -> QMenu:
        """What can be done with a deck."""
        menu = QMenu(self)
        menu.addAction(self.tr("Study")).triggered.connect(lambda: self.studyRequested.emit(row.node_key))
        menu.addAction(self.tr("Custom study…")).triggered.connect(
            lambda: self.customStudyRequested.emit(row.node_key)
        )
        menu.addAction(self.tr("Suspended and buried…")).triggered.connect(
            lambda: self.suspendedAndBuriedRequested.emit(row.node_key)
        )
        if not row.deck:
            return menu
        menu.addAction(self.tr("Deck options…")).triggered.connect(
            lambda: self.optionsRequested.emit(row.deck)
        )
        menu.addAction(self.tr("Open deck file")).triggered.connect(
            lambda: self.openFileRequested.emit(row.deck)
        )
        return menu

    def _open_menu(self, row: DeckRow, position: QPoint) -> None:
        menu = self.build_menu(row)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(position)

    def _move_focus(self, row: DeckRow, step: int) -> None:
        place = min(max(0, self.rows.index(row) + step), len(self.rows) - 1)
        self.rows[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _create_row(self) -> DeckRow:
        row = DeckRow(self)
        row.clicked.connect(lambda: self.studyRequested.emit(row.node_key))
        row.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        row.customContextMenuRequested.connect(lambda place: self._open_menu(row, row.mapToGlobal(place)))
        row.collapseRequested.connect(lambda fold: self._set_collapsed(row, fold))
        row.focusMoveRequested.connect(lambda step: self._move_focus(row, step))
        self._column.addWidget(row)
        return row

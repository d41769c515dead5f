"""The list of decks: name, share learned, and what each asks today. A click or Enter studies one."""

from collections.abc import Iterator
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QVBoxLayout, QWidget

from studyapp.services.overview.daily_overview import DeckOverview
from studyapp.ui.kit import formatting, theme
from studyapp.ui.kit.widgets import has_little_room
from studyapp.ui.kit.window_settings import Remembered

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

_ROW, _HEADS = 44, 32
_PADDING, _STEP = 12, 20


class Column(IntEnum):
    """The columns from left to right."""

    DECK = 0
    LEARNED = 1
    NEW = 2
    LEARNING = 3
    DUE = 4


_WIDTHS = {Column.LEARNED: 184, Column.NEW: 76, Column.LEARNING: 92, Column.DUE: 76}
_NARROW = 560
_NARROW_WIDTHS = {Column.LEARNED: 0, Column.NEW: 56, Column.LEARNING: 80, Column.DUE: 56}
_NARROWEST_WIDTHS = {Column.LEARNED: 0, Column.NEW: 48, Column.LEARNING: 0, Column.DUE: 60}
"""Pixels of the columns, of those of a list less than `_NARROW` wide, which has no room for bars, and of those of one
with little room at all, where the cards being learned count among those that are due."""


def places(widget: QWidget, height: int) -> dict[Column, QRectF]:
    """Where the columns stand in the list or a row of it; empty where there is no room for them."""
    width = widget.width()
    usual = _NARROW_WIDTHS if width < theme.pixels(_NARROW) else _WIDTHS
    if has_little_room(widget):
        usual = _NARROWEST_WIDTHS
    widths = {column: theme.pixels(wide) for column, wide in usual.items()}
    left: float = width - sum(widths.values())
    found = {Column.DECK: QRectF(_PADDING, 0, left - 2 * _PADDING, height)}
    for column, wide in widths.items():
        found[column] = QRectF(left, 0, max(0, wide - _PADDING), height)
        left += wide
    return found


class DeckRow(QAbstractButton):
    """One deck. Drawn as a whole: a table of cells would take as long to build as the rest of the page."""

    left = Signal(int)
    """An arrow key leads so many rows down."""

    folded = Signal(bool)
    """What stands below is to be hidden, or shown again."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = self.deck = ""
        self.level, self.is_parent, self.is_folded, self.is_in_tree = 0, False, False, False
        self.share = 0.0
        self.counts: dict[Column, int] = {}
        self.when = ""
        self.setFixedHeight(theme.pixels(_ROW))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_deck(self, overview: DeckOverview, *, is_in_tree: bool, is_folded: bool) -> None:
        """Show this deck or place."""
        place, counts = overview.place, overview.counts
        self.key, self.deck = place.key, place.deck
        self.level, self.is_parent = place.level, place.is_parent
        self.is_in_tree, self.is_folded = is_in_tree, is_folded
        self.share = overview.learned / overview.cards if overview.cards else 0.0
        self.counts = {Column.NEW: counts.new, Column.LEARNING: counts.learning, Column.DUE: counts.due}
        self.when = formatting.in_days(overview.next_in) if overview.next_in else ""
        self.setText(place.name)
        learned = self.tr("{learned} of {cards} cards are past their first steps").format(
            learned=overview.learned, cards=overview.cards
        )
        waiting = self.when or self.tr("{new} new, {learning} learning, {due} due").format(
            new=counts.new, learning=counts.learning, due=counts.due
        )
        self.setToolTip(learned)
        self.setAccessibleName(self.text())
        level = " " + self.tr("Level {number}.").format(number=place.level + 1) if is_in_tree else ""
        self.setAccessibleDescription(f"{waiting}. {learned}.{level}")
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter studies the deck; the arrows go to its neighbours, where a button would leave the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.left.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif self.is_parent and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.folded.emit(event.key() == Qt.Key.Key_Left)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: "QMouseEvent") -> None:
        """A press on the triangle folds; elsewhere it is that of a button."""
        if self.is_parent and event.position().x() < self._triangle().right():
            self.folded.emit(not self.is_folded)
        else:
            super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the row: the ground under pointer or focus, the title, the bar, the counts."""
        colours, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter, colours)
        areas = places(self, self.height())
        painter.setPen(QColor(colours.text))
        title = areas[Column.DECK]
        if self.is_in_tree:
            title.setLeft(self._triangle().right())
            self._draw_triangle(painter, colours)
            painter.setPen(QColor(colours.text))
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, round(title.width()))
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        self._draw_counts(painter, areas, colours)
        if areas[Column.LEARNED].width() > 0:
            self._draw_bar(painter, areas[Column.LEARNED], colours)

    def _draw_counts(self, painter: QPainter, areas: dict[Column, QRectF], colours: theme.Colours) -> None:
        """What waits today; where nothing does, when something will."""
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        if self.when:
            painter.setPen(QColor(colours.soft))
            painter.drawText(areas[Column.NEW].united(areas[Column.DUE]), side, self.when)
            return
        shades = {Column.NEW: colours.easy, Column.LEARNING: colours.hard, Column.DUE: colours.good}
        counts = dict(self.counts)
        if areas[Column.LEARNING].isEmpty():
            counts[Column.DUE] += counts.pop(Column.LEARNING)
        for column, count in counts.items():
            painter.setPen(QColor(shades[column] if count else colours.soft))
            painter.drawText(areas[column], side, str(count or "–"))

    def _draw_ground(self, painter: QPainter, colours: theme.Colours) -> None:
        if not self.hasFocus() and not self.underMouse():
            return
        painter.setPen(QColor(colours.accent) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.badge if self.hasFocus() else colours.hover))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def _triangle(self) -> QRectF:
        step = theme.pixels(_STEP)
        return QRectF(_PADDING + self.level * step, 0, step, self.height())

    def _draw_triangle(self, painter: QPainter, colours: theme.Colours) -> None:
        if not self.is_parent:
            return
        area, size = self._triangle(), theme.pixels(4)
        middle = QPointF(area.left() + size, area.center().y())
        corners: tuple[tuple[float, float], ...] = ((-size, -size / 2), (size, -size / 2), (0, size / 2))
        if self.is_folded:
            corners = ((-size / 2, -size), (size / 2, 0), (-size / 2, size))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.soft))
        painter.drawPolygon([middle + QPointF(x, y) for x, y in corners])

    def _draw_bar(self, painter: QPainter, area: QRectF, colours: theme.Colours) -> None:
        bar = QRectF(area.left(), area.center().y() - 4, area.width() - 24, 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.track))
        painter.drawRoundedRect(bar, 4, 4)
        if self.share > 0:
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(
                QRectF(bar.left(), bar.top(), max(8.0, bar.width() * self.share), 8), 4, 4
            )


class DeckList(QWidget):
    """The decks under the heads of their columns."""

    chosen = Signal(str)
    optionsWanted = Signal(str)
    customWanted = Signal(str)
    putAwayWanted = Signal(str)
    fileWanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[DeckRow, ...] = ()
        self._folded: set[str] = set()
        self._remembered: Remembered | None = None
        self._decks: tuple[DeckOverview, ...] = ()
        self.setAccessibleName(self.tr("Decks"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, theme.pixels(_HEADS), 0, 0)
        self._column.setSpacing(0)

    def remember_folded_in(self, remembered: Remembered) -> None:
        """Fold what was folded, and keep it there from now on."""
        self._remembered, self._folded = remembered, remembered.folded

    def show_decks(self, decks: tuple[DeckOverview, ...]) -> None:
        """Show these decks; the row that has the focus keeps it."""
        self._decks = decks
        is_in_tree = any(overview.place.is_parent for overview in decks)
        decks = tuple(self._unfolded(decks))
        for row in self.rows[len(decks) :]:
            self._column.removeWidget(row)
            row.deleteLater()
        self.rows = self.rows[: len(decks)] + tuple(self._row() for _ in decks[len(self.rows) :])
        for row, overview in zip(self.rows, decks, strict=True):
            is_folded = overview.place.key in self._folded
            row.show_deck(overview, is_in_tree=is_in_tree, is_folded=is_folded)
        self.updateGeometry()

    def _unfolded(self, decks: tuple[DeckOverview, ...]) -> Iterator[DeckOverview]:
        hidden_below: int | None = None
        for overview in decks:
            if hidden_below is not None and overview.place.level > hidden_below:
                continue
            hidden_below = overview.place.level if overview.place.key in self._folded else None
            yield overview

    def _fold(self, row: DeckRow, fold: bool) -> None:
        (self._folded.add if fold else self._folded.discard)(row.key)
        self.show_decks(self._decks)
        if self._remembered is not None:
            self._remembered.folded = self._folded

    def restyle(self) -> None:
        """Draw everything in the theme of now."""
        self.update()
        for row in self.rows:
            row.update()

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(640, theme.pixels(_HEADS) + len(self.rows) * theme.pixels(_ROW))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the heads of the columns."""
        painter = QPainter(self)
        painter.setPen(QColor(theme.current().soft))
        font = self.font()
        font.setPixelSize(theme.pixels(13))
        painter.setFont(font)
        heads = (self.tr("Deck"), self.tr("Learned"), self.tr("New"), self.tr("Learning"), self.tr("Due"))
        areas = places(self, theme.pixels(_HEADS))
        for column, words in zip(Column, heads, strict=True):
            side = Qt.AlignmentFlag.AlignRight if column > Column.LEARNED else Qt.AlignmentFlag.AlignLeft
            if areas[column].width() > 0:
                painter.drawText(areas[column], Qt.AlignmentFlag.AlignVCenter | side, words)

    @property
    def focused(self) -> str:
        """The deck whose row has the focus; empty when none has."""
        return next((row.deck for row in self.rows if row.hasFocus()), "")

    @property
    def focused_place(self) -> str:
        """The key of the row that has the focus; empty when none has."""
        return next((row.key for row in self.rows if row.hasFocus()), "")

    def menu(self, row: DeckRow) -> QMenu:
        """What can be done with a deck."""
        menu = QMenu(self)
        menu.addAction(self.tr("Study")).triggered.connect(lambda: self.chosen.emit(row.key))
        menu.addAction(self.tr("Custom session…")).triggered.connect(lambda: self.customWanted.emit(row.key))
        menu.addAction(self.tr("Cards put away…")).triggered.connect(lambda: self.putAwayWanted.emit(row.key))
        if not row.deck:
            return menu
        menu.addAction(self.tr("Options…")).triggered.connect(lambda: self.optionsWanted.emit(row.deck))
        menu.addAction(self.tr("Open the file")).triggered.connect(lambda: self.fileWanted.emit(row.deck))
        return menu

    def _open_menu(self, row: DeckRow, place: QPoint) -> None:
        menu = self.menu(row)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _move(self, row: DeckRow, step: int) -> None:
        place = min(max(0, self.rows.index(row) + step), len(self.rows) - 1)
        self.rows[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _row(self) -> DeckRow:
        row = DeckRow(self)
        row.clicked.connect(lambda: self.chosen.emit(row.key))
        row.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        row.customContextMenuRequested.connect(lambda place: self._open_menu(row, row.mapToGlobal(place)))
        row.folded.connect(lambda fold: self._fold(row, fold))
        row.left.connect(lambda step: self._move(row, step))
        self._column.addWidget(row)
        return row

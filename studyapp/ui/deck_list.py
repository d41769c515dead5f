"""The list of decks: name, share learned, and what each asks today. A click or Enter studies one."""

from enum import IntEnum

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QVBoxLayout, QWidget

from studyapp.core.text import LanguageChoice
from studyapp.services.overview import DeckOverview
from studyapp.ui import theme

_ROW, _HEADS = 44, 32
_PADDING = 12


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
"""Pixels of the columns, and of those of a list less than `_NARROW` wide, which has no room for bars."""


def places(width: int, height: int) -> dict[Column, QRectF]:
    """Where the columns of a row stand; the bars' is empty where there is little room."""
    usual = _NARROW_WIDTHS if width < theme.pixels(_NARROW) else _WIDTHS
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

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.deck = ""
        self.share = 0.0
        self.counts: dict[Column, int] = {}
        self.setFixedHeight(theme.pixels(_ROW))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_deck(self, overview: DeckOverview, choice: LanguageChoice) -> None:
        """Show this deck, its title in these languages."""
        head, counts = overview.deck.head, overview.counts
        self.deck = head.id
        self.share = overview.learned / overview.cards if overview.cards else 0.0
        self.counts = {Column.NEW: counts.new, Column.LEARNING: counts.learning, Column.DUE: counts.due}
        self.setText(" · ".join(words for _, words in head.title.shown_in(choice)))
        learned = self.tr("{learned} of {cards} cards are past their first steps").format(
            learned=overview.learned, cards=overview.cards
        )
        waiting = self.tr("{new} new, {learning} learning, {due} due").format(
            new=counts.new, learning=counts.learning, due=counts.due
        )
        self.setToolTip(learned)
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(f"{waiting}. {learned}.")
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter studies the deck; the arrows go to its neighbours, where a button would leave the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.left.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the row: the ground under pointer or focus, the title, the bar, the counts."""
        colours, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter, colours)
        areas = places(self.width(), self.height())
        painter.setPen(QColor(colours.text))
        title = areas[Column.DECK]
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, round(title.width()))
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        shades = {Column.NEW: colours.easy, Column.LEARNING: colours.hard, Column.DUE: colours.good}
        for column, count in self.counts.items():
            painter.setPen(QColor(shades[column] if count else colours.soft))
            side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(areas[column], side, str(count or "–"))
        if areas[Column.LEARNED].width() > 0:
            self._draw_bar(painter, areas[Column.LEARNED], colours)

    def _draw_ground(self, painter: QPainter, colours: theme.Colours) -> None:
        if not self.hasFocus() and not self.underMouse():
            return
        painter.setPen(QColor(colours.accent) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.badge if self.hasFocus() else colours.hover))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

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

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[DeckRow, ...] = ()
        self.setAccessibleName(self.tr("Decks"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, theme.pixels(_HEADS), 0, 0)
        self._column.setSpacing(0)

    def show_decks(self, decks: tuple[DeckOverview, ...], choice: LanguageChoice) -> None:
        """Show these decks; the row that has the focus keeps it."""
        for row in self.rows[len(decks) :]:
            self._column.removeWidget(row)
            row.deleteLater()
        self.rows = self.rows[: len(decks)] + tuple(self._row() for _ in decks[len(self.rows) :])
        for row, overview in zip(self.rows, decks, strict=True):
            row.show_deck(overview, choice)
        self.updateGeometry()

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
        areas = places(self.width(), theme.pixels(_HEADS))
        for column, words in zip(Column, heads, strict=True):
            side = Qt.AlignmentFlag.AlignRight if column > Column.LEARNED else Qt.AlignmentFlag.AlignLeft
            if areas[column].width() > 0:
                painter.drawText(areas[column], Qt.AlignmentFlag.AlignVCenter | side, words)

    @property
    def focused(self) -> str:
        """The deck whose row has the focus; empty when none has."""
        return next((row.deck for row in self.rows if row.hasFocus()), "")

    def menu(self, row: DeckRow) -> QMenu:
        """What can be done with a deck."""
        menu = QMenu(self)
        menu.addAction(self.tr("Study")).triggered.connect(lambda: self.chosen.emit(row.deck))
        menu.addAction(self.tr("Custom session…")).triggered.connect(lambda: self.customWanted.emit(row.deck))
        menu.addAction(self.tr("Cards put away…")).triggered.connect(
            lambda: self.putAwayWanted.emit(row.deck)
        )
        menu.addAction(self.tr("Options…")).triggered.connect(lambda: self.optionsWanted.emit(row.deck))
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
        row.clicked.connect(lambda: self.chosen.emit(row.deck))
        row.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        row.customContextMenuRequested.connect(lambda place: self._open_menu(row, row.mapToGlobal(place)))
        row.left.connect(lambda step: self._move(row, step))
        self._column.addWidget(row)
        return row

"""The deck list: title, share learned and today's cards of each deck, and a menu per deck."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QVBoxLayout, QWidget

from studyapp.services.overview.daily_overview import DeckOverview
from studyapp.ui.deck_list.deck_columns import Column, header_height
from studyapp.ui.deck_list.deck_row import DeckRow, draw_headings
from studyapp.ui.deck_list.deck_tree_view import DeckTreeView
from studyapp.ui.kit import formatting
from studyapp.ui.kit.app_settings import AppSettings

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class DeckList(QWidget):
    """The deck rows below the column headings. Signals carry the key of a row, or the id of its deck."""

    studyRequested = Signal(str)
    optionsRequested = Signal(str)
    customStudyRequested = Signal(str)
    suspendedAndBuriedRequested = Signal(str)
    openFileRequested = Signal(str)

    currentRowMoved = Signal(QRect)
    """Carries the rectangle of the row that has become the current one, in coordinates of the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._collapsed_keys: set[str] = set()
        self._app_settings: AppSettings | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._headings = _Headings(self)
        self.tree = DeckTreeView(self)
        self.tree.setAccessibleName(self.tr("Decks"))
        self.tree.setAccessibleDescription(self.tr("Enter studies a deck, Shift+F10 opens its menu."))
        self.tree.studyRequested.connect(self.studyRequested)
        self.tree.menuRequested.connect(self._open_menu)
        self.tree.collapsedChanged.connect(self._store_collapsed)
        self.tree.currentRowMoved.connect(
            lambda rect: self.currentRowMoved.emit(rect.translated(self.tree.pos()))
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._headings)
        column.addWidget(self.tree)

    def keep_collapsed_rows_in(self, app_settings: AppSettings) -> None:
        """Collapse the rows stored in these settings, and store later changes there."""
        self._app_settings, self._collapsed_keys = app_settings, app_settings.collapsed_keys

    def show_decks(self, overviews: tuple[DeckOverview, ...]) -> None:
        """Show these decks. The current row stays the current one."""
        is_in_tree = any(overview.node.is_parent for overview in overviews)
        rows = [self._build_row(overview, is_in_tree=is_in_tree) for overview in overviews]
        self.tree.show_rows(rows, self._collapsed_keys)

    def _build_row(self, overview: DeckOverview, *, is_in_tree: bool) -> DeckRow:
        node, counts = overview.node, overview.counts
        next_due_text = (
            formatting.format_relative_day(overview.days_until_next) if overview.days_until_next else ""
        )
        learned = self.tr("{learned} of {cards} cards learned").format(
            learned=overview.learned_count, cards=overview.card_count
        )
        status = next_due_text or self.tr("{new} new, {learning} learning, {due} due").format(
            new=counts.new, learning=counts.learning, due=counts.review
        )
        level = " " + self.tr("Level {number}.").format(number=node.depth + 1) if is_in_tree else ""
        return DeckRow(
            key=node.key,
            deck_id=node.deck_id,
            title=node.name,
            level=node.depth,
            is_parent=node.is_parent,
            is_in_tree=is_in_tree,
            counts={Column.NEW: counts.new, Column.LEARNING: counts.learning, Column.DUE: counts.review},
            learned_share=overview.learned_count / overview.card_count if overview.card_count else 0.0,
            next_due_text=next_due_text,
            status=next_due_text or self._format_counts(overview),
            description=f"{status}. {learned}.{level}",
            tooltip=f"{node.name}\n{learned}",
        )

    def _format_counts(self, overview: DeckOverview) -> str:
        """Return today's counts without the zeros."""
        counts = overview.counts
        parts = (
            (counts.new, self.tr("%n new", None, counts.new)),
            (counts.learning, self.tr("%n learning", None, counts.learning)),
            (counts.review, self.tr("%n due", None, counts.review)),
        )
        return " · ".join(text for count, text in parts if count) or "–"

    def _store_collapsed(self, key: str, is_collapsed: bool) -> None:
        (self._collapsed_keys.add if is_collapsed else self._collapsed_keys.discard)(key)
        if self._app_settings is not None:
            self._app_settings.collapsed_keys = self._collapsed_keys

    def restyle(self) -> None:
        """Draw everything in the current theme."""
        self._headings.update()
        self.tree.viewport().update()

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Hide the headings in the narrowest lists."""
        super().resizeEvent(event)
        self._headings.setFixedHeight(header_height(self.width()))

    @property
    def focused_deck_id(self) -> str:
        """The id of the focused deck; empty if there is none."""
        key = self.focused_node_key
        return next((row.deck_id for row in self.tree.rows if row.key == key), "")

    @property
    def focused_node_key(self) -> str:
        """The key of the focused row; empty if there is none."""
        return self.tree.current_key if self.tree.hasFocus() else ""

    def build_menu(self, key: str) -> QMenu:
        """Build the menu of a row."""
        row = next(row for row in self.tree.rows if row.key == key)
        menu = QMenu(self)
        menu.addAction(self.tr("Study")).triggered.connect(lambda: self.studyRequested.emit(key))
        menu.addAction(self.tr("Custom study…")).triggered.connect(
            lambda: self.customStudyRequested.emit(key)
        )
        menu.addAction(self.tr("Suspended and buried…")).triggered.connect(
            lambda: self.suspendedAndBuriedRequested.emit(key)
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

    def _open_menu(self, key: str, position: QPoint) -> None:
        menu = self.build_menu(key)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(position)


class _Headings(QWidget):
    """The column headings. Screen readers read the numbers with their names in the rows instead."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(header_height(self.width()))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the headings."""
        headings = {
            Column.DECK: self.tr("Deck"),
            Column.LEARNED: self.tr("Learned"),
            Column.NEW: self.tr("New"),
            Column.LEARNING: self.tr("Learning"),
            Column.DUE: self.tr("Due"),
        }
        draw_headings(QPainter(self), self.width(), self.height(), headings)

    def sizeHint(self) -> QSize:
        """Return a size of which only the height matters."""
        return QSize(320, header_height(self.width()))

"""The deck list: title, share learned and today's cards of each deck, and a menu per deck."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QVBoxLayout, QWidget

from studyapp.core.notes.deck_tree import DeckNode, order_after_move
from studyapp.services.overview.daily_overview import DeckOverview
from studyapp.ui.deck_list.deck_columns import Column, header_height
from studyapp.ui.deck_list.deck_row import DeckRow, draw_headings
from studyapp.ui.deck_list.deck_tree_view import DeckTreeView
from studyapp.ui.kit import formatting
from studyapp.ui.kit.app_settings import AppSettings
from studyapp.ui.kit.widgets import create_button

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class DeckList(QWidget):
    """The deck rows below the column headings. Signals carry the key of a row, or the id of its deck."""

    studyRequested = Signal(str)
    optionsRequested = Signal(str)
    customStudyRequested = Signal(str)
    suspendedAndBuriedRequested = Signal(str)
    aboutRequested = Signal(str)
    openFileRequested = Signal(str)
    browseRequested = Signal(str)
    planExamRequested = Signal(str)
    addNoteRequested = Signal(str)
    renameRequested = Signal(str)
    deleteRequested = Signal(str)

    hideRequested = Signal(str)
    moveRequested = Signal(str, int)
    """Carries the key of the row, and -1 to move it up or 1 to move it down."""

    unhideRequested = Signal(object)
    """Carries the ids of the decks to show again."""

    currentRowMoved = Signal(QRect)
    """Carries the rectangle of the row that has become the current one, in coordinates of the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._collapsed_keys: set[str] = set()
        self._app_settings: AppSettings | None = None
        self._nodes: tuple[DeckNode, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._headings = _Headings(self)
        self.tree = DeckTreeView(self)
        self.tree.setAccessibleName(self.tr("Decks"))
        description = self.tr("Enter studies a deck, {key} opens its menu.").format(
            key=_format_keys("Shift+F10")
        )
        self.tree.setAccessibleDescription(description)
        self.tree.studyRequested.connect(self.studyRequested)
        self.tree.menuRequested.connect(self._open_menu)
        self.tree.moveRequested.connect(self.moveRequested)
        self.tree.collapsedChanged.connect(self._store_collapsed)
        self.tree.currentRowMoved.connect(
            lambda rect: self.currentRowMoved.emit(rect.translated(self.tree.pos()))
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._headings)
        column.addWidget(self.tree)
        self._hidden_decks: Sequence[tuple[str, str]] = ()
        self.hidden_decks_button = create_button("", "link", self)
        self.hidden_decks_button.clicked.connect(self._open_hidden_decks_menu)
        column.addWidget(self.hidden_decks_button, 0, Qt.AlignmentFlag.AlignLeft)

    def keep_collapsed_rows_in(self, app_settings: AppSettings) -> None:
        """Collapse the rows stored in these settings, and store later changes there."""
        self._app_settings, self._collapsed_keys = app_settings, app_settings.collapsed_keys

    def show_decks(
        self, overviews: tuple[DeckOverview, ...], hidden_decks: Sequence[tuple[str, str]]
    ) -> None:
        """Show these decks, and a button for the hidden ones, given by id and title. The current row stays the current one."""
        is_in_tree = any(overview.node.is_parent for overview in overviews)
        rows = [self._build_row(overview, is_in_tree=is_in_tree) for overview in overviews]
        self.tree.show_rows(rows, self._collapsed_keys)
        self._nodes = tuple(overview.node for overview in overviews)
        self._hidden_decks = hidden_decks
        self._headings.setVisible(bool(rows))
        self.hidden_decks_button.setVisible(bool(hidden_decks))
        self.hidden_decks_button.setText(self.tr("%n hidden deck(s) · Show…", None, len(hidden_decks)))

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
        self.tree.rows_area.update()

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
        study_items = (
            (self.tr("Study"), lambda: self.studyRequested.emit(key)),
            (self.tr("Custom study…"), lambda: self.customStudyRequested.emit(key)),
            (self.tr("Browse cards…"), lambda: self.browseRequested.emit(key)),
            (self.tr("Plan exam…"), lambda: self.planExamRequested.emit(key)),
            (self.tr("Suspended and buried…"), lambda: self.suspendedAndBuriedRequested.emit(key)),
        )
        deck_items = (
            (self.tr("Deck options…"), lambda: self.optionsRequested.emit(row.deck_id)),
            (self.tr("About this deck…"), lambda: self.aboutRequested.emit(row.deck_id)),
            (self.tr("Add note…"), lambda: self.addNoteRequested.emit(row.deck_id)),
            (self.tr("Rename…"), lambda: self.renameRequested.emit(row.deck_id)),
            (self.tr("Open deck file"), lambda: self.openFileRequested.emit(row.deck_id)),
            (self.tr("Delete deck"), lambda: self.deleteRequested.emit(row.deck_id)),
        )
        for label, emit in study_items:
            menu.addAction(label).triggered.connect(emit)
        menu.addSeparator()
        for label, shortcut, step in (
            (self.tr("Move up"), "Alt+Up", -1),
            (self.tr("Move down"), "Alt+Down", 1),
        ):
            action = menu.addAction(f"{label}\t{_format_keys(shortcut)}")
            action.setEnabled(order_after_move(self._nodes, key, step) is not None)
            action.triggered.connect(partial(self.moveRequested.emit, key, step))
        menu.addAction(self.tr("Hide")).triggered.connect(lambda: self.hideRequested.emit(key))
        if row.deck_id:
            menu.addSeparator()
            for label, emit in deck_items:
                menu.addAction(label).triggered.connect(emit)
        return menu

    def build_hidden_decks_menu(self) -> QMenu:
        """Build the menu that shows hidden decks again, all or one."""
        menu = QMenu(self)
        if len(self._hidden_decks) > 1:
            action = menu.addAction(self.tr("Show all"))
            action.triggered.connect(
                lambda: self.unhideRequested.emit(tuple(deck for deck, _ in self._hidden_decks))
            )
            menu.addSeparator()
        for deck, title in self._hidden_decks:
            # An ampersand would mark the next letter as the key of the item.
            action = menu.addAction(title.replace("&", "&&"))
            action.triggered.connect(partial(self.unhideRequested.emit, (deck,)))
        return menu

    def _open_hidden_decks_menu(self) -> None:
        button = self.hidden_decks_button
        self._open(self.build_hidden_decks_menu(), button.mapToGlobal(button.rect().bottomLeft()))

    def _open_menu(self, key: str, position: QPoint) -> None:
        self._open(self.build_menu(key), position)

    @staticmethod
    def _open(menu: QMenu, position: QPoint) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(position)


def _format_keys(keys: str) -> str:
    """Return keys in the notation of the platform."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


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

"""The filters beside the table: decks, tags, states and saved searches. Each row stands for a query."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QMenu,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QWidget,
)

from studyapp.services.browse.filters import BrowseFilter, BrowseFilters
from studyapp.services.search.saved_searches import SavedSearch
from studyapp.ui.browse.browse_settings import BrowseSettings
from studyapp.ui.kit import formatting, theme
from studyapp.ui.kit.screen_reader import report_focused_child

_QUERY_ROLE = Qt.ItemDataRole.UserRole
_KEY_ROLE = Qt.ItemDataRole.UserRole + 1

_FLAGS = range(1, 5)
_OWN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete)


class FilterTree(QTreeWidget):
    """A tree of queries. A click searches, and with Ctrl it narrows the search."""

    searchChosen = Signal(str)
    """Carries the query of the row."""

    narrowingChosen = Signal(str)
    """Carries a query that is to hold in addition to the one in the field."""

    deletionRequested = Signal(str)
    """Carries the name of a saved search."""

    def __init__(self, settings: BrowseSettings, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setObjectName("filterTree")
        self.setHeaderHidden(True)
        self.setIndentation(theme.scale_pixels(14))
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Filters"))
        narrowing_key = QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText)
        self.setAccessibleDescription(
            self.tr("Enter searches, {key} narrows the search").format(key=narrowing_key)
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)
        self.itemClicked.connect(self._choose_clicked)
        self.itemExpanded.connect(self._store_collapsed)
        self.itemCollapsed.connect(self._store_collapsed)

    def show_filters(self, filters: BrowseFilters, saved_searches: Sequence[SavedSearch]) -> None:
        """Show these filters. The current row stays the current one."""
        current = self.currentItem()
        current_key = current.data(0, _KEY_ROLE) if current is not None else ""
        self.blockSignals(True)
        self.clear()
        self._add_searches(saved_searches)
        self._add_states()
        self._add_tree(self._add_section("decks", self.tr("Decks")), filters.decks)
        if filters.tags:
            self._add_tree(self._add_section("tags", self.tr("Tags")), filters.tags)
        collapsed = set(self._settings.collapsed_filters)
        for item in self._items():
            item.setExpanded(item.data(0, _KEY_ROLE) not in collapsed)
            if item.data(0, _KEY_ROLE) == current_key:
                self.setCurrentItem(item)
        self.blockSignals(False)

    def _add_section(self, key: str, title: str) -> QTreeWidgetItem:
        item = self._add(self.invisibleRootItem(), key, title, "")
        font = item.font(0)
        font.setBold(True)
        item.setFont(0, font)
        return item

    @staticmethod
    def _add(parent: QTreeWidgetItem, key: str, title: str, query: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(parent, [title])
        item.setData(0, _KEY_ROLE, key)
        item.setData(0, _QUERY_ROLE, query)
        item.setToolTip(0, title)
        return item

    def _add_searches(self, searches: Sequence[SavedSearch]) -> None:
        if not searches:
            return
        section = self._add_section("searches", self.tr("Saved searches"))
        for name, query in searches:
            self._add(section, f"search:{name}", name, query)

    def _add_states(self) -> None:
        section = self._add_section("states", self.tr("States"))
        for name, title in (
            ("new", self.tr("New")),
            ("learn", self.tr("Learning")),
            ("due", self.tr("Due")),
            ("suspended", self.tr("Suspended")),
            ("buried", self.tr("Buried")),
            ("leech", self.tr("Leeches")),
        ):
            self._add(section, f"state:{name}", title, f"is:{name}")
        for flag in _FLAGS:
            self._add(section, f"flag:{flag}", formatting.format_flag(flag), f"flag:{flag}")

    def _add_tree(self, section: QTreeWidgetItem, filters: Iterable[BrowseFilter]) -> None:
        path = [section]
        for row in filters:
            del path[row.depth + 1 :]
            path.append(self._add(path[-1], row.key, row.name, row.query))

    def _items(self) -> Iterator[QTreeWidgetItem]:
        iterator = QTreeWidgetItemIterator(self)
        while (item := iterator.value()) is not None:
            yield item
            iterator += 1

    def _store_collapsed(self, item: QTreeWidgetItem) -> None:
        keys = [key for key in self._settings.collapsed_filters if key != item.data(0, _KEY_ROLE)]
        if not item.isExpanded():
            keys.append(str(item.data(0, _KEY_ROLE)))
        self._settings.collapsed_filters = keys

    def _choose_clicked(self, item: QTreeWidgetItem) -> None:
        is_narrowing = bool(QApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier)
        self._choose(item, is_narrowing=is_narrowing)

    def _choose(self, item: QTreeWidgetItem, *, is_narrowing: bool) -> None:
        query = str(item.data(0, _QUERY_ROLE))
        if not query:
            item.setExpanded(not item.isExpanded())
        else:
            (self.narrowingChosen if is_narrowing else self.searchChosen).emit(query)

    def build_menu(self, item: QTreeWidgetItem) -> QMenu:
        """Build the menu of a row."""
        menu = QMenu(self)
        menu.addAction(self.tr("Search")).triggered.connect(lambda: self._choose(item, is_narrowing=False))
        if item.data(0, _QUERY_ROLE):
            narrow = menu.addAction(self.tr("Narrow the search"))
            narrow.triggered.connect(lambda: self._choose(item, is_narrowing=True))
        key = str(item.data(0, _KEY_ROLE))
        if key.startswith("search:"):
            delete = menu.addAction(self.tr("Delete the saved search"))
            delete.triggered.connect(lambda: self.deletionRequested.emit(key.removeprefix("search:")))
        return menu

    def open_menu_of_current_row(self) -> None:
        """Open the menu of the current row below it."""
        item = self.currentItem()
        if item is not None:
            self._open_menu(self.visualItemRect(item).bottomLeft() - QPoint(0, 1))

    def _open_menu(self, position: QPoint) -> None:
        item = self.itemAt(position)
        if item is not None:
            menu = self.build_menu(item)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self.viewport().mapToGlobal(position))

    def event(self, event: QEvent) -> bool:
        """Keep letters, which find a row, and the keys that act on the current row. Elsewhere they act on cards."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
            is_own = event.key() in _OWN_KEYS or (is_plain and event.text().strip().isalnum())
            if is_own:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Search with Enter, and narrow the search with Ctrl+Enter."""
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            is_narrowing = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._choose(item, is_narrowing=is_narrowing)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Make the first row the current one if there is none, and tell screen readers which one is."""
        super().focusInEvent(event)
        first = self.topLevelItem(0)
        if self.currentItem() is None and first is not None:
            self.setCurrentItem(first)
        QTimer.singleShot(0, self, lambda: report_focused_child(self))

    def minimumSizeHint(self) -> QSize:
        """Allow a narrow tree."""
        return QSize(theme.scale_pixels(120), theme.scale_pixels(80))

"""The rows of the deck list, as one widget with a current row."""

from collections.abc import Iterator, Sequence, Set
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from studyapp.ui.deck_list.deck_columns import Column, column_rects, row_height
from studyapp.ui.deck_list.deck_row import DeckRow, RowState, draw_row, triangle_rect
from studyapp.ui.deck_list.row_height_delegate import RowHeightDelegate
from studyapp.ui.kit.screen_reader import report_focused_child

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import (
        QContextMenuEvent,
        QFocusEvent,
        QKeyEvent,
        QMouseEvent,
        QResizeEvent,
    )

_KEY_ROLE = Qt.ItemDataRole.UserRole
_CursorAction = QAbstractItemView.CursorAction
_Key, _Modifier = Qt.Key, Qt.KeyboardModifier
_STUDY_KEYS = {(key, _Modifier.NoModifier) for key in (_Key.Key_Return, _Key.Key_Enter, _Key.Key_Space)}
_MENU_KEYS = {(_Key.Key_Menu, _Modifier.NoModifier), (_Key.Key_F10, _Modifier.ShiftModifier)}
_STEP_BY_MOVE_KEY = {(_Key.Key_Up, _Modifier.AltModifier): -1, (_Key.Key_Down, _Modifier.AltModifier): 1}


class DeckTreeView(QTreeView):
    """Shows all rows at full height, so that the page scrolls instead of the list.

    It is a `QTreeView` because it takes keys and is read by screen readers as a tree. It draws its rows itself.
    """

    studyRequested = Signal(str)
    """Carries the key of the row."""

    menuRequested = Signal(str, QPoint)
    """Carries the key of the row and where to open the menu, in global coordinates."""

    moveRequested = Signal(str, int)
    """Carries the key of the row, and -1 to move it up or 1 to move it down."""

    collapsedChanged = Signal(str, bool)
    """Carries the key of the row and whether the user has collapsed or expanded it."""

    currentRowMoved = Signal(QRect)
    """Carries the rectangle of the row that has become the current one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[DeckRow, ...] = ()
        self._row_by_key: dict[str, DeckRow] = {}
        self._item_by_key: dict[str, QStandardItem] = {}
        self._hovered_key = self._pressed_key = ""
        self._is_menu_hovered = False
        # With a viewport that C++ creates, the first access to it takes 10 ms, because PySide has to find its type.
        self.rows_area = QWidget()
        self.setViewport(self.rows_area)
        self.setObjectName("deckTree")
        self.setModel(QStandardItemModel(0, 1, self))
        self.setItemDelegate(RowHeightDelegate(self))
        self.setHeaderHidden(True)
        self.setIndentation(0)  # the rows draw their own triangles
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.expanded.connect(lambda index: self._report_collapsed(index, is_collapsed=False))
        self.collapsed.connect(lambda index: self._report_collapsed(index, is_collapsed=True))

    def show_rows(self, rows: Sequence[DeckRow], collapsed_keys: Set[str]) -> None:
        """Show these rows, depth first. The current row stays the current one."""
        current_key = self.current_key
        current_position = [row.key for row in self.rows].index(current_key) if current_key else 0
        has_same_tree = [(row.key, row.level) for row in rows] == [(row.key, row.level) for row in self.rows]
        self.rows = tuple(rows)
        self._row_by_key = {row.key: row for row in rows}
        if not has_same_tree:
            self._build_items()
        for row in rows:
            item = self._item_by_key[row.key]
            item.setText(row.title)
            item.setData(row.description, Qt.ItemDataRole.AccessibleDescriptionRole)
            item.setData(row.tooltip, Qt.ItemDataRole.ToolTipRole)
        self.blockSignals(True)  # the user has not expanded them
        for row in rows:
            if row.is_parent:
                self.setExpanded(self._item_by_key[row.key].index(), row.key not in collapsed_keys)
        self.blockSignals(False)
        if not has_same_tree and current_key:
            self._restore_current(current_key, current_position)
        self._update_height()
        self.rows_area.update()

    def _restore_current(self, key: str, position: int) -> None:
        """Make the row with this key the current one again, or the row at this position if it has vanished."""
        if key not in self._item_by_key and self.rows:
            key = self.rows[min(position, len(self.rows) - 1)].key
        if key in self._item_by_key:
            self.set_current(key)

    def _build_items(self) -> None:
        model = self._model
        model.clear()
        self._item_by_key = {}
        ancestors = [model.invisibleRootItem()]
        for row in self.rows:
            item = self._item_by_key[row.key] = QStandardItem()
            item.setData(row.key, _KEY_ROLE)
            item.setEditable(False)
            del ancestors[row.level + 1 :]
            ancestors[-1].appendRow(item)
            ancestors.append(item)

    @property
    def _model(self) -> QStandardItemModel:
        model = self.model()
        assert isinstance(model, QStandardItemModel)
        return model

    @property
    def current_key(self) -> str:
        """The key of the current row; empty if there is none."""
        return self._key_of(self.currentIndex())

    def set_current(self, key: str) -> None:
        """Make a row the current one."""
        self.setCurrentIndex(self._item_by_key[key].index())

    def visible_rows(self) -> Iterator[DeckRow]:
        """Yield the rows that are not below a collapsed one."""
        hidden_below: int | None = None
        for row in self.rows:
            if hidden_below is not None and row.level > hidden_below:
                continue
            hidden_below = row.level if row.is_parent and self._is_collapsed(row.key) else None
            yield row

    def row_rect(self, key: str) -> QRect:
        """Return the rectangle of a visible row, over the full width."""
        rect = self.visualRect(self._item_by_key[key].index())
        return QRect(0, rect.top(), self.rows_area.width(), rect.height())

    def _is_collapsed(self, key: str) -> bool:
        return not self.isExpanded(self._item_by_key[key].index())

    def _key_of(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.data(_KEY_ROLE)) if index.isValid() else ""

    def _update_height(self) -> None:
        height = sum(1 for _ in self.visible_rows()) * row_height(self.width())
        if height != self.height():
            self.setFixedHeight(height)
            self.scheduleDelayedItemsLayout()

    def _report_collapsed(self, index: QModelIndex, *, is_collapsed: bool) -> None:
        self._update_height()
        self.collapsedChanged.emit(self._key_of(index), is_collapsed)

    def drawRow(
        self, painter: QPainter, options: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a row, over the full width."""
        key = self._key_of(index)
        is_hovered = key == self._hovered_key
        state = RowState(
            is_focused=self.hasFocus() and key == self.current_key,
            is_hovered=is_hovered,
            is_collapsed=self._is_collapsed(key),
            is_menu_hovered=is_hovered and self._is_menu_hovered,
        )
        rect = QRectF(0, options.rect.top(), self.rows_area.width(), options.rect.height())
        draw_row(painter, rect, self._row_by_key[key], state)

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Report the rectangle of the current row, so that the page can scroll to it."""
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            self.currentRowMoved.emit(self.visualRect(current))

    def moveCursor(
        self,
        cursorAction: _CursorAction,  # noqa: N803 - the name in the base class
        modifiers: Qt.KeyboardModifier,
    ) -> QModelIndex:
        """Move by a page as far as the page shows rows; the list itself has no part that is scrolled out."""
        if cursorAction not in (_CursorAction.MovePageUp, _CursorAction.MovePageDown):
            return super().moveCursor(cursorAction, modifiers)
        keys = [row.key for row in self.visible_rows()]
        if not keys:
            return QModelIndex()
        step = max(1, self.visibleRegion().boundingRect().height() // row_height(self.width()) - 1)
        position = keys.index(self.current_key) if self.current_key in keys else 0
        position += -step if cursorAction is _CursorAction.MovePageUp else step
        return self._item_by_key[keys[min(max(0, position), len(keys) - 1)]].index()

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Study the current row, open its menu, or move it. The base class moves the current row, collapses and
        expands, and finds a title by its first letters."""
        pressed = (event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
        current_key = self.current_key
        if current_key and pressed in _STUDY_KEYS:
            self.studyRequested.emit(current_key)
        elif current_key and pressed in _MENU_KEYS:
            self._open_menu_of_current_row()
        elif current_key and pressed in _STEP_BY_MOVE_KEY:
            self.moveRequested.emit(current_key, _STEP_BY_MOVE_KEY[pressed])
        else:
            super().keyPressEvent(event)

    def _open_menu_of_current_row(self) -> None:
        menu_rect = self._menu_rect(self.current_key)
        self.menuRequested.emit(
            self.current_key, self.rows_area.mapToGlobal(menu_rect.bottomLeft().toPoint())
        )

    def contextMenuEvent(self, event: "QContextMenuEvent") -> None:
        """Open the menu of the row under the pointer, or that of the current row."""
        if event.reason() is not event.Reason.Mouse:
            # Some systems send this event in addition to the key, which has opened the menu.
            if self.current_key and QApplication.activePopupWidget() is None:
                self._open_menu_of_current_row()
            return
        key = self._key_of(self.indexAt(event.pos()))
        if key:
            self.set_current(key)
            self.menuRequested.emit(key, event.globalPos())

    def _menu_rect(self, key: str) -> QRectF:
        rect = self.row_rect(key)
        return column_rects(self.rows_area.width(), rect.top(), rect.height())[Column.MENU]

    def mousePressEvent(self, event: "QMouseEvent") -> None:
        """Collapse or expand a row on its triangle, or open its menu on the dots. Elsewhere, wait for the release."""
        self._pressed_key = ""
        key = self._key_of(self.indexAt(event.position().toPoint()))
        if not key or event.button() is not Qt.MouseButton.LeftButton:
            return
        self.set_current(key)
        row, rect = self._row_by_key[key], self.row_rect(key)
        if row.is_parent and event.position().x() < triangle_rect(row, 0, 0).right():
            self.setExpanded(self._item_by_key[key].index(), self._is_collapsed(key))
        elif self._menu_rect(key).contains(event.position()):
            position = self._menu_rect(key).bottomLeft().toPoint()
            self.menuRequested.emit(key, self.rows_area.mapToGlobal(position))
        elif rect.contains(event.position().toPoint()):
            self._pressed_key = key

    def mouseDoubleClickEvent(self, event: "QMouseEvent") -> None:
        """Handle the second press like the first, for quick clicks on a triangle."""
        self.mousePressEvent(event)

    def mouseReleaseEvent(self, event: "QMouseEvent") -> None:
        """Study the row that was pressed if the pointer is still on it."""
        pressed_key, self._pressed_key = self._pressed_key, ""
        if pressed_key and self._key_of(self.indexAt(event.position().toPoint())) == pressed_key:
            self.studyRequested.emit(pressed_key)

    def mouseMoveEvent(self, event: "QMouseEvent") -> None:
        """Highlight the row under the pointer."""
        key = self._key_of(self.indexAt(event.position().toPoint()))
        self._set_hovered(key, is_on_menu=bool(key) and self._menu_rect(key).contains(event.position()))

    def leaveEvent(self, event: "QEvent") -> None:
        """Highlight no row."""
        super().leaveEvent(event)
        self._set_hovered("", is_on_menu=False)

    def _set_hovered(self, key: str, *, is_on_menu: bool) -> None:
        if (key, is_on_menu) != (self._hovered_key, self._is_menu_hovered):
            self._hovered_key, self._is_menu_hovered = key, is_on_menu
            self.rows_area.update()

    def focusInEvent(self, event: "QFocusEvent") -> None:
        """Show which row is the current one; the base class makes the first one current if there is none."""
        super().focusInEvent(event)
        QTimer.singleShot(0, self, lambda: report_focused_child(self))
        self.rows_area.update()

    def focusOutEvent(self, event: "QFocusEvent") -> None:
        """Show no row as the current one."""
        super().focusOutEvent(event)
        self.rows_area.update()

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Adapt the height of the rows to the width."""
        super().resizeEvent(event)
        self._update_height()

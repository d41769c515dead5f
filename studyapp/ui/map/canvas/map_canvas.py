"""The widget that shows a map, in which nodes are selected."""

from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from studyapp.core.concept_map.node_memory import MemoryLevel
from studyapp.ui.kit import screen_reader
from studyapp.ui.map.canvas.map_geometry import MapGeometry
from studyapp.ui.map.canvas.map_navigation import Direction, MapNavigation
from studyapp.ui.map.canvas.map_painter import MapPainter, Outlines
from studyapp.ui.map.canvas.zoom_area import ZoomArea

_DIRECTION_BY_KEY = {
    Qt.Key.Key_Up: Direction.UP,
    Qt.Key.Key_Down: Direction.DOWN,
    Qt.Key.Key_Left: Direction.LEFT,
    Qt.Key.Key_Right: Direction.RIGHT,
}


class MapCanvas(ZoomArea):
    """Shows a map. `describe` returns what is known about a node, for tooltips and screen readers."""

    selectionChanged = Signal()

    opened = Signal(bool)
    """The user has clicked a node (False), or pressed Enter on the selected one (True)."""

    closeRequested = Signal()
    """The user has pressed Escape."""

    def __init__(self, describe: Callable[[int], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._describe = describe
        self.map_geometry: MapGeometry | None = None
        self._navigation: MapNavigation | None = None
        self._painter: MapPainter | None = None
        self._levels: Sequence[MemoryLevel] = ()
        self._found: frozenset[int] = frozenset()
        self._was_zoomed = False
        self.selected: int | None = None
        self.setObjectName("mapCanvas")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_map(self, geometry: MapGeometry, levels: Sequence[MemoryLevel], selected: int | None) -> None:
        """Show another map, from its beginning."""
        self._was_zoomed = False
        self.update_map(geometry, levels, selected)
        self._zoom_first()

    def update_map(self, geometry: MapGeometry, levels: Sequence[MemoryLevel], selected: int | None) -> None:
        """Show the same map, with what has changed."""
        self.map_geometry, self._levels, self._painter = geometry, levels, None
        self._navigation = MapNavigation(geometry.concept_map)
        self.selected = selected
        self._found = frozenset()
        self.set_content_size(QSizeF(geometry.bounds.size()))

    def show_levels(self, levels: Sequence[MemoryLevel]) -> None:
        """Show how well each node is known."""
        self._levels = levels
        self.viewport().update()

    def show_found(self, nodes: frozenset[int]) -> None:
        """Outline the nodes that a search has found."""
        self._found = nodes
        self.viewport().update()

    def select(self, node: int | None) -> None:
        """Select a node and scroll to it, or select none."""
        if self.map_geometry is None:
            return
        is_changed, self.selected = node != self.selected, node
        self.scroll_to_selected()
        self.viewport().update()
        if is_changed:
            self._report_selection()

    def scroll_to_selected(self) -> None:
        """Scroll until the selected node is visible, if there is one."""
        if self.map_geometry is not None and self.selected is not None:
            self.ensure_visible(self.map_geometry.nodes[self.selected])

    def _report_selection(self) -> None:
        if self.selected is not None and self.hasFocus():
            screen_reader.announce(self._describe(self.selected).replace("\n", ", "))
        self.selectionChanged.emit()

    def _update_description(self) -> None:
        text = "" if self.selected is None else self._describe(self.selected)
        self.setAccessibleDescription(text.replace("\n", ", "))

    def zoom_to(self, zoom: float, anchor: QPointF | None = None) -> None:
        """See `ZoomArea`."""
        self._was_zoomed, self._painter = True, None
        super().zoom_to(zoom, anchor)

    def _zoom_first(self) -> None:
        """Show the map in the text size of the program, which may be more than fits: its top, or the selected node."""
        if self.map_geometry is None or self._was_zoomed:
            return
        self.zoom_to(1.0)
        self._was_zoomed = False
        first = self.to_viewport(self.map_geometry.first_node)
        self.scroll_by(QPointF(first.center().x() - self.viewport().width() / 2, 0))
        self.verticalScrollBar().setValue(0)
        self.scroll_to_selected()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the map to the size, unless the user has zoomed."""
        super().resizeEvent(event)
        self._zoom_first()

    def paint_area(self, painter: QPainter, area: QRectF, origin: QPointF) -> None:
        """Paint a part of the map and its background."""
        geometry = self.map_geometry
        if geometry is None:
            painter.fillRect(self.viewport().rect(), self.palette().window())
            return
        painter.fillRect(self.to_viewport(area), QColor(geometry.style.colours.background))
        if self._painter is None:
            self._painter = MapPainter(geometry, self.zoom, self.devicePixelRatioF())
        outlines = Outlines(self.selected, self.hasFocus(), self._found)
        self._painter.paint(painter, area, origin, self._levels, outlines)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint again with other pictures if the window has moved to another screen."""
        if self._painter is not None and self._painter.pixel_ratio != self.devicePixelRatioF():
            self._painter = None
        super().paintEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select a node, and outline it."""
        super().focusInEvent(event)
        reasons = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if self.selected is None and self._navigation is not None and event.reason() in reasons:
            self.select(self._navigation.first)
        self._update_description()  # it is said with the focus, which is reported next
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keys no longer work here."""
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to another node, open it, or zoom."""
        match event.key():
            case (
                Qt.Key.Key_Up
                | Qt.Key.Key_Down
                | Qt.Key.Key_Left
                | Qt.Key.Key_Right
                | Qt.Key.Key_Home
                | Qt.Key.Key_End
            ):
                self._go(Qt.Key(event.key()))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                if self.selected is not None:
                    self.opened.emit(True)
            case Qt.Key.Key_Escape:
                self.closeRequested.emit()
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom_in()
            case Qt.Key.Key_Minus:
                self.zoom_out()
            case Qt.Key.Key_0:
                self.fit()
            case _:
                super().keyPressEvent(event)

    def _go(self, key: Qt.Key) -> None:
        navigation, geometry = self._navigation, self.map_geometry
        if navigation is None or geometry is None:
            return
        if key is Qt.Key.Key_Home or self.selected is None:
            target = navigation.first
        elif key is Qt.Key.Key_End:
            target = navigation.last
        else:
            target = navigation.target(self.selected, _DIRECTION_BY_KEY[key])
        if target is not None:
            self.select(target)
            place = self.to_viewport(geometry.nodes[target]).bottomLeft().toPoint()
            QToolTip.showText(self.viewport().mapToGlobal(place), self._tooltip(target), self.viewport())

    def _tooltip(self, node: int) -> str:
        """Return what is known about a node. Its label is never interpreted as HTML."""
        return f"<p>{escape(self._describe(node))}</p>".replace("\n", "<br>")

    def viewportEvent(self, event: QEvent) -> bool:
        """Show what is known about the node at the pointer."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            node = self._node_at(self.to_content(event.pos()))
            if node is None or self.map_geometry is None:
                QToolTip.hideText()
            else:
                rect = self.to_viewport(self.map_geometry.nodes[node]).toAlignedRect()
                QToolTip.showText(event.globalPos(), self._tooltip(node), self.viewport(), rect)
            return True
        return super().viewportEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the map, or show that the node at the pointer can be clicked."""
        super().mouseMoveEvent(event)
        if not event.buttons():
            is_at_node = self._node_at(self.to_content(event.position())) is not None
            shape = Qt.CursorShape.PointingHandCursor if is_at_node else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)

    def click_at(self, place: QPointF) -> None:
        """Select and open the node at a place."""
        node = self._node_at(place)
        if node is not None:
            self.select(node)
            self.opened.emit(False)

    def _node_at(self, place: QPointF) -> int | None:
        return self.map_geometry.node_at(place) if self.map_geometry is not None else None

"""A scroll area whose content is painted at a zoom."""

from abc import abstractmethod
from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QWidget

MIN_ZOOM, MAX_ZOOM = 0.02, 2.5
ZOOM_STEP = 1.25

_MARGIN = 24
"""Device pixels around the content."""


class ZoomArea(QAbstractScrollArea):
    """Shows content that is `content_size` large without zoom. It is moved by dragging and with the scroll bars, and zoomed by turning
    the wheel while Ctrl is pressed.

    While it is moved, only what comes into view is painted.
    """

    zoomChanged = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.zoom = 1.0
        self._content_size = QSizeF()
        self._pressed_at: QPoint | None = None
        self._dragged_from: QPoint | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @abstractmethod
    def paint_area(self, painter: QPainter, area: QRectF, origin: QPointF) -> None:
        """Paint what is in an area of the content, which begins at `origin` in the viewport, and the background."""

    @property
    def origin(self) -> QPointF:
        """Where the content begins in the viewport. Content that is smaller than the viewport is in its middle."""
        bars = (self.horizontalScrollBar(), self.verticalScrollBar())
        view, content = self.viewport().size(), self._content_size * self.zoom
        free = (view.width() - content.width(), view.height() - content.height())
        x, y = (
            space / 2 if space >= 2 * _MARGIN else _MARGIN - bar.value()
            for space, bar in zip(free, bars, strict=True)
        )
        return QPointF(round(x), round(y))

    def to_content(self, point: QPoint | QPointF) -> QPointF:
        """Return where a point of the viewport is in the content."""
        return (QPointF(point) - self.origin) / self.zoom

    def to_viewport(self, rect: QRectF) -> QRectF:
        """Return where a part of the content is in the viewport."""
        return QRectF(rect.topLeft() * self.zoom + self.origin, rect.size() * self.zoom)

    def set_content_size(self, size: QSizeF) -> None:
        """Show content of another size."""
        self._content_size = size
        self._set_scroll_ranges()
        self.viewport().update()

    @property
    def fitting_zoom(self) -> float:
        """The zoom at which the whole content is visible, at most 1."""
        size, view = self._content_size, self.viewport().size()
        if size.isEmpty():
            return 1.0
        width, height = max(1, view.width() - 2 * _MARGIN), max(1, view.height() - 2 * _MARGIN)
        return max(MIN_ZOOM, min(1.0, width / size.width(), height / size.height()))

    def zoom_to(self, zoom: float, anchor: QPointF | None = None) -> None:
        """Change the zoom. The content at `anchor`, by default the middle of the viewport, stays where it is."""
        zoom = max(MIN_ZOOM, min(MAX_ZOOM, zoom))
        view = self.viewport().size()
        place = QPointF(view.width() / 2, view.height() / 2) if anchor is None else anchor
        content_place = self.to_content(place)
        self.zoom = zoom
        self._set_scroll_ranges()
        self.scroll_by(content_place * zoom + self.origin - place)
        self.viewport().update()
        self.zoomChanged.emit()

    def zoom_in(self) -> None:
        """Show everything larger."""
        self.zoom_to(self.zoom * ZOOM_STEP)

    def zoom_out(self) -> None:
        """Show everything smaller."""
        self.zoom_to(self.zoom / ZOOM_STEP)

    def fit(self) -> None:
        """Show the whole content."""
        self.zoom_to(self.fitting_zoom)

    def scroll_by(self, offset: QPointF) -> None:
        """Move the view by device pixels."""
        for bar, part in ((self.horizontalScrollBar(), offset.x()), (self.verticalScrollBar(), offset.y())):
            bar.setValue(bar.value() + round(part))

    def ensure_visible(self, rect: QRectF) -> None:
        """Scroll so that a part of the content is visible, with some space around it."""
        shown, view = self.to_viewport(rect), self.viewport().rect()
        margin = min(3.0 * _MARGIN, (view.width() - shown.width()) / 2, (view.height() - shown.height()) / 2)
        shown.adjust(-margin, -margin, margin, margin)
        x = max(0.0, shown.right() - view.width()) + min(0.0, shown.left())
        y = max(0.0, shown.bottom() - view.height()) + min(0.0, shown.top())
        self.scroll_by(QPointF(x, y))

    def _set_scroll_ranges(self) -> None:
        view, content = self.viewport().size(), self._content_size * self.zoom
        for bar, length, page in (
            (self.horizontalScrollBar(), content.width(), view.width()),
            (self.verticalScrollBar(), content.height(), view.height()),
        ):
            bar.setRange(0, max(0, round(length + 2 * _MARGIN - page)))
            bar.setPageStep(page)
            bar.setSingleStep(max(20, page // 12))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is painted, so that only the rest is painted anew."""
        self.viewport().scroll(dx, dy)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the parts that have to be painted anew."""
        painter = QPainter(self.viewport())
        try:
            for part in cast("Iterable[QRect]", event.region()):
                rect = QRectF(part)
                painter.setClipRect(rect)
                area = QRectF(self.to_content(rect.topLeft()), rect.size() / self.zoom)
                self.paint_area(painter, area, self.origin)
        finally:
            painter.end()  # Qt crashes if an error keeps it alive

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Adapt the scroll bars."""
        super().resizeEvent(event)
        self._set_scroll_ranges()
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer while Ctrl is pressed, and scroll otherwise."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_to(self.zoom * ZOOM_STEP ** (event.angleDelta().y() / 120), event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Zoom at the pointer when two fingers move apart on a touchpad."""
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture
        ):
            self.zoom_to(self.zoom * (1 + event.value()), event.position())
            return True
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Get ready to drag."""
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._pressed_at = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the content with the pointer."""
        place = event.position().toPoint()
        if self._pressed_at is None:
            return
        if self._dragged_from is None:
            if (place - self._pressed_at).manhattanLength() < QApplication.startDragDistance():
                return
            self._dragged_from = self._pressed_at
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self.scroll_by(QPointF(self._dragged_from - place))
        self._dragged_from = place

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End dragging. A press without dragging is a click."""
        was_pressed, was_dragged = self._pressed_at is not None, self._dragged_from is not None
        self._pressed_at = self._dragged_from = None
        self.viewport().unsetCursor()
        if was_pressed and not was_dragged and event.button() is Qt.MouseButton.LeftButton:
            self.click_at(self.to_content(event.position()))

    @abstractmethod
    def click_at(self, place: QPointF) -> None:
        """Handle a click at a place of the content."""

"""A widget that shows a plot."""

import math

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from studyapp.ui.kit import screen_reader
from studyapp.ui.statistics.plots.plot import Plot, PlotForm
from studyapp.ui.statistics.plots.plot_painter import PlotPainter
from studyapp.ui.statistics.plots.plot_painting import create_painter
from studyapp.ui.statistics.plots.plot_style import style_for
from studyapp.ui.statistics.plots.plot_table import describe


class PlotView(QWidget):
    """Shows a plot, with a tooltip for each category. The arrow keys go through the categories, and what they show is said
    to screen readers. Nothing is shown before `show_plot`."""

    chosen = Signal(int)
    """Carries the category that was clicked, or on which the user pressed Space or Enter."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._plot: Plot | None = None
        self._painter: PlotPainter | None = None
        self.selected: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_plot(self, plot: Plot) -> None:
        """Show a plot. If the values of the selected category have changed, they are said to screen readers."""
        text_before = self._selected_text() if self.hasFocus() else ""
        self._plot, self._painter = plot, None
        if self.selected is not None and self.selected >= len(plot.categories):
            self.selected = None
        self.setAccessibleName(plot.title)
        self.setAccessibleDescription(plot.sentence)
        self._set_height()
        self.update()
        if text_before and self._selected_text() != text_before:
            screen_reader.announce(self._selected_text())

    def restyle(self) -> None:
        """Apply the current theme."""
        self._painter = None
        self._set_height()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that the plot needs at this width."""
        super().resizeEvent(event)
        self._set_height()

    def _set_height(self) -> None:
        if self._current_painter is not None:
            self.setFixedHeight(math.ceil(self._current_painter.height))

    @property
    def _current_painter(self) -> PlotPainter | None:
        """The painter for the current width."""
        if self._plot is not None and (self._painter is None or self._painter.width != self.width()):
            self._painter = create_painter(self._plot, self.width(), style_for(self.font()))
        return self._painter

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the plot."""
        painter = self._current_painter
        if painter is not None:
            device_painter = QPainter(self)
            try:
                painter.paint(device_painter, self.selected if self.hasFocus() else None)
            finally:
                device_painter.end()  # Qt crashes if an error keeps it alive

    def event(self, event: QEvent) -> bool:
        """Show the values of the category at the pointer."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            painter = self._current_painter
            index = painter.index_at(QPointF(event.pos())) if painter is not None else None
            if painter is None or index is None:
                QToolTip.hideText()
            else:
                area = painter.rect_of(index).toAlignedRect()
                QToolTip.showText(event.globalPos(), describe(painter.plot, index), self, area)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select the category at the pointer."""
        painter = self._current_painter
        index = painter.index_at(event.position()) if painter is not None else None
        if index is not None and event.button() is Qt.MouseButton.LeftButton:
            self._select(index)
            self.chosen.emit(index)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Outline the selected category."""
        super().focusInEvent(event)
        if self._plot is not None and self.selected is None and self._plot.categories:
            self.selected = self._plot.current if self._plot.current is not None else 0
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Remove the outline, and describe the whole plot again."""
        super().focusOutEvent(event)
        if self._plot is not None:
            self.setAccessibleDescription(self._plot.sentence)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to another category, or choose the selected one."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.selected is not None:
                self.chosen.emit(self.selected)
            return
        target = self._target_of(Qt.Key(event.key()))
        if target is None:
            super().keyPressEvent(event)
            return
        self._select(target)
        painter = self._current_painter
        if painter is not None and self._plot is not None:
            place = painter.rect_of(target).center().toPoint()
            QToolTip.showText(self.mapToGlobal(place), describe(self._plot, target), self)

    def _target_of(self, key: Qt.Key) -> int | None:
        """Return the category to which a key leads, or None for other keys."""
        count = len(self._plot.categories) if self._plot is not None else 0
        if not count or self._plot is None:
            return None
        current = self.selected if self.selected is not None else 0
        is_calendar = self._plot.form is PlotForm.CALENDAR
        along, across = (7, 1) if is_calendar else (1, 1)
        if not is_calendar and self._plot.form is not PlotForm.ROWS:
            across = 0
        steps = {
            Qt.Key.Key_Left: -along,
            Qt.Key.Key_Right: along,
            Qt.Key.Key_Up: -across,
            Qt.Key.Key_Down: across,
            Qt.Key.Key_Home: -count,
            Qt.Key.Key_End: count,
        }
        step = steps.get(key, 0)
        return max(0, min(count - 1, current + step)) if step else None

    def _select(self, index: int) -> None:
        self.selected = index
        screen_reader.announce(self._selected_text())
        self.update()

    def _selected_text(self) -> str:
        """Return what is said of the selected category; empty if there is none."""
        if self._plot is None or self.selected is None:
            return ""
        return describe(self._plot, self.selected).replace("\n", ", ")

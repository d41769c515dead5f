"""The panels of the page, in one or two columns as the width allows."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget, QWidgetItem

from studyapp.ui.kit import theme

_MIN_WIDTH_FOR_TWO = 860
"""Pixels, at a text size of 100%."""

_SPACING = 16


class PanelGrid(QWidget):
    """Shows panels in their order, and wide panels above and below them. In two columns, each panel stands in the column that
    is shorter so far."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("column")
        self._panels: Sequence[QWidget] = ()
        self._columns: list[int] = []
        self.column_count = 1
        self._top, self._bottom = QVBoxLayout(), QVBoxLayout()
        self._halves = (QVBoxLayout(), QVBoxLayout())
        self._row = QHBoxLayout()
        for half in self._halves:
            half.addStretch(1)
            self._row.addLayout(half, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        for layout in (self._top, *self._halves, self._bottom, outer):
            layout.setSpacing(_SPACING)
        outer.addLayout(self._top)
        outer.addLayout(self._row)
        outer.addLayout(self._bottom)
        outer.addStretch(1)

    def add_panels(
        self, top: Sequence[QWidget], panels: Sequence[QWidget], bottom: Sequence[QWidget]
    ) -> None:
        """Add all panels, once. Tab goes through them in this order."""
        for panel in top:
            self._top.addWidget(panel)
        self._panels = panels
        self._arrange()
        for panel in bottom:
            self._bottom.addWidget(panel)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use as many columns as there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Place the panels anew once the height of one has changed."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        self.column_count = 2 if self.width() >= theme.scale_pixels(_MIN_WIDTH_FOR_TWO) else 1
        columns = self._choose_columns()
        if columns == self._columns:
            return
        self._columns = columns
        for panel, column in zip(self._panels, columns, strict=True):
            for half in self._halves:
                half.removeWidget(panel)
            self._halves[column].insertWidget(self._halves[column].count() - 1, panel)  # above the stretch
        self._row.setStretch(1, 1 if self.column_count == 2 else 0)
        self._row.setSpacing(_SPACING if self.column_count == 2 else 0)

    def _choose_columns(self) -> list[int]:
        """Return the column of each panel."""
        if self.column_count == 1:
            return [0] * len(self._panels)
        width = (self.width() - _SPACING) // 2
        heights = [0, 0]
        columns = []
        for panel in self._panels:
            column = 0 if heights[0] <= heights[1] else 1
            columns.append(column)
            heights[column] += _height_for_width(panel, width) + _SPACING
        return columns


def _height_for_width(panel: QWidget, width: int) -> int:
    item = QWidgetItem(panel)
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()

"""The panels of the page, in one or two columns as the width allows."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studyapp.ui.kit import theme

_MIN_WIDTH_FOR_TWO = 860
"""Pixels, at a text size of 100%."""

_SPACING = 16


class PanelGrid(QWidget):
    """Shows the wide panels above the others. In two columns, these are read from left to right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("column")
        self._panels: Sequence[QWidget] = ()
        self.column_count = 1
        self._top, self._left, self._right = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._row = QHBoxLayout()
        self._row.setSpacing(_SPACING)
        for column in (self._left, self._right):
            column.setSpacing(_SPACING)
            column.setAlignment(Qt.AlignmentFlag.AlignTop)
            self._row.addLayout(column, 1)
        self._top.setSpacing(_SPACING)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(_SPACING)
        outer.addLayout(self._top)
        outer.addLayout(self._row)
        outer.addStretch(1)

    def add_panels(self, wide: Sequence[QWidget], others: Sequence[QWidget]) -> None:
        """Add all panels, once."""
        for panel in wide:
            self._top.addWidget(panel)
        self._panels = others
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use as many columns as there is room for."""
        super().resizeEvent(event)
        count = 2 if self.width() >= theme.scale_pixels(_MIN_WIDTH_FOR_TWO) else 1
        if count != self.column_count:
            self.column_count = count
            self._arrange()

    def _arrange(self) -> None:
        for place, panel in enumerate(self._panels):
            self._left.removeWidget(panel)
            self._right.removeWidget(panel)
            column = self._left if self.column_count == 1 or place % 2 == 0 else self._right
            column.addWidget(panel)
        self._row.setStretch(1, 1 if self.column_count == 2 else 0)
        self._row.setSpacing(_SPACING if self.column_count == 2 else 0)

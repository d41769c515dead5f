"""The part of the review page that scrolls: the card in the middle, with the space around it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QScrollBar, QWidget


class CardArea(QScrollArea):
    """Holds one widget, centred; what is too long for the window is scrolled."""

    def __init__(self, held: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._column = QWidget()
        self._column.setObjectName("column")
        row = QHBoxLayout(self._column)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(held, 1000, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self.setWidget(self._column)

    def page_down(self) -> None:
        """Scroll on by what is seen."""
        self.verticalScrollBar().triggerAction(QScrollBar.SliderAction.SliderPageStepAdd)

    def page_up(self) -> None:
        """Scroll back by what is seen."""
        self.verticalScrollBar().triggerAction(QScrollBar.SliderAction.SliderPageStepSub)

    def to_top(self) -> None:
        """Scroll to the beginning."""
        self.verticalScrollBar().setValue(0)

    def bring_up(self, widget: QWidget, height: int) -> None:
        """Show what begins at this height of the widget: unless it begins in the upper half of what is seen,
        scroll as far as it takes to see all of it, and never past its beginning."""
        start = widget.mapTo(self._column, QPoint(0, height)).y()
        if start < self.verticalScrollBar().value() + self.viewport().height() / 2:
            return
        end = min(start + self.viewport().height(), self._column.height())
        self.ensureVisible(0, end, 0, 0)
        bar = self.verticalScrollBar()
        bar.setValue(min(bar.value(), start))

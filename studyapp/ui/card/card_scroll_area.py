"""The part of the review page that scrolls: the card in the middle, with the space around it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QScrollBar, QWidget


class CardScrollArea(QScrollArea):
    """Holds one widget, centred; what is too long for the window is scrolled."""

    def __init__(self, content: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content_holder = QWidget()
        self._content_holder.setObjectName("column")
        row = QHBoxLayout(self._content_holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(content, 1000, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self.setWidget(self._content_holder)

    def page_down(self) -> None:
        """Scroll on by what is seen."""
        self.verticalScrollBar().triggerAction(QScrollBar.SliderAction.SliderPageStepAdd)

    def page_up(self) -> None:
        """Scroll back by what is seen."""
        self.verticalScrollBar().triggerAction(QScrollBar.SliderAction.SliderPageStepSub)

    def scroll_to_top(self) -> None:
        """Scroll to the beginning."""
        self.verticalScrollBar().setValue(0)

    def scroll_to_answer(self, widget: QWidget, offset: int) -> None:
        """Show what begins at this height of the widget: unless it begins in the upper half of what is seen,
        scroll as far as it takes to see all of it, and never past its beginning."""
        start = widget.mapTo(self._content_holder, QPoint(0, offset)).y()
        if start < self.verticalScrollBar().value() + self.viewport().height() / 2:
            return
        end = min(start + self.viewport().height(), self._content_holder.height())
        self.ensureVisible(0, end, 0, 0)
        bar = self.verticalScrollBar()
        bar.setValue(min(bar.value(), start))

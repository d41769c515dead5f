"""The scroll area around a card."""

from typing import NamedTuple

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QScrollBar, QSizePolicy, QTextEdit, QWidget

from studyapp.ui.kit import theme

_PREFERRED_HEIGHT = 520
"""Pixels, at a text size of 100 %. In a higher window, what is below the scroll area stays close to the card."""

_MIN_VISIBLE_HEIGHT = 96
"""Pixels of the answer to show at least, at a text size of 100 %."""


class _Target(NamedTuple):
    widget: QWidget
    offset: int


class CardScrollArea(QScrollArea):
    """Holds one widget, in the middle or at the top, and scrolls it if it does not fit."""

    def __init__(
        self,
        content: QWidget,
        parent: QWidget,
        alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignVCenter,
    ) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._content = content
        self._content_holder = QWidget()
        self._content_holder.setObjectName("column")
        row = QHBoxLayout(self._content_holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(content, 1000, alignment)
        row.addStretch(1)
        self.setWidget(self._content_holder)
        self._target: _Target | None = None
        self.verticalScrollBar().rangeChanged.connect(self._scroll_to_target)
        self.verticalScrollBar().actionTriggered.connect(self._forget_target)

    def sizeHint(self) -> QSize:
        """Return a size that fits the content, but is not too small."""
        height = max(theme.scale_pixels(_PREFERRED_HEIGHT), self._content.sizeHint().height())
        return QSize(super().sizeHint().width(), height)

    def page_down(self) -> None:
        """Scroll down by one page."""
        self.verticalScrollBar().triggerAction(QScrollBar.SliderAction.SliderPageStepAdd)

    def page_up(self) -> None:
        """Scroll up by one page."""
        self.verticalScrollBar().triggerAction(QScrollBar.SliderAction.SliderPageStepSub)

    def show_caret(self, view: QTextEdit) -> None:
        """Scroll to the caret of a view that has the focus."""
        if view.hasFocus():
            caret = view.cursorRect()
            position = view.viewport().mapTo(self._content_holder, caret.center())
            self.ensureVisible(position.x(), position.y(), 0, 2 * caret.height())

    def scroll_to_top(self) -> None:
        """Scroll to the top."""
        self._target = None
        self.verticalScrollBar().setValue(0)

    def scroll_to_offset(self, widget: QWidget, offset: int) -> None:
        """Scroll down to the part of `widget` that starts at this vertical offset in pixels, and keep it in view when
        the layout changes, until the learner scrolls.

        Do nothing if it starts above the middle of the viewport and more than its beginning is visible. Otherwise scroll as far as needed to show all of it,
        but never past its start.
        """
        self._target = _Target(widget, offset)
        self._scroll_to_target()

    def _forget_target(self) -> None:
        self._target = None

    def _scroll_to_target(self) -> None:
        if self._target is None:
            return
        widget, offset = self._target
        start = widget.mapTo(self._content_holder, QPoint(0, offset)).y()
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        needed_height = min(theme.scale_pixels(_MIN_VISIBLE_HEIGHT), self._content_holder.height() - start)
        if start < top + height / 2 and start + needed_height <= top + height:
            return
        end = min(start + self.viewport().height(), self._content_holder.height())
        self.ensureVisible(0, end, 0, 0)
        scroll_bar = self.verticalScrollBar()
        scroll_bar.setValue(min(scroll_bar.value(), start))

"""The card and the answer bar below it. Only the card scrolls."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studyapp.ui.card.card_frame import CardFrame
from studyapp.ui.card.card_scroll_area import CardScrollArea
from studyapp.ui.kit import theme
from studyapp.ui.review.answer_bar import AnswerBar

MAX_COLUMN_WIDTH = 700
"""Pixels, at a text size of 100 %. Lines of text then hold 60 to 75 Latin or 30 to 38 Chinese characters."""

_SPACING = 16


class PromptPanel(QWidget):
    """A centered column with the card frame in its scroll area, and the answer bar."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.card_frame = CardFrame(self)
        self.card_frame.setMaximumWidth(theme.scale_pixels(MAX_COLUMN_WIDTH))
        self.scroll_area = CardScrollArea(self.card_frame, self)
        holder = QWidget(self)
        holder.setMaximumWidth(theme.scale_pixels(MAX_COLUMN_WIDTH))
        self.answer_bar = AnswerBar(holder)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.answer_bar)
        centered_row = QHBoxLayout()
        centered_row.addStretch(1)
        centered_row.addWidget(holder, 1000)
        centered_row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_SPACING)
        column.addStretch(1)
        column.addWidget(self.scroll_area)
        column.addLayout(centered_row)
        column.addStretch(1)
        card_view = self.card_frame.card_view
        card_view.cursorPositionChanged.connect(lambda: self.scroll_area.show_caret(card_view))
        self.card_frame.resized.connect(self.scroll_area.updateGeometry)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the card above the answer bar."""
        super().resizeEvent(event)
        self.card_frame.fit_height(self.height() - self.answer_bar.height() - _SPACING)

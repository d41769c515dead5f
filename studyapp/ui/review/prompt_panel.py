"""The card and the answer bar below it; only the card scrolls."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studyapp.ui.card.card_frame import CardFrame
from studyapp.ui.card.card_scroll_area import CardScrollArea
from studyapp.ui.kit import theme
from studyapp.ui.review.answer_bar import AnswerBar

MAX_COLUMN_WIDTH = 680
"""Pixels: the widest column of text that reads well."""


class PromptPanel(QWidget):
    """A centred column: the card `frame` in its scroll `area`, and the answer bar `foot`."""

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
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addWidget(holder, 1000)
        centred.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.scroll_area, 1)
        column.addLayout(centred)

"""The card and the answer bar below it; only the card scrolls."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studyapp.ui.card.card_frame import CardFrame
from studyapp.ui.card.card_scroll_area import CardArea
from studyapp.ui.kit import theme
from studyapp.ui.review.answer_bar import AnswerBar

COLUMN = 680
"""Pixels: the widest column of text that reads well."""


class AskingPanel(QWidget):
    """A centred column: the card `frame` in its scroll `area`, and the answer bar `foot`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.frame = CardFrame(self)
        self.frame.setMaximumWidth(theme.pixels(COLUMN))
        self.area = CardArea(self.frame, self)
        holder = QWidget(self)
        holder.setMaximumWidth(theme.pixels(COLUMN))
        self.foot = AnswerBar(holder)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.foot)
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addWidget(holder, 1000)
        centred.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.area, 1)
        column.addLayout(centred)

"""A card and what it is answered with: the card scrolls, and the bar for the answer stays below it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studyapp.ui import theme
from studyapp.ui.answer_bar import AnswerBar
from studyapp.ui.card_area import CardArea
from studyapp.ui.card_frame import CardFrame

COLUMN = 680
"""Pixels: the widest column of text that reads well."""


class AskingPanel(QWidget):
    """One column: `frame` with the card, in `area`, and `foot`."""

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

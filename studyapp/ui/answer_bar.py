"""Below the card: the button that shows the answer, and in its place the four ratings."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from studyapp.core.intervals import Due
from studyapp.core.journal import Rating
from studyapp.ui.layouts import button
from studyapp.ui.rating_buttons import RatingButtons


class AnswerBar(QStackedWidget):
    """Shows one of the two, as it is told."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(80)
        self._row = QWidget(self)
        self.reveal = button(self.tr("Show answer"), "primary", self._row)
        layout = QHBoxLayout(self._row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addStretch(1)
        layout.addWidget(self.reveal)
        layout.addStretch(1)
        self.ratings = RatingButtons(self)
        self.addWidget(self._row)
        self.addWidget(self.ratings)

    def ask(self, dues: dict[Rating, Due]) -> None:
        """Offer to show the answer; the ratings will say these dues."""
        self.ratings.show_dues(dues)
        self.setCurrentWidget(self._row)

    def judge(self) -> None:
        """Offer the ratings, good with the focus."""
        self.setCurrentWidget(self.ratings)
        self.ratings.button(Rating.GOOD).setFocus()

"""Below the card: the button that shows the answer, or three that say how sure one is, then the ratings."""

from collections.abc import Collection, Mapping

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from studyapp.core.study.journal import Confidence, Rating
from studyapp.core.study.next_due import Due
from studyapp.ui.kit import theme
from studyapp.ui.kit.widgets import button
from studyapp.ui.review.confidence_buttons import ConfidenceButtons
from studyapp.ui.review.rating_buttons import RatingButtons


class AnswerBar(QStackedWidget):
    """Shows one of them, as it is told."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(theme.pixels(64))
        self._row = QWidget(self)
        self.reveal = button(self.tr("Show answer"), "primary", self._row)
        layout = QHBoxLayout(self._row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addStretch(1)
        layout.addWidget(self.reveal)
        layout.addStretch(1)
        self.confidence = ConfidenceButtons(self)
        self.ratings = RatingButtons(self)
        self.addWidget(self._row)
        self.addWidget(self.confidence)
        self.addWidget(self.ratings)

    def ask(
        self, ratings: Collection[Rating], dues: Mapping[Rating, Due], *, with_confidence: bool
    ) -> QWidget:
        """Offer to show the answer, or to say with it how sure one is; there will be these ratings, with these dues.
        The button for most."""
        self.ratings.show_dues(ratings, dues)
        self.setCurrentWidget(self.confidence if with_confidence else self._row)
        return self.confidence.button(Confidence.SURE) if with_confidence else self.reveal

    def judge(self) -> None:
        """Offer the ratings, good with the focus."""
        self.setCurrentWidget(self.ratings)
        self.ratings.button(Rating.GOOD).setFocus()

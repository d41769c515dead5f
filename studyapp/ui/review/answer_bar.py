"""The bar below the card: the button that shows the answer or the confidence buttons, then the rating buttons."""

from collections.abc import Collection, Mapping

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from studyapp.core.study.next_due import NextDue
from studyapp.core.study.rating import Confidence, Rating
from studyapp.ui.kit import screen_reader, theme
from studyapp.ui.kit.widgets import create_button
from studyapp.ui.review.confidence_buttons import ConfidenceButtons
from studyapp.ui.review.rating_buttons import RatingButtons


class AnswerBar(QStackedWidget):
    """Shows one of these rows of buttons at a time."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(theme.scale_pixels(64))
        self._reveal_row = QWidget(self)
        self.reveal_button = create_button(self.tr("Show answer"), "primary", self._reveal_row)
        layout = QHBoxLayout(self._reveal_row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addStretch(1)
        layout.addWidget(self.reveal_button)
        layout.addStretch(1)
        self.confidence_buttons = ConfidenceButtons(self)
        self.rating_buttons = RatingButtons(self)
        self.addWidget(self._reveal_row)
        self.addWidget(self.confidence_buttons)
        self.addWidget(self.rating_buttons)

    def show_reveal(
        self,
        ratings: Collection[Rating],
        due_by_rating: Mapping[Rating, NextDue],
        heard_question: str,
        *,
        asks_confidence: bool,
    ) -> QWidget:
        """Show the reveal button, or the confidence buttons if `asks_confidence` is set.

        Prepare the rating buttons for these ratings and intervals. Return the button that should get the focus. A screen reader
        says `heard_question` with it.
        """
        self.rating_buttons.show_ratings(ratings, due_by_rating)
        button = (
            self.confidence_buttons.button_for(Confidence.SURE) if asks_confidence else self.reveal_button
        )
        screen_reader.describe_next_focus(button, heard_question)
        self.setCurrentWidget(self.confidence_buttons if asks_confidence else self._reveal_row)
        return button

    def show_ratings(self, preselected: Rating, heard_answer: str) -> None:
        """Show the rating buttons and focus the preselected one. A screen reader says `heard_answer` with it."""
        self.rating_buttons.update_accessibility(preselected, heard_answer)
        self.setCurrentWidget(self.rating_buttons)
        self.rating_buttons.preselect(preselected)

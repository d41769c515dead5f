"""Messages above the card, with an optional button."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studyapp.ui.kit import formatting
from studyapp.ui.kit.actions import format_shortcut
from studyapp.ui.kit.widgets import create_button, create_label, show_banner
from studyapp.ui.review.session_timers import FinishedTimebox


class NoticeBar(QWidget):
    """A message banner and a button for an offer. It is hidden when it has nothing to show."""

    offerAccepted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.banner = create_label("", "banner", self, has_word_wrap=True)
        self.offer_button = create_button("", "secondary", self)
        self.offer_button.clicked.connect(self.offerAccepted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.banner)
        column.addWidget(self.offer_button)
        self.clear()

    def clear(self) -> None:
        """Hide the message and the offer."""
        for widget in (self.banner, self.offer_button, self):
            widget.hide()

    def show_message(self, text: str, *, is_info: bool = False) -> None:
        """Show a message, styled as information or as a warning."""
        show_banner(self.banner, text, is_info=is_info)
        self.show()

    def show_leech_advice(self, card: str, *, was_suspended: bool) -> None:
        """Advise the learner to rewrite a leech, a card that they keep forgetting."""
        text = (
            self.tr("Leech: you keep forgetting “{card}”. It is now suspended. Rewrite or split it.")
            if was_suspended
            else self.tr(
                "Leech: you keep forgetting “{card}”. Rewrite or split it, or undo ({undo}) and suspend it ({suspend})."
            )
        )
        self.show_message(
            text.format(card=card, undo=format_shortcut("undo"), suspend=format_shortcut("suspend"))
        )

    def show_clock_leap(self, leap_ms: int) -> None:
        """Tell by how much the clock was set (ms), negative if it was set back."""
        text = (
            self.tr("The computer's clock was set forward by {time}. Your rating was saved. Check the date.")
            if leap_ms > 0
            else self.tr(
                "The computer's clock was set back by {time}. Your rating was saved. Check the date."
            )
        )
        self.show_message(text.format(time=formatting.format_time_span(abs(leap_ms))))

    def show_timebox(self, timebox: FinishedTimebox) -> None:
        """Show the elapsed time and the number of reviews."""
        parts = (
            self.tr("%n minute(s) elapsed", None, timebox.minutes),
            self.tr("%n review(s)", None, timebox.rating_count),
        )
        self.show_message(" · ".join(parts), is_info=True)

    def offer_prerequisites(self, cards: Sequence[str]) -> None:
        """Offer to review these prerequisites of a forgotten card first."""
        self.offer_button.setText(
            self.tr("Review prerequisites first ({key}): {names}").format(
                key=format_shortcut("required"), names=" · ".join(cards)
            )
        )
        self.offer_button.show()
        self.show()

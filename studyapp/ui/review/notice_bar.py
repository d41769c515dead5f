"""Messages above the card, with optional buttons."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from studyapp.core.cards.card import Card
from studyapp.core.rendering.face import card_title
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.study.session_outcome import Outcome
from studyapp.ui.actions.shortcuts import format_shortcut
from studyapp.ui.card.leech_buttons import LeechButtons
from studyapp.ui.kit import formatting, screen_reader
from studyapp.ui.kit.widgets import create_button, create_label
from studyapp.ui.review.session_timers import FinishedTimebox

_BUTTON_PADDING = 48
"""Pixels of a button beside its text."""


class NoticeBar(QFrame):
    """A strip with a message and a button for an offer, hidden when it has nothing to show.

    It lies above the other widgets of its parent, which stay where they are. The parent says where with `set_area`.
    """

    offerAccepted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.banner = create_label("", "noticeText", self, has_word_wrap=True)
        self.offer_button = create_button("", "secondary", self)
        self.offer_button.clicked.connect(self.offerAccepted)
        self.leech_buttons = LeechButtons(self, as_links=True)
        self._offer_text = ""
        self._is_info = False
        self._area = QRect()
        self._is_at_bottom = False
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(8)
        column.addWidget(self.banner)
        column.addWidget(self.leech_buttons)
        column.addWidget(self.offer_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.clear()

    def clear(self) -> None:
        """Hide the message and the buttons."""
        for widget in (self.banner, self.leech_buttons, self.offer_button, self):
            widget.hide()

    def clear_info(self) -> None:
        """Hide a message that only informs. Warnings and offers stay."""
        if self._is_info and self.offer_button.isHidden():
            self.clear()

    def set_area(self, area: QRect, *, at_bottom: bool = False) -> None:
        """Use the top or the bottom of this area of the parent, over its whole width."""
        self._area, self._is_at_bottom = area, at_bottom
        self._place()

    def show_message(self, text: str, *, is_info: bool = False) -> None:
        """Show a message, styled as information or as a warning, and announce it to screen readers."""
        self._style_as(is_info=is_info)
        self.leech_buttons.hide()
        self.banner.setText(text)
        self.banner.show()
        self._show_on_top()
        screen_reader.announce(text)

    def show_rating_result(
        self, outcome: Outcome, languages: CardLanguages, timebox: FinishedTimebox | None
    ) -> None:
        """Show what a rating led to: a leech, forgotten prerequisites, the end of a timebox, a wrong clock."""
        if outcome.leech is not None:
            self.show_leech_advice(outcome.leech, languages, was_suspended=outcome.is_leech_suspended)
        if outcome.prerequisites:
            self.offer_prerequisites([card_title(card, languages) for card in outcome.prerequisites])
        if timebox is not None:
            self.show_timebox(timebox)
        if outcome.clock_leap_ms:
            self.show_clock_leap(outcome.clock_leap_ms)

    def show_leech_advice(self, card: Card, languages: CardLanguages, *, was_suspended: bool) -> None:
        """Advise the learner to rewrite a leech, a card that they keep forgetting, with buttons to do so."""
        text = (
            self.tr(
                "Leech: you keep forgetting “{card}”. It is now suspended. Rewrite or split it, or compare it with similar cards."
            )
            if was_suspended
            else self.tr(
                "Leech: you keep forgetting “{card}”. Rewrite or split it, compare it with similar cards, or undo ({undo}) and suspend it ({suspend})."
            )
        )
        self.show_message(
            text.format(
                card=card_title(card, languages),
                undo=format_shortcut("undo"),
                suspend=format_shortcut("suspend"),
            )
        )
        self.leech_buttons.set_card(card.id)
        self.leech_buttons.show()
        self._place()

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

    def show_due_day(self, days: int) -> None:
        """Confirm that a card is due in this many days."""
        due = self.tr("Due today.") if days == 0 else self.tr("Due in %n day(s).", None, days)
        self.show_message(f"{due} {self._undo_hint()}", is_info=True)

    def show_reset(self) -> None:
        """Confirm that a card is new again."""
        text = self.tr("Reset to a new card.")
        self.show_message(f"{text} {self._undo_hint()}", is_info=True)

    def offer_prerequisites(self, cards: Sequence[str]) -> None:
        """Offer to review these prerequisites of a forgotten card first."""
        self._offer_text = self.tr("Review prerequisites first ({key}): {names}").format(
            key=format_shortcut("required"), names=" · ".join(cards)
        )
        self.offer_button.setAccessibleName(self._offer_text)
        self.offer_button.show()
        if self.banner.isHidden():
            self._style_as(is_info=True)
        self._show_on_top()
        screen_reader.announce(self._offer_text)

    def _undo_hint(self) -> str:
        return self.tr("Undo: {key}").format(key=format_shortcut("undo"))

    def _style_as(self, *, is_info: bool) -> None:
        self._is_info = is_info
        self.setProperty("calm", is_info)
        self.style().unpolish(self)  # otherwise Qt keeps the style of the previous property value
        self.style().polish(self)

    def _show_on_top(self) -> None:
        self.show()
        self.raise_()
        self._place()

    def _place(self) -> None:
        layout = self.layout()
        if layout is None or self.isHidden() or self._area.width() <= 0:
            return
        self.offer_button.setText(
            self.offer_button.fontMetrics().elidedText(
                self._offer_text, Qt.TextElideMode.ElideRight, self._area.width() - 2 * _BUTTON_PADDING
            )
        )
        layout.activate()
        height = layout.totalHeightForWidth(self._area.width())
        top = self._area.bottom() - height + 1 if self._is_at_bottom else self._area.y()
        self.setGeometry(self._area.x(), top, self._area.width(), height)

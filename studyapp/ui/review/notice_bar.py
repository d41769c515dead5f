"""Messages above the card, with optional buttons."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from studyapp.core.cards.card import Card
from studyapp.core.rendering.face import card_title
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.study.session_outcome import Outcome
from studyapp.ui.actions.shortcuts import format_shortcut
from studyapp.ui.card.leech_buttons import LeechButtons
from studyapp.ui.kit import formatting, screen_reader
from studyapp.ui.kit.widgets import create_label
from studyapp.ui.review.session_timers import FinishedTimebox

_MARGIN = 16
"""Pixels beside the message."""

_TEXT_PADDING = 4
"""Pixels of the label beside its text."""


class NoticeBar(QFrame):
    """A strip with a message, hidden when it has nothing to show.

    It lies above the other widgets of its parent, which stay where they are. The parent says where with `set_area`.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.banner = create_label("", "noticeText", self, has_word_wrap=True)
        self.leech_buttons = LeechButtons(self, as_links=True)
        self._is_info = False
        self._area = QRect()
        self._is_at_bottom = False
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 8, _MARGIN, 8)
        column.setSpacing(8)
        column.addWidget(self.banner)
        column.addWidget(self.leech_buttons)
        self.clear()

    def clear(self) -> None:
        """Hide the message and the buttons."""
        for widget in (self.banner, self.leech_buttons, self):
            widget.hide()

    def clear_info(self) -> None:
        """Hide a message that only informs. Warnings stay."""
        if self._is_info:
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
        """Show what a rating led to: a leech, the end of a timebox, a wrong clock."""
        if outcome.leech is not None:
            self.show_leech_advice(outcome.leech, languages, was_suspended=outcome.is_leech_suspended)
        if timebox is not None:
            self.show_timebox(timebox)
        if outcome.clock_leap_ms:
            self.show_clock_leap(outcome.clock_leap_ms)

    def show_leech_advice(self, card: Card, languages: CardLanguages, *, was_suspended: bool) -> None:
        """Advise the learner to rewrite a leech, a card that they keep forgetting, with buttons to do so."""
        title = card_title(card, languages)
        text, short_text = (
            (
                self.tr("Leech, now suspended: you keep forgetting “{card}”."),
                self.tr("Suspended leech: “{card}”"),
            )
            if was_suspended
            else (self.tr("Leech: you keep forgetting “{card}”."), self.tr("Leech: “{card}”"))
        )
        has_room = self._room_for_title(text) > self._area.width() // 3
        self.show_message(self._insert_title(title, text if has_room else short_text))
        self.leech_buttons.set_card(card.id)
        self.leech_buttons.show()
        self._place()

    def _insert_title(self, title: str, text: str) -> str:
        """Insert a title, shortened so that the message takes one line."""
        room = self._room_for_title(text)
        elided = self.banner.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, max(0, room))
        return text.format(card=elided)

    def _room_for_title(self, text: str) -> int:
        width = self.banner.fontMetrics().horizontalAdvance(text.format(card=""))
        return self._area.width() - 2 * _MARGIN - width - _TEXT_PADDING

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
        layout.activate()
        height = layout.totalHeightForWidth(self._area.width())
        top = self._area.bottom() - height + 1 if self._is_at_bottom else self._area.y()
        self.setGeometry(self._area.x(), top, self._area.width(), height)

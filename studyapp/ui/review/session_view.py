"""What the review page shows: the header, the card or the summary of the session, and messages above them."""

from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from studyapp.core.options.study_options import Switch
from studyapp.core.rendering.face_html import Face, LearnerResponse
from studyapp.core.study.rating import preselected_rating
from studyapp.services.options.clock import Clock
from studyapp.services.study.session_outcome import Finished, Prompt
from studyapp.ui.kit import screen_reader, theme
from studyapp.ui.review.card_sounds import CardSounds
from studyapp.ui.review.finished_panel import FinishedPanel
from studyapp.ui.review.forgotten_card import ForgottenCardLinks
from studyapp.ui.review.notice_bar import NoticeBar
from studyapp.ui.review.prompt_panel import MAX_COLUMN_WIDTH, PromptPanel
from studyapp.ui.review.session_header import SessionHeader

_NOTICE_MARGIN = 8
"""Pixels between a message and the menu button."""


class DeckDisplay(NamedTuple):
    """The title of a deck, and the folder with its media files."""

    title: str
    folder: Path | None


class SessionView(QWidget):
    """Shows the steps of a session. It decides nothing; `ReviewPage` does."""

    def __init__(self, clock: Clock, progress_bar_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.header = SessionHeader(progress_bar_name, self)
        self.prompt_panel = PromptPanel(self)
        self.card_frame = self.prompt_panel.card_frame
        self._answer_bar = self.prompt_panel.answer_bar
        self.finished_panel = FinishedPanel(clock, self)
        self._panels = QStackedWidget(self)
        self._panels.addWidget(self.prompt_panel)
        self._panels.addWidget(self.finished_panel)
        self.forgotten_links = ForgottenCardLinks(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.header)
        column.addWidget(self._panels, 1)
        column.addWidget(self.forgotten_links)
        self.notice_bar = NoticeBar(self)
        for before, after in pairwise((self.header.menu_button, *self.notice_bar.leech_buttons.buttons)):
            self.setTabOrder(before, after)
        self.sounds = CardSounds(self.card_frame.card_view, self.notice_bar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep messages over the header, beside its menu button."""
        super().resizeEvent(event)
        menu_width = self.header.menu_button.sizeHint().width() + _NOTICE_MARGIN
        width = min(theme.scale_pixels(MAX_COLUMN_WIDTH), self.width() - menu_width)
        x = min((self.width() - width) // 2, self.width() - menu_width - width)
        self.notice_bar.set_area(QRect(x, 0, width, self.height()))

    def show_finished(self, finished: Finished) -> None:
        """Show the summary of the session."""
        self.finished_panel.show_finished(finished)
        self._panels.setCurrentWidget(self.finished_panel)
        self.header.hide()

    def show_question(self, prompt: Prompt, deck: DeckDisplay, average_rating_ms: float | None) -> None:
        """Show the question of a card."""
        self.header.show()
        self._panels.setCurrentWidget(self.prompt_panel)
        self.update_header(prompt, deck, average_rating_ms)
        self.card_frame.show_question(prompt, deck.folder, prompt.flag)
        self.sounds.show_question(prompt, deck.folder)
        answer_field, heard_question = self.card_frame.answer_field, self._read_question(prompt, prompt.face)
        if answer_field.isVisibleTo(self):
            screen_reader.describe_next_focus(answer_field, heard_question)
        default_button = self._answer_bar.show_reveal(
            prompt.ratings,
            prompt.due_by_rating,
            heard_question,
            asks_confidence=prompt.options.ask_confidence is Switch.ON,
        )
        (answer_field if answer_field.isVisibleTo(self) else default_button).setFocus()

    def update_header(self, prompt: Prompt, deck: DeckDisplay, average_rating_ms: float | None) -> None:
        """Show the deck and the counts of the session."""
        self.header.show_prompt(prompt, deck.title, average_rating_ms)

    def restore_response(
        self, prompt: Prompt, response: LearnerResponse, face: Face, *, is_revealed: bool
    ) -> None:
        """Bring a card that was shown anew into its former state. `face` is the card with the response."""
        self.card_frame.restore_response(response)
        if is_revealed:
            self.card_frame.show_answer(face.revealed)
            self.sounds.show_answer(face.revealed)
            self._show_ratings(prompt, face)
        elif response.picked_options:
            self.card_frame.show_face_html(face.question)
            self._read_question(prompt, face)

    def show_answer(self, prompt: Prompt, face: Face) -> None:
        """Show the answer and the ratings, and scroll to the answer."""
        self.card_frame.show_answer(face.revealed)
        self.sounds.show_answer(face.revealed)
        self.sounds.play_if_automatic()
        self._show_ratings(prompt, face)
        self.scroll_to_answer()

    def scroll_to_answer(self) -> None:
        """Scroll to the answer, which may be out of view."""
        card_view = self.card_frame.card_view
        answer_top = card_view.answer_top()
        if answer_top is not None:
            self.prompt_panel.scroll_area.scroll_to_offset(card_view, answer_top)

    def show_picked_options(self, prompt: Prompt, face: Face) -> None:
        """Show a question with the options picked so far."""
        self.card_frame.show_face_html(face.question)
        self._read_question(prompt, face)
        if screen_reader.is_active():
            from studyapp.ui.review.heard_card import heard_picked_options

            picked = heard_picked_options(prompt, self.card_frame.response)
            screen_reader.announce(picked or self.tr("Nothing picked"))

    def _show_ratings(self, prompt: Prompt, face: Face) -> None:
        preselected = preselected_rating(face.is_response_correct, prompt.ratings)
        self._answer_bar.show_ratings(preselected, self._read_answer(prompt, face))

    def _read_question(self, prompt: Prompt, face: Face) -> str:
        """Return what a screen reader says about the question; empty if none is active. The card gets it as its
        name, so that it can be heard again there."""
        if not screen_reader.is_active():
            return ""
        from studyapp.ui.review.heard_card import heard_question

        question = heard_question(prompt, face, self.card_frame)
        self.card_frame.card_view.setAccessibleName(question)
        return question

    def _read_answer(self, prompt: Prompt, face: Face) -> str:
        """Return what a screen reader says about the answer, as `_read_question` does."""
        if not screen_reader.is_active():
            return ""
        from studyapp.ui.review.heard_card import heard_answer

        answer = heard_answer(prompt, face, self.card_frame.response, self.card_frame)
        self.card_frame.card_view.setAccessibleName(answer)
        return answer

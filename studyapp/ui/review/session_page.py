"""The page that shows the steps of a session: the card on screen, or the summary when none is left."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studyapp.core.notes.deck import DeckSource
from studyapp.core.notes.note import Note
from studyapp.core.rendering.face_html import LearnerResponse
from studyapp.core.text.translatable import TranslatableError
from studyapp.services.options.clock import Clock
from studyapp.services.study.session_outcome import Finished, Outcome, Prompt
from studyapp.services.study.study_session import StudySession
from studyapp.store.errors import StoreError
from studyapp.ui.kit import formatting
from studyapp.ui.kit.page import Page, PageId
from studyapp.ui.kit.widgets import is_narrow
from studyapp.ui.review.forgotten_card import ForgottenCard
from studyapp.ui.review.session_timers import AutoAdvance, RunningTimebox
from studyapp.ui.review.session_view import DeckDisplay, SessionView

_MAX_RECHECK_MS = 3_600_000
"""Maximum wait in milliseconds until a finished session checks the clock again, which may have been set back."""


class SessionState(NamedTuple):
    """A session and what is on screen, with which the review page of another window can continue."""

    session: StudySession
    response: LearnerResponse
    forgotten: ForgottenCard | None
    timebox: RunningTimebox


class SessionPage(Page):
    """Runs the operations of a session and shows their results. The page holds only what is on screen; `StudySession`
    does the work."""

    backRequested = Signal()
    customStudyRequested = Signal()

    page_id = PageId.REVIEW
    shows_own_progress = True

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._clock = clock
        self._session: StudySession | None = None
        self._title_by_deck: dict[str, str] = {}
        self._folder_by_deck: dict[str, Path] = {}
        self.prompt: Prompt | None = None
        self._source_by_deck: dict[str, DeckSource] = {}
        self._forgotten: ForgottenCard | None = None
        self._recheck_timer = QTimer(self)
        self._recheck_timer.setSingleShot(True)
        self._recheck_timer.timeout.connect(lambda: self._run_operation(lambda study: study.show_next()))
        self._auto_advance = AutoAdvance(self)
        self._auto_advance.skipDue.connect(lambda: self._run_operation(lambda study: study.skip()))
        self._build_widgets()

    def set_decks(
        self,
        title_by_deck: dict[str, str],
        folder_by_deck: dict[str, Path],
        source_by_deck: dict[str, DeckSource],
    ) -> None:
        """Set the titles of the decks, the folders with their media files, and their sources."""
        self._title_by_deck, self._folder_by_deck = title_by_deck, folder_by_deck
        self._source_by_deck = source_by_deck

    def show_session(self, study: StudySession) -> None:
        """Start a session. Raises StoreError if the first card can't be read."""
        self._session = study
        self._show_forgotten(None)
        self._auto_advance.start_session(self._clock.now())
        outcome = study.show_next()
        if outcome.next_step_error is not None:
            raise outcome.next_step_error
        self.notice_bar.clear()
        if outcome.next_step is not None:
            self._show_step(outcome.next_step)

    def hand_over_session(self) -> SessionState | None:
        """End the session on this page and return it for another page. Return None if there is none."""
        if self._session is None:
            return None
        self.answer_field.commit_composition()
        state = SessionState(
            self._session, self.card_frame.response, self._forgotten, self._auto_advance.timebox
        )
        self._session = None
        self._auto_advance.stop()
        self._recheck_timer.stop()
        return state

    def resume_session(self, state: SessionState) -> None:
        """Continue a session with the same card on screen, in the same state."""
        self._session = state.session
        self._auto_advance.resume_session(state.timebox)
        prompt = state.session.prompt
        if prompt is None:
            self._run_operation(lambda study: study.show_next())
            return
        self._show_again(prompt, state.response)
        self._show_forgotten(state.forgotten)
        if state.session.is_revealed:
            self._auto_advance.start_answer(prompt.options)
            QTimer.singleShot(0, self, self._view.scroll_to_answer)  # after the layout of the new window
        else:
            self._auto_advance.start_question(prompt.options)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shrink the margins on a narrow page."""
        super().resizeEvent(event)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(*((12, 8, 12, 12) if is_narrow(self) else (32, 16, 32, 24)))

    def apply_theme(self) -> None:
        """Apply the current theme."""
        self.card_frame.restyle()

    def _run_operation(self, operation: Callable[[StudySession], Outcome]) -> Outcome | None:
        """Run an operation and show its result. If it fails, show the error and return None."""
        outcome = self._try_operation(operation)
        if outcome is None:
            return None
        self.notice_bar.clear()
        if outcome.next_step is not None:
            self._show_forgotten(None)
            self._show_step(outcome.next_step)
        self._show_next_step_error(outcome)
        return outcome

    def _refresh(self, operation: Callable[[StudySession], Outcome]) -> Outcome | None:
        """Run an operation that may change the text of the card on screen. The card keeps its state."""
        outcome = self._try_operation(operation)
        if outcome is None:
            return None
        step = outcome.next_step
        if isinstance(step, Prompt) and self._is_on_screen(step):
            scroll_bar = self.scroll_area.verticalScrollBar()
            position = scroll_bar.value()
            self._show_again(step, self.card_frame.response)
            QTimer.singleShot(0, self, lambda: scroll_bar.setValue(position))
        elif step is not None:
            self._show_step(step)
        self._show_next_step_error(outcome)
        return outcome

    def _try_operation(self, operation: Callable[[StudySession], Outcome]) -> Outcome | None:
        if self._session is None:
            return None
        try:
            return operation(self._session)
        except StoreError as error:
            reason = formatting.format_error(error)
            self.notice_bar.show_message(self.tr("Not saved. {reason}").format(reason=reason))
        except TranslatableError as error:  # an edit that can't be undone
            self.notice_bar.show_message(formatting.format_error(error))
        return None

    def _show_next_step_error(self, outcome: Outcome) -> None:
        if outcome.next_step_error is not None:
            self.notice_bar.show_message(formatting.format_error(outcome.next_step_error))

    def _show_confirmation(self, outcome: Outcome | None, text: str) -> None:
        """Show a message if the operation succeeded. Errors are already shown."""
        if is_confirmed(outcome):
            self.notice_bar.show_message(text, is_info=True)

    def _show_forgotten(self, forgotten: ForgottenCard | None) -> None:
        """Offer what helps with a card that was forgotten; None if the last one was not."""
        self._forgotten = forgotten
        if forgotten is None:
            self.forgotten_links.hide()
        else:
            self.forgotten_links.show_card(forgotten, self._describe_source(forgotten.prompt.card.note))

    def _describe_source(self, note: Note) -> str:
        """Return the source of a note in one line; empty if nothing is known about it."""
        source = self._source_by_deck.get(note.deck_id, DeckSource())
        parts = (source.title, source.author, source.date, formatting.format_section(note.section))
        return " · ".join(filter(None, parts))

    def _is_on_screen(self, prompt: Prompt) -> bool:
        return self.prompt is not None and self.prompt.card.id == prompt.card.id

    def _show_step(self, step: Prompt | Finished) -> None:
        self._recheck_timer.stop()
        if isinstance(step, Finished):
            self.prompt = None
            self._auto_advance.stop()
            self._view.show_finished(step)
            if step.learning_available_at is not None:
                wait_ms = step.learning_available_at - self._clock.now()
                self._recheck_timer.start(min(max(1000, wait_ms), _MAX_RECHECK_MS))
            return
        self.prompt = step
        self._view.show_question(step, self._deck_of(step), self._average_rating_ms)
        self.sounds.play_if_automatic()
        self.scroll_area.scroll_to_top()
        self._auto_advance.start_question(step.options)

    def _show_again(self, prompt: Prompt, response: LearnerResponse) -> None:
        """Show the card that was on screen before, in the same state. A card that has not changed is left alone, with
        its focus and its selected text."""
        if self._session is None:
            return
        shown, self.prompt = self.prompt, prompt
        deck = self._deck_of(prompt)
        if shown is not None and prompt == replace(
            shown, counts=prompt.counts, due_by_rating=prompt.due_by_rating
        ):
            self._view.update_header(prompt, deck, self._average_rating_ms)
            return
        self._view.show_question(prompt, deck, self._average_rating_ms)
        face = self._session.render_face(response)
        self._view.restore_response(prompt, response, face, is_revealed=self._session.is_revealed)

    @property
    def _average_rating_ms(self) -> float | None:
        return self._session.average_rating_ms if self._session else None

    def _deck_of(self, prompt: Prompt) -> DeckDisplay:
        deck_id = prompt.card.note.deck_id
        return DeckDisplay(self._title_by_deck.get(deck_id, deck_id), self._folder_by_deck.get(deck_id))

    def _build_widgets(self) -> None:
        self._view = view = SessionView(self._clock, self.tr("Session progress"), self)
        self.sounds = view.sounds
        self.header, self.notice_bar, self.banner = view.header, view.notice_bar, view.notice_bar.banner
        panel = view.prompt_panel
        self.scroll_area, self._answer_bar = panel.scroll_area, panel.answer_bar
        self.card_frame, self.card_view = panel.card_frame, panel.card_frame.card_view
        self.answer_field = panel.card_frame.answer_field
        self.rating_buttons, self.reveal_button = (
            panel.answer_bar.rating_buttons,
            panel.answer_bar.reveal_button,
        )
        self.finished_panel, self.forgotten_links = view.finished_panel, view.forgotten_links
        self.finished_panel.backRequested.connect(self.backRequested)
        self.finished_panel.customStudyRequested.connect(self.customStudyRequested)
        more_new_cards = self.finished_panel.moreNewCardsRequested
        more_new_cards.connect(lambda: self._run_operation(lambda study: study.add_new_cards()))
        column = QVBoxLayout(self)
        column.addWidget(view)


def is_confirmed(outcome: Outcome | None) -> bool:
    """Return whether an operation succeeded and the next card could be read."""
    return outcome is not None and outcome.is_applied and outcome.next_step_error is None

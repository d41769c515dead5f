"""The review page. Its shortcuts are in `review_shortcuts.py`; `services/study/study_session.py` decides what to show."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from studyapp.core.cards.card import Card, CardKind
from studyapp.core.rendering.choice_face import shuffled_option_order
from studyapp.core.rendering.face import card_title
from studyapp.core.rendering.markdown_rendering import html_to_text
from studyapp.core.study.rating import Confidence, Rating
from studyapp.core.study.study_options import Switch
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.options.clock import Clock
from studyapp.services.study.session_outcome import Finished, Outcome, Prompt
from studyapp.services.study.study_session import StudySession
from studyapp.store.errors import StoreError
from studyapp.store.stored_options import ALL_DECKS
from studyapp.ui.card.journal_entry_formatting import format_entry
from studyapp.ui.kit import formatting, modal_dialogs, screen_reader
from studyapp.ui.kit.actions import format_shortcut
from studyapp.ui.kit.page import Page, PageId
from studyapp.ui.kit.widgets import is_narrow
from studyapp.ui.review.finished_panel import FinishedPanel
from studyapp.ui.review.notice_bar import NoticeBar
from studyapp.ui.review.prompt_panel import PromptPanel
from studyapp.ui.review.session_header import SessionHeader
from studyapp.ui.review.session_timers import AutoAdvance

_MAX_RECHECK_MS = 3_600_000
"""Maximum wait in milliseconds until a finished session checks the clock again, which may have been set back."""


class ReviewPage(Page):
    """Displays a study session. The page holds only what is on screen; `StudySession` does the work."""

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
        self._prerequisites: tuple[Card, ...] = ()
        self._recheck_timer = QTimer(self)
        self._recheck_timer.setSingleShot(True)
        self._recheck_timer.timeout.connect(lambda: self._run_operation(lambda study: study.show_next()))
        self._auto_advance = AutoAdvance(self)
        self._auto_advance.revealDue.connect(self.reveal)
        self._auto_advance.skipDue.connect(lambda: self._run_operation(lambda study: study.skip()))
        self._build_widgets()

    def show_session(
        self, study: StudySession, title_by_deck: dict[str, str], folder_by_deck: dict[str, Path]
    ) -> None:
        """Start a session. Raises StoreError if the first card can't be read."""
        self._session, self._title_by_deck, self._folder_by_deck = study, title_by_deck, folder_by_deck
        self._prerequisites = ()
        self._auto_advance.start_session(self._clock.now())
        outcome = study.show_next()
        if outcome.next_step_error is not None:
            raise outcome.next_step_error
        if outcome.next_step is not None:
            self._show_prompt_or_finished(outcome.next_step)

    def reveal(self, confidence: Confidence | None = None) -> None:
        """Show the answer. `confidence` is how sure the learner was of theirs."""
        if self._session is None or self.prompt is None or self._session.is_revealed:
            return
        self._session.reveal(confidence)
        self._auto_advance.start_answer()
        html = self._session.render_face(self.card_frame.response).revealed
        self.card_frame.show_answer(html)
        screen_reader.announce(self.card_view, html_to_text(html.partition("<hr>")[2] or html))
        self._answer_bar.show_ratings()
        answer_top = self.card_view.answer_top()
        if answer_top is not None:  # it may be out of view
            self.scroll_area.scroll_to_offset(self.card_view, answer_top)

    def rate(self, rating: Rating) -> None:
        """Rate the card on screen. Do nothing before the answer is shown."""
        if self._session is None or self.prompt is None:
            return
        prompt = self.prompt
        if self._session.is_revealed and rating in self.prompt.ratings:
            button = self.rating_buttons.button_for(rating)
            screen_reader.announce(button, button.accessibleName())
        outcome = self._run_operation(lambda study: study.rate(prompt.card.id, rating))
        if outcome is not None and outcome.is_applied:
            self._auto_advance.count_rating()
            self._show_rating_notices(prompt, outcome)

    def _show_rating_notices(self, prompt: Prompt, outcome: Outcome) -> None:
        if outcome.leech is not None:
            leech_title = card_title(outcome.leech, prompt.languages)
            self.notice_bar.show_leech_advice(leech_title, was_suspended=outcome.is_leech_suspended)
        self._prerequisites = outcome.prerequisites
        if outcome.prerequisites:
            titles = [card_title(card, prompt.languages) for card in outcome.prerequisites]
            self.notice_bar.offer_prerequisites(titles)
        timebox = self._auto_advance.restart_timebox_if_over(self._clock.now())
        if timebox is not None:
            self.notice_bar.show_timebox(timebox)
        if outcome.clock_leap_ms:
            self.notice_bar.show_clock_leap(outcome.clock_leap_ms)

    def review_prerequisites(self) -> None:
        """Review the prerequisites of the last forgotten card next."""
        if self._prerequisites:
            self._run_operation(lambda study: study.review_first(self._prerequisites))

    def undo(self) -> bool:
        """Undo the last action. Return False if there is nothing to undo."""
        return self._run_and_name_entry(lambda study: study.undo(), self.tr("Undid: {action}"))

    def redo(self) -> bool:
        """Redo the last undone action. Return False if there is nothing to redo."""
        return self._run_and_name_entry(lambda study: study.redo(), self.tr("Redid: {action}"))

    def bury(self, *, whole_note: bool = False) -> None:
        """Bury the card, or all cards of its note, until tomorrow."""
        outcome = self._run_operation(lambda study: study.bury(whole_note=whole_note))
        text = self.tr("Buried until tomorrow. Undo: {key}")
        self._show_confirmation(outcome, text.format(key=format_shortcut("undo")))

    def suspend(self, *, whole_note: bool = False) -> None:
        """Suspend the card, or all cards of its note."""
        outcome = self._run_operation(lambda study: study.suspend(whole_note=whole_note))
        text = self.tr("Suspended. It won't come up again. Undo: {key}")
        self._show_confirmation(outcome, text.format(key=format_shortcut("undo")))

    def reset_card(self) -> None:
        """Reset the card to a new card."""
        self._run_operation(lambda study: study.reset_card())

    def set_due_date(self) -> None:
        """Ask in how many days the card is due, and set its due date."""
        days = modal_dialogs.ask_days_until_due(self) if self.prompt is not None else None
        if days is not None:
            self._run_operation(lambda study: study.set_due(days))

    def toggle_flag(self, flag: int) -> None:
        """Set the flag of the card, or remove it if the card already has it."""
        outcome = self._run_operation(lambda study: study.toggle_flag(flag))
        if outcome is not None and outcome.is_applied:
            self.card_frame.show_flag(outcome.flag)

    def show_card_info(self) -> None:
        """Show the card info in a separate window, which may stay open."""
        from studyapp.ui.card.card_info_dialog import CardInfoDialog  # loaded on use: few sessions open it

        if self._session is None or self.prompt is None:
            return
        try:
            CardInfoDialog(self._session.load_card_info(), self).show()
        except StoreError as error:
            self.notice_bar.show_message(formatting.format_error(error))

    def on_languages_changed(self, languages: CardLanguages, title_by_deck: dict[str, str]) -> None:
        """Continue in these languages, unless the deck has its own."""
        self._title_by_deck = title_by_deck
        outcome = self._run_operation(lambda study: study.set_default_languages(languages))
        if self.prompt is not None and self.prompt.options.languages is not None:
            text = self.tr("This deck has its own card languages. Deck options: {key}")
            self._show_confirmation(outcome, text.format(key=format_shortcut("options")))

    def on_options_changed(self) -> None:
        """Apply the new options, but keep an answer that is on screen."""
        if self._session is not None and not self._session.is_revealed:
            self._run_operation(lambda study: study.refresh())

    @property
    def current_deck_id(self) -> str:
        """The deck of the card on screen."""
        return self.prompt.card.note.deck_id if self.prompt is not None else ALL_DECKS

    def pick_or_rate(self, number: int) -> None:
        """Pick the option with this number, or rate with it once the answer is shown."""
        if self._session is None or self.prompt is None:
            return
        if self._session.is_revealed:
            if number <= len(Rating):
                self.rate(Rating(number))
        elif self.prompt.card.kind is CardKind.MULTIPLE_CHOICE:
            order = shuffled_option_order(self.prompt.card, self.prompt.review_count)
            if number <= len(order):
                self._pick_option(order[number - 1])

    def reveal_or_rate(self) -> None:
        """Show the answer. Once it is shown, rate with the focused button, by default Good, as in Anki."""
        if self.prompt is None:
            self.finished_panel.back_button.click()
        elif self._session is not None and self._session.is_revealed:
            self.rate(self.rating_buttons.focused_rating())
        else:
            self.reveal(self._answer_bar.confidence_buttons.focused_confidence())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shrink the margins on a narrow page."""
        super().resizeEvent(event)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(*((12, 8, 12, 12) if is_narrow(self) else (32, 16, 32, 24)))

    def apply_theme(self) -> None:
        """Apply the current theme."""
        self.card_view.restyle()

    def _run_operation(self, operation: Callable[[StudySession], Outcome]) -> Outcome | None:
        """Run an operation and show its result. If it fails, show the error and return None."""
        if self._session is None:
            return None
        try:
            outcome = operation(self._session)
        except StoreError as error:
            reason = formatting.format_error(error)
            self.notice_bar.show_message(self.tr("Not saved. {reason}").format(reason=reason))
            return None
        self.notice_bar.clear()
        if outcome.next_step is not None:
            self._show_prompt_or_finished(outcome.next_step)
        if outcome.next_step_error is not None:
            self.notice_bar.show_message(formatting.format_error(outcome.next_step_error))
        return outcome

    def _run_and_name_entry(self, operation: Callable[[StudySession], Outcome], text: str) -> bool:
        """Run an operation and show `text` with the name of the undone or redone entry. Return False if there is
        none."""
        outcome = self._run_operation(operation)
        if outcome is not None and outcome.entry is not None:
            self._show_confirmation(outcome, text.format(action=format_entry(outcome.entry)))
        return outcome is None or outcome.is_applied

    def _show_confirmation(self, outcome: Outcome | None, text: str) -> None:
        """Show a message if the operation succeeded. Errors are already shown."""
        if outcome is not None and outcome.is_applied and outcome.next_step_error is None:
            self.notice_bar.show_message(text, is_info=True)

    def _show_prompt_or_finished(self, step: Prompt | Finished) -> None:
        self.notice_bar.clear()
        self._recheck_timer.stop()
        if isinstance(step, Finished):
            self.prompt = None
            self._auto_advance.stop()
            self._panels.setCurrentWidget(self.finished_panel)
            self.finished_panel.show_finished(step)
            self.header.hide()
            if step.learning_available_at is not None:
                wait_ms = step.learning_available_at - self._clock.now()
                self._recheck_timer.start(min(max(1000, wait_ms), _MAX_RECHECK_MS))
            return
        self.prompt = step
        self.header.show()
        self._panels.setCurrentWidget(self._prompt_panel)
        deck_id = step.card.note.deck_id
        average_rating_ms = self._session.average_rating_ms if self._session else None
        self.header.show_prompt(step, self._title_by_deck.get(deck_id, deck_id), average_rating_ms)
        folder = self._folder_by_deck.get(deck_id)
        self.card_frame.show_question(step, folder, step.flag)
        screen_reader.announce(self.card_view, card_title(step.card, step.languages))
        self.scroll_area.scroll_to_top()
        asks_confidence = step.options.ask_confidence is Switch.ON
        default_button = self._answer_bar.show_reveal(
            step.ratings, step.due_by_rating, asks_confidence=asks_confidence
        )
        (self.answer_field if self.answer_field.isVisible() else default_button).setFocus()
        self._auto_advance.start_question(step.options)

    def _pick_option(self, option_index: int) -> None:
        if self._session is None or self.prompt is None or self._session.is_revealed:
            return
        self.card_frame.pick_option(option_index)
        self.card_frame.show_face_html(self._session.render_face(self.card_frame.response).question)

    def _build_widgets(self) -> None:
        self.notice_bar = NoticeBar(self)
        self.notice_bar.offerAccepted.connect(self.review_prerequisites)
        self.banner = self.notice_bar.banner
        self.header = SessionHeader(self.tr("Session progress"), self)
        self._prompt_panel = PromptPanel(self)
        self._connect_prompt_panel()
        self.finished_panel = FinishedPanel(self._clock, self)
        self.finished_panel.backRequested.connect(self.backRequested)
        self.finished_panel.customStudyRequested.connect(self.customStudyRequested)
        more_new_cards = self.finished_panel.moreNewCardsRequested
        more_new_cards.connect(lambda: self._run_operation(lambda study: study.add_new_cards()))
        self._panels = QStackedWidget(self)
        self._panels.addWidget(self._prompt_panel)
        self._panels.addWidget(self.finished_panel)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(self.header)
        column.addWidget(self.notice_bar)
        column.addWidget(self._panels, 1)

    def _connect_prompt_panel(self) -> None:
        panel = self._prompt_panel
        self.scroll_area, self._answer_bar = panel.scroll_area, panel.answer_bar
        self.card_frame = card_frame = panel.card_frame
        self.card_view, self.answer_field = card_frame.card_view, card_frame.answer_field
        self.rating_buttons = panel.answer_bar.rating_buttons
        self.reveal_button = panel.answer_bar.reveal_button
        self.card_view.linkActivated.connect(lambda url: modal_dialogs.open_link(self, url))
        self.card_view.optionPicked.connect(self._pick_option)
        self.answer_field.returnPressed.connect(lambda: self.reveal())
        self.rating_buttons.ratingChosen.connect(self.rate)
        self.reveal_button.clicked.connect(lambda: self.reveal())
        panel.answer_bar.confidence_buttons.confidenceChosen.connect(self.reveal)

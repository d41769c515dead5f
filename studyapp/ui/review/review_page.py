"""The review page: a card, its reveal, and the rating."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from studyapp.core.cards.card import Card, CardKind
from studyapp.core.rendering.face import card_title, shuffled_option_order
from studyapp.core.rendering.markdown_rendering import html_to_text
from studyapp.core.study.journal import Confidence, Rating
from studyapp.core.study.study_options import Switch
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.options.clock import Clock
from studyapp.services.study.session_outcome import Finished, Outcome, Prompt
from studyapp.services.study.study_session import StudySession
from studyapp.store.errors import StoreError
from studyapp.store.settings import ALL_DECKS
from studyapp.ui.card.entry_formatting import format_entry
from studyapp.ui.kit import formatting, modal_dialogs, screen_reader
from studyapp.ui.kit.actions import format_shortcut
from studyapp.ui.kit.page import Page, PageId
from studyapp.ui.kit.widgets import is_narrow
from studyapp.ui.review.auto_advance import AutoAdvance
from studyapp.ui.review.finished_panel import FinishedPanel
from studyapp.ui.review.notice_bar import NoticeBar
from studyapp.ui.review.prompt_panel import PromptPanel
from studyapp.ui.review.session_header import SessionHeader

_MAX_RECHECK_TIME = 3_600_000
"""Milliseconds after which a finished session looks at the clock again, which may have been set back."""


class ReviewPage(Page):
    """One session. It keeps what is on screen; what happens is the study service's."""

    backRequested = Signal()
    customStudyRequested = Signal()

    page_id = PageId.REVIEW
    shows_own_progress = True

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._clock = clock
        self._study: StudySession | None = None
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

    def start_session(
        self, study: StudySession, title_by_deck: dict[str, str], folder_by_deck: dict[str, Path]
    ) -> None:
        """Start a session. StoreError if the first card can't be read."""
        self._study, self._title_by_deck, self._folder_by_deck = study, title_by_deck, folder_by_deck
        self._prerequisites = ()
        self._auto_advance.start_session(self._clock.now())
        outcome = study.show_next()
        if outcome.next_step_error is not None:
            raise outcome.next_step_error
        if outcome.next_step is not None:
            self._show_prompt_or_finished(outcome.next_step)

    def reveal(self, confidence: Confidence | None = None) -> None:
        """Show the answer; `confidence` is how sure the person says to be of theirs."""
        if self._study is None or self.prompt is None or self._study.is_revealed:
            return
        question_height = self.card_view.height()
        self._study.reveal(confidence)
        self._auto_advance.start_answer()
        html = self._study.render_face(self.card_frame.response).revealed
        self.card_frame.show_answer(html)
        screen_reader.announce(self.card_view, html_to_text(html.partition("<hr>")[2] or html))
        self._answer_bar.show_ratings()
        if "<hr>" in html:  # the answer stands below the question, maybe below what is seen
            scroll = partial(self.scroll_area.scroll_to_answer, self.card_view, question_height)
            QTimer.singleShot(0, self, scroll)

    def rate(self, rating: Rating) -> None:
        """Rate the card on screen; nothing before it is revealed."""
        if self._study is None or self.prompt is None:
            return
        rated = self.prompt
        if self._study.is_revealed and rating in self.prompt.ratings:
            button = self.rating_buttons.button_for(rating)
            screen_reader.announce(button, button.accessibleName())
        outcome = self._run_operation(lambda study: study.rate(rated.card.id, rating))
        if outcome is not None and outcome.is_applied:
            self._auto_advance.count_rating()
            self._show_rating_notices(rated, outcome)

    def _show_rating_notices(self, prompt: Prompt, outcome: Outcome) -> None:
        if outcome.leech is not None:
            card = card_title(outcome.leech, prompt.languages)
            self.notice_bar.show_leech_advice(card, was_suspended=outcome.is_leech_suspended)
        self._prerequisites = outcome.prerequisites
        if outcome.prerequisites:
            titles = [card_title(each, prompt.languages) for each in outcome.prerequisites]
            self.notice_bar.offer_prerequisites(titles)
        over = self._auto_advance.restart_timebox_if_over(self._clock.now())
        if over is not None:
            self.notice_bar.show_timebox(*over)

    def review_prerequisites(self) -> None:
        """Ask what the card forgotten last builds on."""
        if self._prerequisites:
            self._run_operation(lambda study: study.review_first(self._prerequisites))

    def undo(self) -> bool:
        """Take back the newest thing done; False when there is nothing to take back."""
        return self._run_and_name_entry(lambda study: study.undo(), self.tr("Undid: {action}"))

    def redo(self) -> bool:
        """Do again what was taken back last; False when there is nothing of the kind."""
        return self._run_and_name_entry(lambda study: study.redo(), self.tr("Redid: {action}"))

    def bury(self, *, whole_note: bool = False) -> None:
        """Put the card, or all of its note, off until tomorrow."""
        outcome = self._run_operation(lambda study: study.bury(whole_note=whole_note))
        words = self.tr("Buried until tomorrow. Undo: {key}")
        self._show_confirmation(outcome, words.format(key=format_shortcut("undo")))

    def suspend(self, *, whole_note: bool = False) -> None:
        """Take the card, or all of its note, out of all sessions."""
        outcome = self._run_operation(lambda study: study.suspend(whole_note=whole_note))
        words = self.tr("Suspended. It won't come up again. Undo: {key}")
        self._show_confirmation(outcome, words.format(key=format_shortcut("undo")))

    def reset_card(self) -> None:
        """Begin the card anew."""
        self._run_operation(lambda study: study.reset_card())

    def set_due_date(self) -> None:
        """Ask on which day the card shall come, and let it."""
        days = modal_dialogs.ask_days_until_due(self) if self.prompt is not None else None
        if days is not None:
            self._run_operation(lambda study: study.set_due(days))

    def toggle_flag(self, flag: int) -> None:
        """Give the card a flag, or take away the one it has."""
        outcome = self._run_operation(lambda study: study.toggle_flag(flag))
        if outcome is not None and outcome.is_applied:
            self.card_frame.show_flag(outcome.flag)

    def show_card_info(self) -> None:
        """What is known of the card, in a window of its own that may stay open."""
        from studyapp.ui.card.card_info_dialog import CardInfoDialog  # few sessions ask for it

        if self._study is None or self.prompt is None:
            return
        try:
            CardInfoDialog(self._study.load_card_info(), self).show()
        except StoreError as error:
            self.notice_bar.show_message(formatting.format_error(error))

    def languages_changed(self, languages: CardLanguages, title_by_deck: dict[str, str]) -> None:
        """Go on in other languages."""
        self._title_by_deck = title_by_deck
        outcome = self._run_operation(lambda study: study.set_default_languages(languages))
        if self.prompt is not None and self.prompt.options.languages is not None:
            words = self.tr("This deck has its own card languages. Deck options: {key}")
            self._show_confirmation(outcome, words.format(key=format_shortcut("options")))

    def options_changed(self) -> None:
        """Apply the new options; an answer that is on screen stays there."""
        if self._study is not None and not self._study.is_revealed:
            self._run_operation(lambda study: study.refresh())

    @property
    def current_deck(self) -> str:
        """The deck of the card on screen."""
        return self.prompt.card.note.deck_id if self.prompt is not None else ALL_DECKS

    def pick_or_rate(self, number: int) -> None:
        """The key of a number: picks an option before the reveal, rates after it."""
        if self._study is None or self.prompt is None:
            return
        if self._study.is_revealed:
            if number <= len(Rating):
                self.rate(Rating(number))
        elif self.prompt.card.kind is CardKind.MULTIPLE_CHOICE:
            order = shuffled_option_order(self.prompt.card, self.prompt.review_count)
            if number <= len(order):
                self._pick_option(order[number - 1])

    def reveal_or_rate(self) -> None:
        """Reveal; once revealed, rate as the button with the focus says: good, unless it was moved, as in Anki."""
        if self.prompt is None:
            self.finished_panel.back_button.click()
        elif self._study is not None and self._study.is_revealed:
            self.rate(self.rating_buttons.focused_rating())
        else:
            self.reveal(self._answer_bar.confidence_buttons.focused_confidence())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the margins give way first."""
        super().resizeEvent(event)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(*((12, 8, 12, 12) if is_narrow(self) else (32, 16, 32, 24)))

    def restyle(self) -> None:
        """The theme has changed."""
        self.card_view.restyle()

    def _run_operation(self, operation: Callable[[StudySession], Outcome]) -> Outcome | None:
        """Do it and show what comes of it; None when it failed, which is told."""
        if self._study is None:
            return None
        try:
            outcome = operation(self._study)
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
        """Run an operation and show `text` with the name of the entry that it undid or redid. False if there was none."""
        outcome = self._run_operation(operation)
        if outcome is not None and outcome.entry is not None:
            self._show_confirmation(outcome, text.format(action=format_entry(outcome.entry)))
        return outcome is None or outcome.is_applied

    def _show_confirmation(self, outcome: Outcome | None, text: str) -> None:
        """Say calmly that something was done; what failed is said already."""
        if outcome is not None and outcome.is_applied and outcome.next_step_error is None:
            self.notice_bar.show_message(text, is_info=True)

    def _show_prompt_or_finished(self, result: Prompt | Finished) -> None:
        self.notice_bar.clear()
        self._recheck_timer.stop()
        if isinstance(result, Finished):
            self.prompt = None
            self._auto_advance.stop()
            self._panels.setCurrentWidget(self.finished_panel)
            self.finished_panel.show_finished(result)
            self.header.hide()
            if result.learning_available_at is not None:
                wait = result.learning_available_at - self._clock.now()
                self._recheck_timer.start(min(max(1000, wait), _MAX_RECHECK_TIME))
            return
        self.prompt = result
        self.header.show()
        self._panels.setCurrentWidget(self._prompt_panel)
        deck_id = result.card.note.deck_id
        average_rating_ms = self._study.average_rating_ms if self._study else None
        self.header.show_prompt(result, self._title_by_deck.get(deck_id, deck_id), average_rating_ms)
        folder = self._folder_by_deck.get(deck_id)
        self.card_frame.show_question(result, folder, result.flag)
        screen_reader.announce(self.card_view, card_title(result.card, result.languages))
        self.scroll_area.scroll_to_top()
        asks_confidence = result.options.ask_confidence is Switch.ON
        wanted = self._answer_bar.show_reveal(
            result.ratings, result.due_by_rating, asks_confidence=asks_confidence
        )
        (self.answer_field if self.answer_field.isVisible() else wanted).setFocus()
        self._auto_advance.start_question(result.options)

    def _pick_option(self, option_index: int) -> None:
        if self._study is None or self.prompt is None or self._study.is_revealed:
            return
        self.card_frame.pick_option(option_index)
        self.card_frame.show_html(self._study.render_face(self.card_frame.response).question)

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
        self.card_frame = frame = panel.card_frame
        self.card_view, self.answer_field = frame.card_view, frame.answer_field
        self.caption_label = frame.caption_label
        self.rating_buttons = panel.answer_bar.rating_buttons
        self.reveal_button = panel.answer_bar.reveal_button
        self.card_view.linkActivated.connect(lambda url: modal_dialogs.open_link(self, url))
        self.card_view.optionPicked.connect(self._pick_option)
        self.answer_field.returnPressed.connect(lambda: self.reveal())
        self.rating_buttons.ratingChosen.connect(self.rate)
        self.reveal_button.clicked.connect(lambda: self.reveal())
        panel.answer_bar.confidence_buttons.confidenceChosen.connect(self.reveal)

"""The review page: what the learner can do with the card on screen. Its shortcuts are in `review_shortcuts.py`."""

from collections.abc import Callable

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QPushButton, QWidget

from studyapp.core.cards.card import CardKind
from studyapp.core.notes.deck import DeckSource
from studyapp.core.rendering.choice_face import shuffled_option_order
from studyapp.core.study.rating import Confidence, Rating
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.options.clock import Clock
from studyapp.services.study.session_outcome import Outcome
from studyapp.services.study.study_session import StudySession
from studyapp.store.errors import StoreError
from studyapp.store.stored_options import ALL_DECKS
from studyapp.ui.actions.shortcuts import format_shortcut
from studyapp.ui.card.journal_entry_formatting import format_entry
from studyapp.ui.dialogs import modal_dialogs
from studyapp.ui.kit import formatting, screen_reader
from studyapp.ui.review.forgotten_card import ForgottenCard
from studyapp.ui.review.session_page import SessionPage, is_confirmed


class ReviewPage(SessionPage):
    """The session page with the actions on a card: showing its answer, rating, burying and so on."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(clock, parent)
        self._auto_advance.revealDue.connect(self.reveal)
        links = self.forgotten_links
        links.answerRequested.connect(self.show_forgotten_answer)
        links.sourceRequested.connect(self.show_forgotten_source)
        links.prerequisitesRequested.connect(self.review_prerequisites)
        self.notice_bar.leech_buttons.editRequested.connect(self.editRequested)
        self.notice_bar.leech_buttons.splitRequested.connect(self.splitRequested)
        self.notice_bar.leech_buttons.similarCardsRequested.connect(self.similarCardsRequested)
        self.card_view.linkActivated.connect(self._open_link)
        self.card_view.optionPicked.connect(self._pick_option)
        self.answer_field.returnPressed.connect(lambda: self.reveal())
        self.rating_buttons.ratingChosen.connect(self.rate)
        self.reveal_button.clicked.connect(lambda: self.reveal())
        self._answer_bar.confidence_buttons.confidenceChosen.connect(self.reveal)

    def reveal(self, confidence: Confidence | None = None) -> None:
        """Show the answer. `confidence` is how sure the learner was of theirs."""
        if self._session is None or self.prompt is None or self._session.is_revealed:
            return
        self.notice_bar.clear_info()
        self.answer_field.commit_composition()
        response = self.card_frame.response
        self._session.reveal(confidence, response)
        self._auto_advance.start_answer(self.prompt.options)
        self._view.show_answer(self.prompt, self._session.render_face(response))

    def rate(self, rating: Rating) -> None:
        """Rate the card on screen. Do nothing before the answer is shown."""
        if self._session is None or self.prompt is None:
            return
        prompt, response = self.prompt, self.card_frame.response
        outcome = self._run_operation(lambda study: study.rate(prompt.card.id, rating))
        if outcome is not None and outcome.is_applied:
            self._auto_advance.count_rating()
            if rating is Rating.AGAIN:
                self._show_forgotten(ForgottenCard(prompt, response, outcome.prerequisites))
            timebox = self._auto_advance.restart_timebox_if_over(self._clock.now())
            self.notice_bar.show_rating_result(outcome, prompt.languages, timebox)

    def review_prerequisites(self) -> None:
        """Review the prerequisites of the last card next if it was forgotten."""
        cards = self._forgotten.prerequisites if self._forgotten is not None else ()
        if cards:
            self._run_operation(lambda study: study.review_first(cards))
        else:
            screen_reader.announce(self.tr("No forgotten card has prerequisites to review."))

    def show_forgotten_answer(self) -> None:
        """Show the last card with its answer and explanation in a window if it was forgotten."""
        from studyapp.ui.card.answer_dialog import AnswerDialog  # loaded on use: few sessions open it

        if self._forgotten is None:
            screen_reader.announce(self.tr("The last card was not forgotten."))
            return
        prompt, response, _ = self._forgotten
        folder = self._deck_of(prompt).folder
        dialog = AnswerDialog(prompt, response, folder, self._describe_source(prompt.card.note), self)
        dialog.linkActivated.connect(self._open_link)
        dialog.show()

    def show_forgotten_source(self) -> None:
        """Open the source of the card that was forgotten last, or else of the answer on screen, in the browser, or name it if
        it has no link."""
        prompt = self._forgotten.prompt if self._forgotten is not None else self.prompt
        if self._session is None or prompt is None or not (self._forgotten or self._session.is_revealed):
            screen_reader.announce(self.tr("Show the answer first."))
            return
        note = prompt.card.note
        source = self._source_by_deck.get(note.deck_id, DeckSource())
        text = self._describe_source(note)
        if source.link:
            self._open_link(QUrl(source.link))
        elif text:
            self.notice_bar.show_message(self.tr("Source: {source}").format(source=text), is_info=True)
        else:
            self.notice_bar.show_message(self.tr("The deck names no source."), is_info=True)

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
        if is_confirmed(self._run_operation(lambda study: study.reset_card())):
            self.notice_bar.show_reset()

    def set_due_date(self) -> None:
        """Ask in how many days the card is due, and set its due date."""
        days = None if self.prompt is None else modal_dialogs.ask_days_until_due(self, self._clock.today())
        if days is not None and is_confirmed(self._run_operation(lambda study: study.set_due(days))):
            self.notice_bar.show_due_day(days)

    def toggle_flag(self, flag: int) -> None:
        """Set the flag of the card, or remove it if the card already has it."""
        outcome = self._run_operation(lambda study: study.toggle_flag(flag))
        if outcome is not None and outcome.is_applied:
            self.card_frame.show_flag(outcome.flag)
            screen_reader.announce(formatting.format_flag_name(outcome.flag) or self.tr("Flag removed"))

    def edit_note(self) -> None:
        """Edit the note of the card on screen. The card stays, with its new text once it is saved."""
        if self.prompt is not None:
            self.editRequested.emit(self.prompt.card.note.key)

    def show_card_info(self) -> None:
        """Show the card info in a separate window, which may stay open."""
        from studyapp.ui.card.card_info_dialog import CardInfoDialog  # loaded on use: few sessions open it

        if self._session is None or self.prompt is None:
            return
        try:
            dialog = CardInfoDialog(self._session.load_card_info(), self)
        except StoreError as error:
            self.notice_bar.show_message(formatting.format_error(error))
            return
        dialog.editRequested.connect(self.editRequested)
        dialog.splitRequested.connect(self.splitRequested)
        dialog.similarCardsRequested.connect(self.similarCardsRequested)
        dialog.show()

    def on_languages_changed(self, languages: CardLanguages, title_by_deck: dict[str, str]) -> None:
        """Continue in these languages, unless the deck has its own."""
        self._title_by_deck = title_by_deck
        outcome = self._refresh(lambda study: study.set_default_languages(languages))
        if self.prompt is not None and self.prompt.options.languages is not None:
            text = self.tr("This deck has its own card languages. Deck options: {key}")
            self._show_confirmation(outcome, text.format(key=format_shortcut("options")))

    def on_options_changed(self) -> None:
        """Apply the new options, but keep an answer that is on screen."""
        self._refresh(lambda study: study.refresh())

    def on_library_changed(self) -> None:
        """Show the current text of the card on screen, or the next card if it was removed from its deck file."""
        shown = self.prompt
        outcome = self._refresh(lambda study: study.refresh())
        if shown is not None and not self._is_on_screen(shown):
            self._show_confirmation(outcome, self.tr("The card is no longer in its deck file."))

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
            else:
                screen_reader.announce(self.tr("There is no option {number}.").format(number=number))
        else:
            screen_reader.announce(self.tr("Show the answer first."))

    def reveal_or_rate(self) -> None:
        """Show the answer. Once it is shown, rate with the focused button, at first the preselected one. Another
        button that has the focus is clicked instead."""
        focused = self.focusWidget()
        if isinstance(focused, QPushButton) and not self._answer_bar.isAncestorOf(focused):
            focused.click()
        elif self.prompt is None:
            self.finished_panel.back_button.click()
        elif self._session is not None and self._session.is_revealed:
            self.rate(self.rating_buttons.focused_rating())
        else:
            self.reveal(self._answer_bar.confidence_buttons.focused_confidence())

    def _run_and_name_entry(self, operation: Callable[[StudySession], Outcome], text: str) -> bool:
        """Run an operation and show `text` with the name of the undone or redone entry. False if there is none."""
        outcome = self._run_operation(operation)
        if outcome is not None and outcome.entry is not None:
            self._show_confirmation(outcome, text.format(action=format_entry(outcome.entry)))
        return outcome is None or outcome.is_applied

    def _open_link(self, url: QUrl) -> None:
        modal_dialogs.open_link(self, url)

    def _pick_option(self, option_index: int) -> None:
        if self._session is None or self.prompt is None or self._session.is_revealed:
            return
        self.notice_bar.clear_info()
        self.card_frame.pick_option(option_index)
        self._view.show_picked_options(self.prompt, self._session.render_face(self.card_frame.response))

"""A study session: shows cards and records ratings and other actions. After a note was edited, `refresh` shows it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from studyapp.core.cards.card import Card, cards_of, is_available_in
from studyapp.core.cards.card_id import CardId
from studyapp.core.rendering.face import render_face
from studyapp.core.rendering.face_html import Face, LearnerResponse
from studyapp.core.study.journal import WHOLE_NOTE, EntryKind
from studyapp.core.study.rating import Confidence, Rating
from studyapp.core.study.schedule import Schedule
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.journal.journal_writing import CardAction
from studyapp.services.options.clock import Clock
from studyapp.services.options.clock_leap import ClockLeapDetector
from studyapp.services.options.option_storage import load_study_options
from studyapp.services.study.card_info import CardInfo, load_card_info
from studyapp.services.study.card_loading import load_card, load_prerequisite_cards
from studyapp.services.study.daily_queue import EXTRA_NEW_COUNT
from studyapp.services.study.repetition import is_asked_again
from studyapp.services.study.session_outcome import Finished, Outcome, Prompt
from studyapp.services.study.session_queue import SessionQueue
from studyapp.services.study.session_recorder import (
    CurrentCard,
    RatingRequest,
    Recorder,
    UndoResult,
)
from studyapp.services.study.session_summary import summarize_session
from studyapp.store import schedules
from studyapp.store.collection import Collection
from studyapp.store.counts import review_counts
from studyapp.store.errors import StoreError

_MAX_TIME_TAKEN_MS = 60_000
"""Upper limit, in milliseconds, of the recorded time of a rating: the learner may have been away."""

_EMPTY_OUTCOME = Outcome()


class StudySession:
    """A session over some decks. It holds the card on screen; everything else is in the collection. Call `show_next`, show the prompt, call `reveal`, then `rate`. Methods that write raise StoreError if
    saving fails; the card then stays on screen, unrated. Errors in reading the next card are returned in the
    outcome.
    """

    def __init__(
        self,
        collection: Collection,
        clock: Clock,
        decks: Sequence[str],
        default_languages: CardLanguages,
        queue: SessionQueue,
        recorder: Recorder,
    ) -> None:
        self._collection, self._clock = collection, clock
        self._decks, self._default_languages = decks, default_languages
        self._queue, self._recorder = queue, recorder
        self._schedule = Schedule()
        self._prompt: Prompt | None = None
        self._shown_at = 0
        self._is_revealed = False
        self._confidence: Confidence | None = None
        self._response = LearnerResponse()
        self._leap_detector = ClockLeapDetector(clock)
        with collection.read_transaction() as connection:
            self._average_rating_ms = review_counts.average_rating_ms(connection)

    @property
    def average_rating_ms(self) -> float | None:
        """The average time of a rating before this session, in milliseconds; None before the first."""
        return self._average_rating_ms

    @property
    def is_revealed(self) -> bool:
        """Whether the answer is on screen."""
        return self._is_revealed

    @property
    def prompt(self) -> Prompt | None:
        """The card on screen, or None if none is left for now."""
        return self._prompt

    def show_next(self) -> Outcome:
        """Show the next card."""
        return self._complete_outcome(self._advance)

    def add_new_cards(self, count: int = EXTRA_NEW_COUNT) -> Outcome:
        """Add this many new cards beyond today's limit and show the next card."""
        return self._complete_outcome(
            partial(self._advance_after, partial(self._queue.add_new_beyond_limits, count))
        )

    def set_default_languages(self, languages: CardLanguages) -> Outcome:
        """Use other languages for decks that have none of their own. The card on screen stays as in `refresh`."""
        self._default_languages = languages
        return self._complete_outcome(
            partial(self._refresh_after, partial(self._queue.set_default_languages, languages))
        )

    def refresh(self) -> Outcome:
        """Apply the current options and deck files.

        The card on screen stays, revealed or not, unless it was removed or suspended or is not available in its languages.
        """
        return self._complete_outcome(partial(self._refresh_after, self._queue.refresh))

    def review_first(self, cards: Sequence[Card]) -> Outcome:
        """Show these cards next."""
        self._queue.move_to_front([card.id for card in cards])
        return self._complete_outcome(lambda: self._show_card(cards[0]) if cards else self._advance())

    def skip(self) -> Outcome:
        """Skip the card on screen without rating it; it moves to the end of the queue."""
        if self._prompt is not None:
            self._queue.move_to_end(self._prompt.card.id)
        return self.show_next()

    def render_face(self, response: LearnerResponse) -> Face:
        """Return the card on screen with the typed or picked response. Raises ValueError if there is none."""
        return self._current_prompt().render(response)

    def load_card_info(self) -> CardInfo:
        """Return the info of the card on screen. Raises ValueError without a card, StoreError if reading fails."""
        return load_card_info(self._collection, self._current_prompt().card.id, self._clock.study_day())

    def reveal(self, confidence: Confidence | None = None, response: LearnerResponse | None = None) -> None:
        """Mark the answer as shown, so that the card can be rated; `confidence` is saved with the rating. `response` is what
        was typed or picked before."""
        self._is_revealed = self._prompt is not None
        self._confidence, self._response = confidence, response or LearnerResponse()

    def rate(self, card: CardId, rating: Rating) -> Outcome:
        """Record how well `card` was remembered.

        Does nothing unless the card is on screen, revealed, and offered this rating, so a repeated key press
        is ignored.
        """
        prompt = self._prompt
        if prompt is None or card != prompt.card.id or not self._is_revealed or rating not in prompt.ratings:
            return Outcome(is_applied=False)
        time_taken_ms = max(0, min(self._clock.now() - self._shown_at, _MAX_TIME_TAKEN_MS))
        current = CurrentCard(card, self._schedule, prompt.options)
        due = prompt.due_by_rating.get(rating)
        recorded = self._recorder.record_rating(
            RatingRequest(
                current,
                rating,
                due,
                time_taken_ms,
                self._confidence,
                is_asked_again(prompt, rating, self._response),
            )
        )
        if recorded is None:
            return self._skip_card_changed_elsewhere()
        self._queue.apply_rating(recorded)
        outcome = Outcome(clock_leap_ms=self._leap_detector.detect_leap() if recorded.is_saved else 0)
        if recorded.is_new_leech:
            outcome = replace(outcome, leech=prompt.card, is_leech_suspended=recorded.schedule.is_suspended)
        if recorded.is_saved and rating is Rating.AGAIN:
            try:
                prerequisites = load_prerequisite_cards(self._collection, prompt.card.note, prompt.languages)
            except StoreError as error:
                return replace(outcome, next_step_error=error)
            outcome = replace(outcome, prerequisites=prerequisites)
        return self._complete_outcome(self._advance, outcome)

    def bury(self, *, whole_note: bool = False) -> Outcome:
        """Bury the card on screen, or all cards of its note, until tomorrow."""
        return self._record_and_advance(EntryKind.BURY, whole_note)

    def suspend(self, *, whole_note: bool = False) -> Outcome:
        """Suspend the card on screen, or all cards of its note."""
        return self._record_and_advance(EntryKind.SUSPEND, whole_note)

    def reset_card(self) -> Outcome:
        """Reset the card on screen to new; its history stays in the journal."""
        return self._record_and_advance(EntryKind.RESET)

    def set_due(self, days: int) -> Outcome:
        """Make the card on screen due in `days` days (0 is today)."""
        return self._record_and_advance(EntryKind.SET_DUE, due_day=self._clock.today() + days)

    def toggle_flag(self, flag: int) -> Outcome:
        """Set the flag of the card on screen (1 to 4), or remove it (0, or the flag that it has)."""
        if self._prompt is None:
            return Outcome(is_applied=False)
        new_flag = 0 if flag == self._schedule.flag else flag
        schedule = self._recorder.record_action(
            CardAction(self._prompt.card.id, EntryKind.FLAG, flag=new_flag), self._schedule
        )
        if schedule is None:
            return self._skip_card_changed_elsewhere()
        self._schedule = schedule
        return Outcome(flag=new_flag)

    def undo(self) -> Outcome:
        """Undo the last action, in this session or before it, and show that card again."""
        undone = self._recorder.undo()
        if undone is None:
            return Outcome(is_applied=False)
        return self._complete_outcome(partial(self._show_undone_card, undone), Outcome(entry=undone.entry))

    def redo(self) -> Outcome:
        """Redo the last undone action and show the next card."""
        redone = self._recorder.redo()
        if redone is None:
            return Outcome(is_applied=False)
        if redone.entry is None:
            return self._complete_outcome(self._advance)
        is_edit = redone.entry.card_id.ordinal == WHOLE_NOTE
        show = partial(self._show_undone_card, redone) if is_edit else self._rebuild_and_advance
        return self._complete_outcome(show, Outcome(entry=redone.entry))

    def _show_undone_card(self, undone: UndoResult) -> Prompt | Finished:
        """Show the card of the undone action. After an edit of texts, the card on screen is shown again."""
        if undone.entry is None:
            return self._advance()
        self._queue.restore_after_undo(undone.entry)
        is_edit = undone.entry.card_id.ordinal == WHOLE_NOTE
        card_id = self._prompt.card.id if is_edit and self._prompt else undone.entry.card_id
        card = load_card(self._collection, card_id)
        return self._show_card(card) if card else self._advance()

    def _record_and_advance(
        self, kind: EntryKind, whole_note: bool = False, due_day: int | None = None
    ) -> Outcome:
        if self._prompt is None:
            return self._complete_outcome(self._advance, Outcome(is_applied=False))
        card = self._prompt.card
        if whole_note:
            self._recorder.record_actions([CardAction(other.id, kind) for other in cards_of(card.note)])
        elif self._recorder.record_action(CardAction(card.id, kind, due_day=due_day), self._schedule) is None:
            return self._skip_card_changed_elsewhere()
        return self._complete_outcome(self._rebuild_and_advance)

    def _skip_card_changed_elsewhere(self) -> Outcome:
        """Rebuild the queue and show the next card after another program has changed the card."""
        return self._complete_outcome(self._rebuild_and_advance, Outcome(is_applied=False))

    def _complete_outcome(
        self, next_step: Callable[[], Prompt | Finished], outcome: Outcome = _EMPTY_OUTCOME
    ) -> Outcome:
        """Return `outcome` with the result of `next_step`, run in one read transaction, or with the StoreError it raised."""
        try:
            with self._collection.read_transaction():
                return replace(outcome, next_step=next_step())
        except StoreError as error:
            return replace(outcome, next_step_error=error)

    def _rebuild_and_advance(self) -> Prompt | Finished:
        """Rebuild the queue and show the next card."""
        return self._advance_after(self._queue.rebuild)

    def _advance_after(self, change: Callable[[], None]) -> Prompt | Finished:
        change()
        return self._advance()

    def _refresh_after(self, change: Callable[[], None]) -> Prompt | Finished:
        change()
        card = load_card(self._collection, self._prompt.card.id) if self._prompt else None
        if card is None or not is_available_in(card, self._languages_for(card)):
            return self._advance()
        was_suspended = self._schedule.is_suspended  # a card that is practiced may be
        prompt = self._load_prompt(card)
        return self._advance() if self._schedule.is_suspended and not was_suspended else prompt

    def _current_prompt(self) -> Prompt:
        if self._prompt is None:
            raise ValueError("no card is on screen")
        return self._prompt

    def _languages_for(self, card: Card) -> CardLanguages:
        return load_study_options(self._collection, card.id.deck_id).languages or self._default_languages

    def _advance(self) -> Prompt | Finished:
        self._queue.rebuild_if_stale()
        while (card_id := self._queue.next_card()) is not None:
            card = load_card(self._collection, card_id)
            if card is not None:
                return self._show_card(card)
            self._queue.remove(card_id)  # its note was removed from the deck file meanwhile
        self._prompt = None
        self._is_revealed = False
        return summarize_session(
            self._collection,
            self._clock,
            self._decks,
            self._default_languages,
            self._queue,
            self._recorder.tally,
        )

    def _show_card(self, card: Card) -> Prompt:
        prompt = self._load_prompt(card)
        self._shown_at, self._is_revealed = self._clock.now(), False
        return prompt

    def _load_prompt(self, card: Card) -> Prompt:
        with self._collection.read_transaction() as connection:
            self._schedule = schedules.load(connection, card.id)
        options = load_study_options(self._collection, card.id.deck_id)
        available = self._recorder.available_ratings(CurrentCard(card.id, self._schedule, options))
        languages = options.languages or self._default_languages
        self._prompt = Prompt(
            card=card,
            review_count=self._schedule.review_count,
            languages=languages,
            options=options,
            flag=self._schedule.flag,
            face=render_face(card, languages, self._schedule.review_count),
            ratings=available.ratings,
            due_by_rating=available.due_by_rating,
            counts=self._queue.counts,
            session_rating_count=len(self._recorder.tally.ratings),
        )
        return self._prompt

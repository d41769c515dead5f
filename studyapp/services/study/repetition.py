"""Asking cards until they are answered correctly: a session repeats them after a few others, without saving the answers."""

from collections.abc import Sequence
from typing import NamedTuple

from studyapp.core.cards.card import CardKind
from studyapp.core.cards.card_id import CardId
from studyapp.core.cards.repeated_cards import RepeatedCards
from studyapp.core.options.study_options import Switch
from studyapp.core.rendering.face_html import LearnerResponse
from studyapp.core.study.journal import Entry, EntryKind
from studyapp.core.study.rating import Rating
from studyapp.core.study.schedule import LearningPhase, NewPhase, RelearningPhase, ReviewPhase, Schedule
from studyapp.core.study.study_queue import CardCounts
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.journal.journal_writing import CardAction
from studyapp.services.options.clock import Clock
from studyapp.services.study.answer_intervals import TWO_RATINGS
from studyapp.services.study.session_outcome import Prompt, SessionTally
from studyapp.services.study.session_queue import PlanLoader, QueueBuilder, SessionQueue
from studyapp.services.study.session_recorder import (
    AvailableRatings,
    CurrentCard,
    JournalRecorder,
    RatingRequest,
    RecordedRating,
    UndoResult,
)
from studyapp.store import schedules
from studyapp.store.collection import Collection

_REPEATED_KINDS = (CardKind.MULTIPLE_CHOICE, CardKind.TYPED_ANSWER)


def is_asked_again(prompt: Prompt, rating: Rating, response: LearnerResponse) -> bool:
    """Return whether a session asks this card again, if the deck's options say so: after Again, or after a wrong answer
    whatever its rating. In a repetition, the rating alone decides, so that the learner can end it.
    """
    if prompt.options.ask_until_right is Switch.OFF or prompt.card.kind not in _REPEATED_KINDS:
        return False
    is_repetition = not prompt.due_by_rating
    return rating is Rating.AGAIN or (
        not is_repetition and prompt.render(response).is_response_correct is False
    )


class _Answered(NamedTuple):
    """An answer to a repeated card, with the repeated cards before and after it."""

    before: RepeatedCards
    after: RepeatedCards


class RepeatingQueue(SessionQueue):
    """A queue that also has repeated cards, for the rest of the study day. They are shown when enough other cards were, or
    when no others are left. A card whose step ends soon is not repeated: it is asked again anyway.
    """

    def __init__(
        self,
        collection: Collection,
        clock: Clock,
        default_languages: CardLanguages,
        build_queue: QueueBuilder,
        load_plan: PlanLoader,
    ) -> None:
        self._repeated, self._repeated_on = RepeatedCards(), clock.today()
        # The answers to repeated cards since something was saved. They can be undone and redone.
        self._answered: list[_Answered] = []
        self._undone: list[_Answered] = []
        self._removed_by_undo: set[CardId] = set()
        super().__init__(collection, clock, default_languages, build_queue, load_plan)

    @property
    def counts(self) -> CardCounts:
        """See `SessionQueue`. Repeated cards count as learning cards."""
        counts = super().counts
        return counts._replace(learning=counts.learning + len(self._find_cards_to_repeat().cards))

    def is_repeated(self, card: CardId) -> bool:
        """Return whether this card is asked again, so that its rating is not saved."""
        return card in self._repeated.cards

    def next_card(self) -> CardId | None:
        """See `SessionQueue`. Repeated cards come before learning cards that are shown early."""
        if self.day != self._repeated_on:
            self._repeated, self._repeated_on = RepeatedCards(), self.day
            self.forget_answers()
        self._drop_cards_due_by_themselves()
        repeated = self._find_cards_to_repeat()
        if repeated.due_cards:
            return repeated.due_cards[0]
        card = super().next_card()
        if not repeated.cards:
            return card
        is_early = self.queue._replace(learn_ahead_ms=0).next_card(self._clock.now()) is None
        return repeated.cards[0] if is_early else card

    def refresh(self) -> None:
        """See `SessionQueue`. Undo concerns the change of deck files first, then what was saved before."""
        self.forget_answers()
        super().refresh()

    def apply_rating(self, recorded: RecordedRating) -> None:
        """See `SessionQueue`. Repeat the card if it is asked again."""
        before = self._repeated
        self._repeated = before.after_answer(recorded.card)
        if recorded.is_saved:
            super().apply_rating(recorded)
            self.forget_answers()
        if recorded.is_asked_again and not self._comes_back_soon(recorded.card):
            self._repeated = self._repeated.with_last(recorded.card)
        if not recorded.is_saved:
            self._undone.clear()
            self._answered.append(_Answered(before.with_first(recorded.card), self._repeated))

    def undo_answer(self) -> bool:
        """Undo the last answer to a repeated card, unless something was saved since. Return False if there is none."""
        if not self._answered:
            return False
        self._undone.append(self._answered.pop())
        self._repeated = self._undone[-1].before
        return True

    def redo_answer(self) -> bool:
        """Redo the answer that was undone last. Return False if there is none."""
        if not self._undone:
            return False
        self._answered.append(self._undone.pop())
        self._repeated = self._answered[-1].after
        return True

    @property
    def has_answers(self) -> bool:
        """Whether a repeated card was answered since something was saved."""
        return bool(self._answered)

    def forget_answers(self) -> None:
        """Forget the answers that could be undone, because something was saved after them."""
        self._answered.clear()
        self._undone.clear()
        self._removed_by_undo.clear()

    def restore_after_undo(self, undone: Entry) -> None:
        """See `SessionQueue`. A card whose rating was undone is no longer repeated."""
        super().restore_after_undo(undone)
        self._undone.clear()
        if undone.kind is EntryKind.REVIEW and self.is_repeated(undone.card_id):
            self._repeated = self._repeated.without(undone.card_id)
            self._removed_by_undo.add(undone.card_id)

    def restore_after_redo(self, redone: Entry) -> None:
        """Repeat a card again if its rating is in effect again."""
        if redone.kind is EntryKind.REVIEW and redone.card_id in self._removed_by_undo:
            self._removed_by_undo.discard(redone.card_id)
            self._repeated = self._repeated.with_last(redone.card_id)

    def remove(self, card: CardId) -> None:
        """See `SessionQueue`."""
        self._repeated = self._repeated.without(card)
        super().remove(card)

    def move_to_end(self, card: CardId) -> None:
        """See `SessionQueue`."""
        if self.is_repeated(card):
            self._repeated = self._repeated.with_last(card)
        else:
            super().move_to_end(card)

    def _comes_back_soon(self, card: CardId) -> bool:
        soon = self._clock.now() + self.queue.learn_ahead_ms
        return any(other.card_id == card and other.due_at <= soon for other in self.queue.learning_cards)

    def _drop_cards_due_by_themselves(self) -> None:
        """Stop repeating cards that are new again or due: their next rating is saved."""
        for card, schedule in self._load_repeated().items():
            if self._is_due(schedule):
                self._repeated = self._repeated.without(card)

    def _find_cards_to_repeat(self) -> RepeatedCards:
        """Return the repeated cards without those that are suspended or buried, which come back after an undo."""
        repeated = self._repeated
        for card, schedule in self._load_repeated().items():
            if schedule.is_suspended or schedule.buried_on_day == self.day:
                repeated = repeated.without(card)
        return repeated

    def _load_repeated(self) -> dict[CardId, Schedule]:
        if not self._repeated.cards:
            return {}
        with self._collection.read_transaction() as connection:
            return schedules.load_many(connection, self._repeated.cards)

    def _is_due(self, schedule: Schedule) -> bool:
        match schedule.phase:
            case NewPhase():
                return True
            case LearningPhase(due_at=due_at) | RelearningPhase(due_at=due_at):
                return due_at <= self._clock.now()
            case ReviewPhase(due_day=due_day):
                return due_day <= self.day


class RepeatingRecorder:
    """A recorder that saves to the journal, except ratings of repeated cards. These can be undone until something is saved."""

    def __init__(self, queue: RepeatingQueue, journal_recorder: JournalRecorder) -> None:
        self._queue, self._journal_recorder = queue, journal_recorder

    @property
    def tally(self) -> SessionTally:
        """The saved ratings."""
        return self._journal_recorder.tally

    def available_ratings(self, current: CurrentCard, /) -> AvailableRatings:
        """Return Again and Good without due dates for a repeated card."""
        if self._queue.is_repeated(current.card):
            return AvailableRatings(TWO_RATINGS, {})
        return self._journal_recorder.available_ratings(current)

    def record_rating(self, request: RatingRequest) -> RecordedRating | None:
        """See `Recorder`."""
        if request.due is not None:
            return self._journal_recorder.record_rating(request)
        card, schedule, _ = request.current
        return RecordedRating(
            card, request.rating, schedule, is_saved=False, is_asked_again=request.is_asked_again
        )

    def record_action(self, action: CardAction, expected_schedule: Schedule) -> Schedule | None:
        """See `Recorder`."""
        schedule = self._journal_recorder.record_action(action, expected_schedule)
        if schedule is not None:
            self._queue.forget_answers()
        return schedule

    def record_actions(self, actions: Sequence[CardAction]) -> None:
        """See `Recorder`."""
        self._journal_recorder.record_actions(actions)
        self._queue.forget_answers()

    def undo(self) -> UndoResult | None:
        """See `Recorder`."""
        return UndoResult(None) if self._queue.undo_answer() else self._journal_recorder.undo()

    def redo(self) -> UndoResult | None:
        """See `Recorder`."""
        if self._queue.redo_answer():
            return UndoResult(None)
        if self._queue.has_answers:  # the last action is such an answer, so nothing was undone after it
            return None
        redone = self._journal_recorder.redo()
        if redone is not None and redone.entry is not None:
            self._queue.restore_after_redo(redone.entry)
        return redone

"""Practice sessions: ratings are not saved and schedules don't change."""

from collections.abc import Callable, Sequence
from itertools import islice

from studyapp.core.cards.card_id import CardId
from studyapp.core.cards.remaining_cards import RemainingCards
from studyapp.core.cards.repeated_cards import CARDS_BEFORE_REPEAT
from studyapp.core.study.journal import EntryKind
from studyapp.core.study.rating import Rating
from studyapp.core.study.schedule import Schedule
from studyapp.core.study.study_queue import StudyQueue
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.journal.journal_writing import CardAction
from studyapp.services.options.clock import Clock
from studyapp.services.study.answer_intervals import TWO_RATINGS
from studyapp.services.study.session_outcome import SessionRating, SessionTally
from studyapp.services.study.session_queue import SessionQueue
from studyapp.services.study.session_recorder import (
    AvailableRatings,
    CurrentCard,
    JournalRecorder,
    RatingRequest,
    RecordedRating,
    UndoResult,
)
from studyapp.store.collection import Collection


class PracticeQueue(SessionQueue):
    """A queue that shows each card until it is answered correctly once.

    `load_cards` returns the cards to practice, given the study day and the languages.
    """

    def __init__(
        self,
        collection: Collection,
        clock: Clock,
        default_languages: CardLanguages,
        load_cards: Callable[[int, CardLanguages], Sequence[CardId]],
    ) -> None:
        self._load_cards = load_cards
        self._passed_cards: set[CardId] = set()
        super().__init__(collection, clock, default_languages, self._build_practice_queue)

    def apply_rating(self, recorded: RecordedRating) -> None:
        """Remove a card that was remembered; show a forgotten one again after a few others."""
        upcoming = self.queue.upcoming_cards.without([recorded.card])
        if recorded.rating is Rating.AGAIN:
            upcoming = upcoming.with_first([*islice(upcoming, CARDS_BEFORE_REPEAT), recorded.card])
        else:
            self._passed_cards.add(recorded.card)
        self.queue = StudyQueue(upcoming_cards=upcoming)

    def undo_rating(self, card: CardId, queue_before: StudyQueue) -> None:
        """Undo a rating of the card and restore `queue_before`, the queue before the rating."""
        self._passed_cards.discard(card)
        self.queue = queue_before

    def _build_practice_queue(self, day: int, extra_new: int, default_languages: CardLanguages) -> StudyQueue:
        if extra_new:
            return StudyQueue()
        return StudyQueue(
            upcoming_cards=RemainingCards(
                card for card in self._load_cards(day, default_languages) if card not in self._passed_cards
            )
        )


class PracticeRecorder:
    """A recorder that keeps ratings in memory only.

    Undo and redo cover this session and nothing before it. Actions such as bury, suspend and flag are saved
    to the journal as usual.
    """

    def __init__(self, queue: PracticeQueue, journal_recorder: JournalRecorder) -> None:
        self._queue, self._journal_recorder = queue, journal_recorder
        # The queue before each rating; None for an action that is in the journal.
        self._undo_stack: list[StudyQueue | None] = []
        self._redo_stack: list[SessionRating] = []
        self.tally = SessionTally()

    def available_ratings(self, _current: CurrentCard, /) -> AvailableRatings:
        """Return Again and Good; neither changes the schedule."""
        return AvailableRatings(TWO_RATINGS, {})

    def record_rating(self, request: RatingRequest) -> RecordedRating:
        """See `Recorder`."""
        self._redo_stack.clear()
        card, schedule, _ = request.current
        self._push_rating(SessionRating(card, request.rating, request.duration_ms, request.confidence))
        return RecordedRating(card, request.rating, schedule, is_saved=False)

    def record_action(self, action: CardAction, expected_schedule: Schedule) -> Schedule | None:
        """See `Recorder`."""
        schedule = self._journal_recorder.record_action(action, expected_schedule)
        if schedule is not None:
            self._push_saved_action(is_card_queued=action.kind is EntryKind.FLAG)
        return schedule

    def record_actions(self, actions: Sequence[CardAction]) -> None:
        """See `Recorder`."""
        self._journal_recorder.record_actions(actions)
        self._push_saved_action(is_card_queued=False)

    def undo(self) -> UndoResult | None:
        """See `Recorder`; limited to this session."""
        if not self._undo_stack:
            return None
        queue_before = self._undo_stack[-1]
        if queue_before is None:
            undone = self._journal_recorder.undo()
            self._undo_stack.pop()
            return undone
        self._undo_stack.pop()
        rating = self.tally.ratings.pop()
        self._queue.undo_rating(rating.card, queue_before)
        self._redo_stack.append(rating)
        return UndoResult(None)

    def redo(self) -> UndoResult | None:
        """See `Recorder`; only ratings can be redone."""
        if not self._redo_stack:
            return None
        rating = self._redo_stack.pop()
        self._push_rating(rating)
        self._queue.apply_rating(RecordedRating(rating.card, rating.rating, Schedule(), is_saved=False))
        return UndoResult(None)

    def _push_rating(self, rating: SessionRating) -> None:
        self._undo_stack.append(self._queue.queue)
        self.tally.add(rating)

    def _push_saved_action(self, *, is_card_queued: bool) -> None:
        if not is_card_queued:  # earlier queues still contain the card, so they can't be restored
            self._undo_stack = [queue_before for queue_before in self._undo_stack if queue_before is None]
        self._undo_stack.append(None)
        self._redo_stack.clear()

"""Recorders, which save the ratings and other actions of a session. `JournalRecorder` saves to the journal."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple, Protocol

from studyapp.core.cards.card_id import CardId
from studyapp.core.options.study_options import StudyOptions, Switch
from studyapp.core.study.journal import Entry, EntryKind
from studyapp.core.study.next_due import NextDue, StepMinutes
from studyapp.core.study.rating import Confidence, Rating
from studyapp.core.study.schedule import Schedule, is_leech_lapse
from studyapp.services.journal.journal_writing import (
    CardAction,
    CardChangedElsewhere,
    append_action,
    append_actions,
)
from studyapp.services.options.clock import Clock
from studyapp.services.plans.load_balance import DueLoad
from studyapp.services.study.answer_intervals import compute_due_by_rating
from studyapp.services.study.session_outcome import SessionRating, SessionTally
from studyapp.services.study.step_undo import CardActionUndo, StepUndo
from studyapp.store.collection import Collection
from studyapp.store.parameter_fits import load_scheduler


class AvailableRatings(NamedTuple):
    """The ratings offered for a card, and the due date that each would set.

    `due_by_rating` is empty if ratings are not saved.
    """

    ratings: tuple[Rating, ...]
    due_by_rating: Mapping[Rating, NextDue]


class CurrentCard(NamedTuple):
    """The card to show, with its schedule and the options of its deck."""

    card: CardId
    schedule: Schedule
    options: StudyOptions


class RatingRequest(NamedTuple):
    """A rating of the card on screen. `due` is the due date shown on the answer button. `is_asked_again` is whether the
    session should ask the card until it is answered correctly."""

    current: CurrentCard
    rating: Rating
    due: NextDue | None
    duration_ms: int
    confidence: Confidence | None
    is_asked_again: bool = False


class RecordedRating(NamedTuple):
    """A recorded rating and the new schedule of the card. `is_saved` is False if it is not in the journal."""

    card: CardId
    rating: Rating
    schedule: Schedule
    is_new_leech: bool = False
    is_saved: bool = True
    is_asked_again: bool = False
    duration_ms: int = 0


class UndoResult(NamedTuple):
    """The entry that was undone or redone; None for a rating that is not in the journal.

    For an edit of texts, it is the entry of the edit, whatever else belongs to it.
    """

    entry: Entry | None


class Recorder(Protocol):
    """Records what happens in a session.

    Every method that writes raises StoreError if saving fails; then nothing is written.
    """

    @property
    def tally(self) -> SessionTally:
        """The ratings of the session."""

    def available_ratings(self, current: CurrentCard, /) -> AvailableRatings:
        """Return the ratings that can be given to the card now."""

    def record_rating(self, request: RatingRequest) -> RecordedRating | None:
        """Record a rating. Returns None, and writes nothing, if another program has changed the card."""

    def record_action(self, action: CardAction, expected_schedule: Schedule) -> Schedule | None:
        """Record any other action on the card on screen and return its new schedule.

        Returns None, and writes nothing, if another program has changed the card.
        """

    def record_actions(self, actions: Sequence[CardAction]) -> None:
        """Record actions on several cards that are undone together."""

    def undo(self) -> UndoResult | None:
        """Undo the last action; returns None if there is none."""

    def redo(self) -> UndoResult | None:
        """Redo the last undone action; returns None if there is none."""


class JournalRecorder:
    """A recorder that saves every rating to the journal; undo reaches back beyond this session.

    `steps` override those of the deck's options. `step_undo` is used for undo and redo; by default, these
    concern actions on cards only.
    """

    def __init__(
        self,
        collection: Collection,
        clock: Clock,
        steps: StepMinutes | None = None,
        step_undo: StepUndo | None = None,
    ) -> None:
        self._collection, self._clock = collection, clock
        self._steps = steps
        self._step_undo = step_undo or CardActionUndo(collection, clock)
        self._due_load = DueLoad(collection)
        self.tally = SessionTally()

    def available_ratings(self, current: CurrentCard, /) -> AvailableRatings:
        """See `Recorder`."""
        now, day = self._clock.now(), self._clock.today()
        with self._collection.read_transaction() as connection:
            scheduler = load_scheduler(connection)
        plan = self._due_load.load_due_plan(current.options, current.card, day)
        due_by_rating = compute_due_by_rating(
            current.options, current.card, current.schedule, now, day, scheduler, self._steps, plan
        )
        return AvailableRatings(tuple(due_by_rating), due_by_rating)

    def record_rating(self, request: RatingRequest) -> RecordedRating | None:
        """See `Recorder`.

        A card that becomes a leech is suspended in the same transaction if the options say so.
        """
        card, expected_schedule, _ = request.current
        if request.due is None:
            raise ValueError(f"{card} is not offered this rating")
        now, day = self._clock.now(), self._clock.today()
        # The delay shown on the button counts from now: the card may have been on screen overnight.
        due_at = None if request.due.due_at is None else now + request.due.delay
        due_day = None if request.due.due_day is None else day + request.due.delay
        kind, confidence = EntryKind.REVIEW, request.confidence
        action = CardAction(
            card, kind, request.rating, due_day, due_at, request.duration_ms, confidence=confidence
        )
        follow_up = partial(_leech_suspension, request.current)
        is_load_current = self._due_load.is_current()
        try:
            schedule = append_action(self._collection, action, expected_schedule, now, day, follow_up)
        except CardChangedElsewhere:
            return None
        if is_load_current:
            self._due_load.move_card(expected_schedule, schedule)
        self.tally.add(SessionRating(card, request.rating, request.duration_ms, confidence))
        is_new_leech = _is_new_leech(request.current, schedule)
        return RecordedRating(
            card,
            request.rating,
            schedule,
            is_new_leech,
            is_asked_again=request.is_asked_again,
            duration_ms=request.duration_ms,
        )

    def record_action(self, action: CardAction, expected_schedule: Schedule) -> Schedule | None:
        """See `Recorder`."""
        now, day = self._clock.now(), self._clock.today()
        try:
            schedule = append_action(self._collection, action, expected_schedule, now, day)
        except CardChangedElsewhere:
            return None
        self.tally.clear_redo()
        return schedule

    def record_actions(self, actions: Sequence[CardAction]) -> None:
        """See `Recorder`."""
        append_actions(self._collection, actions, self._clock.now(), self._clock.today())
        self.tally.clear_redo()

    def undo(self) -> UndoResult | None:
        """See `Recorder`."""
        undone = self._step_undo.undo()
        if not undone:
            return None
        entry = undone[-1]  # the action itself; its follow-up was undone before it
        if entry.kind is EntryKind.REVIEW:
            self.tally.undo_rating(entry.card_id)
        return UndoResult(entry)

    def redo(self) -> UndoResult | None:
        """See `Recorder`."""
        redone = self._step_undo.redo()
        if not redone:
            return None
        entry = redone[0]  # they were undone in reverse, so the action itself comes first
        if entry.kind is EntryKind.REVIEW:
            self.tally.redo_rating(entry.card_id)
        return UndoResult(entry)


def _is_new_leech(current: CurrentCard, new_schedule: Schedule) -> bool:
    return is_leech_lapse(current.schedule, new_schedule, current.options.leech_threshold)


def _leech_suspension(current: CurrentCard, new_schedule: Schedule) -> CardAction | None:
    should_suspend = current.options.suspend_leeches is Switch.ON and _is_new_leech(current, new_schedule)
    return CardAction(current.card, EntryKind.SUSPEND) if should_suspend else None

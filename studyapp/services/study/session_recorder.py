"""Recorders save the ratings and other actions of a session; this one saves them to the journal."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple, Protocol

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.journal import Confidence, Entry, EntryKind, Rating
from studyapp.core.study.next_due import Due, Steps
from studyapp.core.study.schedule import Schedule, makes_a_leech
from studyapp.core.study.scheduler import Scheduler
from studyapp.core.study.study_options import StudyOptions, Switch
from studyapp.services.options.clock import Clock
from studyapp.services.study.answer_intervals import prospects
from studyapp.services.study.journal_writing import (
    Deed,
    Outdated,
    record,
    record_together,
    redo_newest,
    undo_newest,
)
from studyapp.services.study.session_outcome import Rated, Tally
from studyapp.store.collection import Collection


class Offer(NamedTuple):
    """The rating buttons of a card and the due date of each; `dues` is empty if ratings are not saved."""

    ratings: tuple[Rating, ...]
    dues: Mapping[Rating, Due]


class Question(NamedTuple):
    """The card to show, with its schedule and the options of its deck."""

    card: CardId
    schedule: Schedule
    options: StudyOptions


class Answer(NamedTuple):
    """A rating of the card on screen. `due` is the due date shown on the button; `took` is in milliseconds."""

    question: Question
    rating: Rating
    due: Due | None
    took: int
    confidence: Confidence | None


class Recorded(NamedTuple):
    """A recorded rating and the new schedule of the card. `is_kept` tells whether it was saved to the journal."""

    card: CardId
    rating: Rating
    schedule: Schedule
    makes_a_leech: bool = False
    is_kept: bool = True


class TakenBack(NamedTuple):
    """The result of an undo or redo: the entry that was undone or redone, or None for a rating that is not in the journal."""

    entry: Entry | None


class Recorder(Protocol):
    """Records what happens in a session. Every method that writes raises StoreError if saving fails; then nothing was
    written."""

    @property
    def tally(self) -> Tally:
        """The ratings of the session."""

    def offer(self, question: Question, /) -> Offer:
        """The ratings that the card can be given now."""

    def rate(self, answer: Answer) -> Recorded | None:
        """Record a rating. Returns None, and writes nothing, if another program has changed the card."""

    def write(self, deed: Deed, expected: Schedule) -> Schedule | None:
        """Record any other action on the card on screen and return its new schedule; None as in `rate`."""

    def write_together(self, deeds: Sequence[Deed]) -> None:
        """Record actions on several cards that are undone together."""

    def undo(self) -> TakenBack | None:
        """Undo the last action; None if there is none."""

    def redo(self) -> TakenBack | None:
        """Redo the last undone action; None if there is none."""


class JournalRecorder:
    """Saves every rating to the journal; undo goes back beyond this session. `scheduler` and `steps` override those of
    the deck's options."""

    def __init__(
        self,
        collection: Collection,
        clock: Clock,
        scheduler: Scheduler | None = None,
        steps: Steps | None = None,
    ) -> None:
        self._collection, self._clock = collection, clock
        self._given = scheduler, steps
        self._scheduler = scheduler or Scheduler()
        self.tally = Tally()

    def offer(self, question: Question, /) -> Offer:
        """As in `Recorder`."""
        now, day = self._clock.now(), self._clock.day()
        dues = prospects(question.options, question.card, question.schedule, now, day, *self._given)
        return Offer(tuple(dues), dues)

    def rate(self, answer: Answer) -> Recorded | None:
        """As in `Recorder`. A card that becomes a leech is suspended in the same step if the options say so."""
        card, expected, _ = answer.question
        if answer.due is None:
            raise ValueError(f"{card} is not offered this rating")
        now, day = self._clock.now(), self._clock.day()
        # The wait on the button is what counts, from now on: the card may have been on screen over night.
        due_at = None if answer.due.at is None else now + answer.due.wait
        due_day = None if answer.due.day is None else day + answer.due.wait
        kind, confidence = EntryKind.REVIEW, answer.confidence
        deed = Deed(card, kind, answer.rating, due_day, due_at, answer.took, confidence=confidence)
        suspension = partial(_suspended_leech, answer.question)
        try:
            schedule = record(self._collection, deed, expected, now, day, self._scheduler, suspension)
        except Outdated:
            return None
        self.tally.add(Rated(card, answer.rating, answer.took, confidence))
        return Recorded(card, answer.rating, schedule, _makes_a_leech(answer.question, schedule))

    def write(self, deed: Deed, expected: Schedule) -> Schedule | None:
        """As in `Recorder`."""
        now, day = self._clock.now(), self._clock.day()
        try:
            schedule = record(self._collection, deed, expected, now, day, self._scheduler)
        except Outdated:
            return None
        self.tally.forget()
        return schedule

    def write_together(self, deeds: Sequence[Deed]) -> None:
        """As in `Recorder`."""
        record_together(self._collection, deeds, self._clock.now(), self._clock.day(), self._scheduler)
        self.tally.forget()

    def undo(self) -> TakenBack | None:
        """As in `Recorder`."""
        undone = undo_newest(self._collection, self._clock.now(), self._clock.day(), self._scheduler)
        if not undone:
            return None
        first = undone[-1]  # what it led to was taken back before it
        if first.kind is EntryKind.REVIEW:
            self.tally.take_back(first.card)
        return TakenBack(first)

    def redo(self) -> TakenBack | None:
        """As in `Recorder`."""
        redone = redo_newest(self._collection, self._clock.now(), self._clock.day(), self._scheduler)
        if not redone:
            return None
        self.tally.give_back(redone[0].card)
        return TakenBack(redone[0])


def _makes_a_leech(question: Question, later: Schedule) -> bool:
    return makes_a_leech(question.schedule, later, question.options.leech_lapses)


def _suspended_leech(question: Question, later: Schedule) -> Deed | None:
    suspends = question.options.suspend_leeches is Switch.ON and _makes_a_leech(question, later)
    return Deed(question.card, EntryKind.SUSPEND) if suspends else None

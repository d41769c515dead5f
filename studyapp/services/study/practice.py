"""Practice: cards out of their time. What is rated here is not kept, and the schedule stays as it is."""

from collections.abc import Callable, Sequence

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.journal import EntryKind, Rating
from studyapp.core.study.schedule import Schedule
from studyapp.core.study.study_queue import Queue
from studyapp.core.text.localized_text import LanguageChoice
from studyapp.services.options.clock import Clock
from studyapp.services.study.answer_intervals import TWO_RATINGS
from studyapp.services.study.journal_writing import Deed
from studyapp.services.study.session_outcome import Rated, Tally
from studyapp.services.study.session_queue import Remaining
from studyapp.services.study.session_recorder import (
    Answer,
    JournalRecorder,
    Offer,
    Question,
    Recorded,
    TakenBack,
)
from studyapp.store.collection import Collection

_COMES_BACK_AFTER = 6
"""A card that was not known comes again after so many others."""


class PracticeQueue(Remaining):
    """Shows each card until it is answered correctly once. `cards` returns the cards to practise, given the study day and
    the languages."""

    def __init__(
        self,
        collection: Collection,
        clock: Clock,
        choice: LanguageChoice,
        cards: Callable[[int, LanguageChoice], Sequence[CardId]],
    ) -> None:
        self._cards = cards
        self._known: set[CardId] = set()
        super().__init__(collection, clock, choice, self._unknown)

    def rated(self, recorded: Recorded) -> None:
        """Drop a card that was known; show a forgotten one again after a few others."""
        waiting = [card for card in self.queue.waiting if card != recorded.card]
        if recorded.rating is Rating.AGAIN:
            waiting.insert(_COMES_BACK_AFTER, recorded.card)
        else:
            self._known.add(recorded.card)
        self.queue = Queue(waiting=tuple(waiting))

    def take_back(self, card: CardId, before: Queue) -> None:
        """Undo a rating of the card; `before` is the queue as it was before it."""
        self._known.discard(card)
        self.queue = before

    def _unknown(self, day: int, more_new: int, choice: LanguageChoice) -> Queue:
        if more_new:
            return Queue()
        return Queue(waiting=tuple(card for card in self._cards(day, choice) if card not in self._known))


class PracticeRecorder:
    """Keeps ratings in memory only. Undo and redo cover this session and nothing before it. Burying, suspending and
    flagging are saved to the journal as usual."""

    def __init__(self, queue: PracticeQueue, journal: JournalRecorder) -> None:
        self._queue, self._journal = queue, journal
        # For each rating the queue before it; None for what is in the journal.
        self._done: list[Queue | None] = []
        self._later: list[Rated] = []
        self.tally = Tally()

    def offer(self, _question: Question, /) -> Offer:
        """Again and Good; neither changes the schedule."""
        return Offer(TWO_RATINGS, {})

    def rate(self, answer: Answer) -> Recorded:
        """As in `Recorder`."""
        self._later.clear()
        card, schedule, _ = answer.question
        self._add(Rated(card, answer.rating, answer.took, answer.confidence))
        return Recorded(card, answer.rating, schedule, is_kept=False)

    def write(self, deed: Deed, expected: Schedule) -> Schedule | None:
        """As in `Recorder`."""
        schedule = self._journal.write(deed, expected)
        if schedule is not None:
            self._wrote(keeps_card=deed.kind is EntryKind.FLAG)
        return schedule

    def write_together(self, deeds: Sequence[Deed]) -> None:
        """As in `Recorder`."""
        self._journal.write_together(deeds)
        self._wrote(keeps_card=False)

    def undo(self) -> TakenBack | None:
        """As in `Recorder`, for this session alone."""
        if not self._done:
            return None
        before = self._done[-1]
        if before is None:
            undone = self._journal.undo()
            self._done.pop()
            return undone
        self._done.pop()
        rated = self.tally.standing.pop()
        self._queue.take_back(rated.card, before)
        self._later.append(rated)
        return TakenBack(None)

    def redo(self) -> TakenBack | None:
        """Redo the last undone rating."""
        if not self._later:
            return None
        rated = self._later.pop()
        self._add(rated)
        self._queue.rated(Recorded(rated.card, rated.rating, Schedule(), is_kept=False))
        return TakenBack(None)

    def _add(self, rated: Rated) -> None:
        self._done.append(self._queue.queue)
        self.tally.add(rated)

    def _wrote(self, *, keeps_card: bool) -> None:
        if not keeps_card:  # the queues before still hold the card
            self._done = [before for before in self._done if before is None]
        self._done.append(None)
        self._later.clear()

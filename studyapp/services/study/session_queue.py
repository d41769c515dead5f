"""What is left of a session: its queue, made anew whenever what it was made from may have changed."""

from collections.abc import Callable, Sequence

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.schedule import Learning, Relearning
from studyapp.core.study.study_queue import Queue
from studyapp.core.text.localized_text import LanguageChoice
from studyapp.services.options.clock import Clock
from studyapp.services.study.session_recorder import Recorded
from studyapp.store.collection import Collection

MakeQueue = Callable[[int, int, LanguageChoice], Queue]
"""Builds the queue of a study day, given the day, the number of new cards beyond the limits, and the languages."""


class Remaining:
    """The current queue of a session, built by `make`."""

    def __init__(self, collection: Collection, clock: Clock, choice: LanguageChoice, make: MakeQueue) -> None:
        self._collection, self._clock, self._choice, self._make = collection, clock, choice, make
        self._most_more = 0
        self._extra: frozenset[CardId] = frozenset()
        self._may_have_more = False  # what had to wait for a card that was rated meanwhile
        self.build()

    def build(self) -> None:
        """Make it of what the store says now."""
        self.day = self._clock.day()
        self._may_have_more = False
        self._seen_writes = self._collection.writes_elsewhere()
        self.queue = self._made(0)
        if self._extra:  # those that are still new, beside what the limits allow
            self.queue = self._made(self._most_more).with_new_among(self.queue.new | self._extra)

    def show_in(self, choice: LanguageChoice) -> None:
        """Rebuild the queue for these languages."""
        self._choice = choice
        self.build()

    def keep_up(self) -> None:
        """Make it anew on another day, or when another program has written."""
        if self._clock.day() != self.day:
            self._extra = frozenset()
            self.build()
        elif self._collection.writes_elsewhere() != self._seen_writes:
            self.build()

    def next(self) -> CardId | None:
        """The card to ask now; where the queue has run out, it is made once more."""
        card = self.queue.next(self._clock.now())
        if card is None and self._may_have_more:
            self.build()
            card = self.queue.next(self._clock.now())
        return card

    def new_beyond_limits(self, most: int) -> int:
        """How many new cards there are beyond today's limits, up to a number."""
        return self._made(most).counts.new

    def go_beyond_limits(self, most: int) -> None:
        """So many new cards more, until the day is over."""
        self._most_more = most
        self._extra = self._made(most).new
        self.build()

    def rated(self, recorded: Recorded) -> None:
        """Update the queue after a rating; a learning card is queued again."""
        self._may_have_more = True
        self.queue = self.queue.without(recorded.card)
        schedule = recorded.schedule
        if isinstance(schedule.phase, Learning | Relearning) and not schedule.suspended:
            self.queue = self.queue.with_learning(recorded.card, schedule.phase.due_at)

    def drop(self, card: CardId) -> None:
        """Remove a card."""
        self.queue = self.queue.without(card)

    def put_first(self, cards: Sequence[CardId]) -> None:
        """Move these cards to the front."""
        self.queue = self.queue.with_first(cards)

    def put_last(self, card: CardId) -> None:
        """Move this card to the end."""
        self.queue = self.queue.with_last(card)

    def _made(self, more_new: int) -> Queue:
        return self._make(self.day, more_new, self._choice)

"""What is left of a session: its queue, made anew whenever what it was made from may have changed."""

from collections.abc import Callable

from studyapp.core.card_id import CardId
from studyapp.core.queue import Queue
from studyapp.services.clock import Clock
from studyapp.store.collection import Collection


class Remaining:
    """The queue of now. `make` gives what a day asks, with so many new cards beyond the limits."""

    def __init__(self, collection: Collection, clock: Clock, make: Callable[[int, int], Queue]) -> None:
        self._collection, self._clock, self._make = collection, clock, make
        self._most_more = 0
        self._extra: frozenset[CardId] = frozenset()
        self.may_have_more = False
        """Set when a card was rated: what has to wait for it may come now."""
        self.build()

    def build(self) -> None:
        """Make it of what the store says now."""
        self.day = self._clock.day()
        self.may_have_more = False
        self._seen_writes = self._collection.writes_elsewhere()
        self.queue = self._make(self.day, 0)
        if self._extra:  # those that are still new, beside what the limits allow
            self.queue = self._make(self.day, self._most_more).with_new_among(self.queue.new | self._extra)

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
        if card is None and self.may_have_more:
            self.build()
            card = self.queue.next(self._clock.now())
        return card

    def new_beyond_limits(self, most: int) -> int:
        """How many new cards there are beyond today's limits, up to a number."""
        return self._make(self.day, most).counts.new

    def go_beyond_limits(self, most: int) -> None:
        """So many new cards more, until the day is over."""
        self._most_more = most
        self._extra = self._make(self.day, most).new
        self.build()

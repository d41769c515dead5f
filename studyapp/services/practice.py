"""Practice: cards out of their time. What is rated here is not kept, and the schedule stays as it is."""

from collections.abc import Sequence
from dataclasses import replace

from studyapp.core.card import Card
from studyapp.core.card_id import CardId
from studyapp.core.journal import EntryKind, Rating
from studyapp.core.queue import Queue
from studyapp.core.selection import Selection
from studyapp.core.text import LanguageChoice
from studyapp.services.clock import Clock
from studyapp.services.prospects import TWO_RATINGS
from studyapp.services.session import Finished, Prompt, Rated
from studyapp.services.study import Study
from studyapp.services.today import practice_cards
from studyapp.store.collection import Collection

_COMES_BACK_AFTER = 6
"""A card that was not known comes again after so many others."""


class Practice(Study):
    """A session that asks each card until it was known once. Undo and redo go over its own ratings, and never
    back to what was done before it; burying, suspending and flagging are kept as in any session."""

    def __init__(
        self,
        collection: Collection,
        clock: Clock,
        decks: Sequence[str],
        choice: LanguageChoice,
        selection: Selection,
    ) -> None:
        self._to_practise = selection
        self._known: set[CardId] = set()
        self._before: list[Queue] = []
        self._later: list[Rated] = []
        self._put_aside = 0
        super().__init__(collection, clock, decks, choice)

    def rate(self, card: CardId, rating: Rating) -> Prompt | Finished | None:
        """Go on: a card that was known is done with, another one comes back in a while."""
        if card != self._current or not self.revealed or rating not in TWO_RATINGS:
            return None
        self._later.clear()
        took = max(0, min(self._clock.now() - self._shown_at, 60_000))
        self._go_past(Rated(card, rating, took, self._confidence))
        return self.next()

    def undo(self) -> Prompt | Finished | None:
        """Ask the card rated last again, or bring back what was buried or suspended since; None when this
        session has done neither."""
        if not self._before:
            if not self._put_aside:
                return None
            self._put_aside -= 1
            return super().undo()
        self.touched = None
        rated = self._tally.standing.pop()
        self._left.queue = self._before.pop()
        self._later.append(rated)
        self._known.discard(rated.card)
        return self.next()

    def redo(self) -> Prompt | Finished | None:
        """Rate as before what was taken back last."""
        self.touched = None
        if not self._later:
            return None
        self._go_past(self._later.pop())
        return self.next()

    def _put_away(
        self, kind: EntryKind, whole_note: bool = False, due_day: int | None = None
    ) -> Prompt | Finished:
        self.wrote = False
        shown = super()._put_away(kind, whole_note, due_day)
        if self.wrote:
            self._before.clear()  # these queues still hold the card
            self._later.clear()
            self._put_aside += 1
        return shown

    def _go_past(self, rated: Rated) -> None:
        self._before.append(self._left.queue)
        self._tally.add(rated)
        waiting = [card for card in self._left.queue.waiting if card != rated.card]
        if rated.rating is Rating.AGAIN:
            waiting.insert(_COMES_BACK_AFTER, rated.card)
        else:
            self._known.add(rated.card)
        self._left.queue = Queue(waiting=tuple(waiting))

    def _make_queue(self, day: int, more_new: int) -> Queue:
        if more_new:
            return Queue()
        cards = practice_cards(self._collection, self._decks, self._to_practise, day, self._choice)
        return Queue(waiting=tuple(card for card in cards if card not in self._known))

    def _ask(self, card: Card) -> Prompt:
        self._prompt = replace(super()._ask(card), ratings=TWO_RATINGS, dues={})
        return self._prompt

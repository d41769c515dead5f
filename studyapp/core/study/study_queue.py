"""What comes next: a session's cards in the order in which they are asked."""

import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from heapq import merge
from itertools import islice
from operator import itemgetter
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.study_day import MINUTE
from studyapp.core.study.study_options import Mixing


class Limits(NamedTuple):
    """How many cards are asked on one day: of each deck, and of all together where several are studied at once."""

    new: int = 20
    reviews: int = 200
    new_over_all: int = 20
    reviews_over_all: int = 200


UNLIMITED = Limits(*(sys.maxsize,) * 4)


class Candidates(NamedTuple):
    """The cards of one deck that could be asked today, each in the order wanted and read only as far as needed.

    Reviews come with a rank: over several decks the lower go first, and of equal ones the earlier deck's.
    `done_new` and `done_reviews` count what was already asked today of the deck; `seen_notes` are the
    notes of which a card was rated today, whose siblings wait until tomorrow. `limits` are the deck's own, where
    it has any. `waits_for` names the notes that are to be begun before a new card; None where none waits.
    """

    new: Iterable[CardId] = ()
    reviews: Iterable[tuple[float, CardId]] = ()
    learning: Iterable[tuple[int, CardId]] = ()
    done_new: int = 0
    done_reviews: int = 0
    seen_notes: frozenset[str] = frozenset()
    limits: Limits | None = None
    waits_for: Callable[[CardId], Collection[str]] | None = None


class Counts(NamedTuple):
    """Cards still to come today."""

    new: int = 0
    learning: int = 0
    due: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.new + self.learning + self.due

    @property
    def ratings(self) -> int:
        """About how many ratings they take: a new card takes its steps and comes twice."""
        return self.total + self.new


class Queue(NamedTuple):
    """The rest of a session: learning cards by their moment (UTC ms), and the others in order.

    With nothing else to do, a learning card due within `learn_ahead` milliseconds is shown early.
    """

    learning: tuple[tuple[int, CardId], ...] = ()
    waiting: tuple[CardId, ...] = ()
    new: frozenset[CardId] = frozenset()
    learn_ahead: int = 20 * MINUTE

    @property
    def counts(self) -> Counts:
        """How many of each kind are left."""
        return Counts(len(self.new), len(self.learning), len(self.waiting) - len(self.new))

    def next(self, now: int) -> CardId | None:
        """The card to ask: a learning card whose time has come, else the next in order, else a learning
        card a little early; None when nothing is left for now."""
        if self.learning and self.learning[0][0] <= now:
            return self.learning[0][1]
        if self.waiting:
            return self.waiting[0]
        if self.learning and self.learning[0][0] <= now + self.learn_ahead:
            return self.learning[0][1]
        return None

    def without(self, card: CardId) -> "Queue":
        """The queue once `card` was dealt with: it and its siblings that wait are put off."""
        gone = {other for other in self.waiting if other.note == card.note and other.deck == card.deck}
        waiting = tuple(other for other in self.waiting if other not in gone) if gone else self.waiting
        learning = tuple(pair for pair in self.learning if pair[1] != card)
        return self._replace(learning=learning, waiting=waiting, new=self.new - gone)

    def with_first(self, cards: Sequence[CardId]) -> "Queue":
        """The queue with these before all others, wherever they stood."""
        waiting = tuple(card for card in self.waiting if card not in cards)
        learning = tuple(pair for pair in self.learning if pair[1] not in cards)
        return self._replace(learning=learning, waiting=(*cards, *waiting))

    def with_last(self, card: CardId) -> "Queue":
        """The queue with this card, where it waits, after all others."""
        if card not in self.waiting:
            return self
        return self._replace(waiting=(*(other for other in self.waiting if other != card), card))

    def with_new_among(self, allowed: frozenset[CardId]) -> "Queue":
        """The queue with those of its new cards only that are allowed."""
        left_out = self.new - allowed
        waiting = tuple(card for card in self.waiting if card not in left_out)
        return self._replace(waiting=waiting, new=self.new & allowed)

    def with_learning(self, card: CardId, due_at: int) -> "Queue":
        """The queue with `card` to come back at `due_at` (UTC ms)."""
        return self._replace(learning=tuple(sorted([*self.learning, (due_at, card)])))


def build(
    decks: Iterable[Candidates], limits: Limits, more_new: int = 0, mixing: Mixing = Mixing.AMONG
) -> Queue:
    """The session over some decks: within the limits of each and of all, at most one card a note beside those
    that are being learned. `more_new` cards may come beyond the limits."""
    decks = list(decks)
    new_left, reviews_left = _over_all(decks, limits)
    new_left = max(0, new_left)
    learning: list[tuple[int, CardId]] = []
    reviews: list[Iterator[tuple[float, CardId]]] = []
    new: list[CardId] = []
    taken: set[str] = set()
    for deck in decks:
        on_steps = list(deck.learning)
        learning.extend(on_steps)
        taken |= deck.seen_notes | {card.note_key for _, card in on_steps}
        most = (deck.limits or limits).reviews - deck.done_reviews
        reviews.append(_one_a_note(deck.reviews, most, taken))
    asked = [card for _, card in islice(merge(*reviews, key=itemgetter(0)), max(0, reviews_left))]
    for deck in decks:
        own = deck.limits or limits
        within = min(max(0, own.new - deck.done_new), new_left)
        begun = {card.note_key for card in new}
        ready = ((0.0, card) for card in _ready(deck, begun))
        chosen = [card for _, card in _one_a_note(ready, within + more_new, taken)]
        beyond = max(0, len(chosen) - within)
        more_new -= beyond
        new_left -= len(chosen) - beyond
        new.extend(chosen)
    return Queue(tuple(sorted(learning)), mixed(new, asked, mixing), frozenset(new))


def _over_all(decks: Sequence[Candidates], limits: Limits) -> tuple[int, int]:
    """How many new cards and reviews all decks together may still ask; a deck by itself has its own limits."""
    if len(decks) < 2:
        own = next((deck.limits for deck in decks if deck.limits), limits)
        return own.new - sum(deck.done_new for deck in decks), own.reviews - sum(
            deck.done_reviews for deck in decks
        )
    done_new, done_reviews = sum(deck.done_new for deck in decks), sum(deck.done_reviews for deck in decks)
    return limits.new_over_all - done_new, limits.reviews_over_all - done_reviews


def _ready(deck: Candidates, begun: set[str]) -> Iterator[CardId]:
    """The new cards that need not wait, given that those of the notes in `begun` come before them; the notes of
    the cards given are added to it."""
    for card in deck.new:
        if deck.waits_for is None or begun.issuperset(deck.waits_for(card)):
            yield card
            begun.add(card.note_key)


def _one_a_note(
    cards: Iterable[tuple[float, CardId]], at_most: int, taken: set[str]
) -> Iterator[tuple[float, CardId]]:
    """The first cards up to a number, passing over notes in `taken`; the notes chosen are added to it."""
    if at_most <= 0:
        return
    for rank, card in cards:
        if card.note_key not in taken:
            taken.add(card.note_key)
            yield rank, card
            at_most -= 1
            if not at_most:
                return


def mixed(new: Sequence[CardId], reviews: Sequence[CardId], mixing: Mixing) -> tuple[CardId, ...]:
    """Both in their own order; new ones that stand among the reviews are at even distances."""
    if mixing is not Mixing.AMONG:
        return (*new, *reviews) if mixing is Mixing.BEFORE else (*reviews, *new)
    places = [((index + 1) / (len(reviews) + 1), 0, card) for index, card in enumerate(reviews)]
    places += [((index + 1) / (len(new) + 1), 1, card) for index, card in enumerate(new)]
    return tuple(card for _, _, card in sorted(places, key=lambda place: place[:2]))

"""What comes next: a session's cards in the order in which they are asked."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from studyapp.core.card_id import CardId

LEARN_AHEAD = 20 * 60_000
"""Milliseconds: with nothing else to do, a learning card due within this time is shown early. As Anki."""


class Limits(NamedTuple):
    """How many cards are asked on one day: of each deck, and of all together where several are studied at once."""

    new: int = 20
    reviews: int = 200
    new_over_all: int = 20
    reviews_over_all: int = 200


class Candidates(NamedTuple):
    """The cards of one deck that could be asked today, each in the order wanted and read only as far as needed.

    `done_new` and `done_reviews` count what was already asked today of the deck; `seen_notes` are the
    notes of which a card was rated today, whose siblings wait until tomorrow. `limits` are the deck's own, where
    it has any. `waits_for` names the notes that are to be begun before a new card; None where none waits.
    """

    new: Iterable[CardId] = ()
    reviews: Iterable[CardId] = ()
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


class Queue(NamedTuple):
    """The rest of a session: learning cards by their moment (UTC ms), and the others in order."""

    learning: tuple[tuple[int, CardId], ...] = ()
    waiting: tuple[CardId, ...] = ()
    new: frozenset[CardId] = frozenset()

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
        if self.learning and self.learning[0][0] <= now + LEARN_AHEAD:
            return self.learning[0][1]
        return None

    def without(self, card: CardId) -> "Queue":
        """The queue once `card` was dealt with: it and its siblings that wait are put off."""
        gone = {other for other in self.waiting if other.note == card.note and other.deck == card.deck}
        waiting = tuple(other for other in self.waiting if other not in gone) if gone else self.waiting
        learning = tuple(pair for pair in self.learning if pair[1] != card)
        return Queue(learning, waiting, self.new - gone)

    def with_new_among(self, allowed: frozenset[CardId]) -> "Queue":
        """The queue with those of its new cards only that are allowed."""
        left_out = self.new - allowed
        waiting = tuple(card for card in self.waiting if card not in left_out)
        return Queue(self.learning, waiting, self.new & allowed)

    def with_learning(self, card: CardId, due_at: int) -> "Queue":
        """The queue with `card` to come back at `due_at` (UTC ms)."""
        return self._replace(learning=tuple(sorted([*self.learning, (due_at, card)])))


def build(decks: Iterable[Candidates], limits: Limits, more_new: int = 0) -> Queue:
    """The session over some decks: within the limits of each and of all, at most one card a note beside those
    that are being learned, the new ones spread evenly among the reviews. `more_new` cards may come beyond the limits."""
    decks = list(decks)
    new_left, reviews_left = _over_all(decks, limits)
    new_left = max(0, new_left) + more_new
    learning: list[tuple[int, CardId]] = []
    reviews: list[CardId] = []
    new: list[CardId] = []
    for deck in decks:
        on_steps = list(deck.learning)
        learning.extend(on_steps)
        taken = set(deck.seen_notes) | {card.note_key for _, card in on_steps}
        own = deck.limits or limits
        most = min(own.reviews - deck.done_reviews, reviews_left - len(reviews))
        reviews.extend(_one_a_note(deck.reviews, most, taken))
        most = min(max(0, own.new - deck.done_new) + more_new, new_left - len(new))
        begun = {card.note_key for card in new}
        new.extend(_one_a_note(_ready(deck, begun), most, taken))
    return Queue(tuple(sorted(learning)), spread(new, reviews), frozenset(new))


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


def _one_a_note(cards: Iterable[CardId], at_most: int, taken: set[str]) -> list[CardId]:
    """The first cards up to a number, passing over notes in `taken`; the notes chosen are added to it."""
    chosen: list[CardId] = []
    for card in cards:
        if len(chosen) >= at_most:
            break
        if card.note_key not in taken:
            taken.add(card.note_key)
            chosen.append(card)
    return chosen


def spread(new: Sequence[CardId], reviews: Sequence[CardId]) -> tuple[CardId, ...]:
    """Both in their own order, the new ones at even distances among the reviews."""
    places = [((index + 1) / (len(reviews) + 1), 0, card) for index, card in enumerate(reviews)]
    places += [((index + 1) / (len(new) + 1), 1, card) for index, card in enumerate(new)]
    return tuple(card for _, _, card in sorted(places, key=lambda place: place[:2]))

"""What comes next: a session's cards in the order in which they are asked."""

import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from heapq import merge
from itertools import islice
from operator import itemgetter
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.study_day import MINUTE_MS
from studyapp.core.study.study_options import NewReviewOrder


class DailyLimits(NamedTuple):
    """How many cards are asked on one day: of each deck, and of all together where several are studied at once."""

    new_cards: int = 20
    reviews: int = 200
    new_cards_all_decks: int = 20
    reviews_all_decks: int = 200


UNLIMITED = DailyLimits(*(sys.maxsize,) * 4)


class DeckCandidates(NamedTuple):
    """The cards of one deck that could be asked today, each in the order wanted and read only as far as needed.

    Reviews come with a rank: over several decks the lower go first, and of equal ones the earlier deck's.
    `done_new` and `done_reviews` count what was already asked today of the deck; `seen_notes` are the
    notes of which a card was rated today, whose siblings wait until tomorrow. `limits` are the deck's own, where
    it has any. `waits_for` names the notes that are to be begun before a new card; None where none waits.
    """

    new_cards: Iterable[CardId] = ()
    reviews: Iterable[tuple[float, CardId]] = ()
    learning_cards: Iterable[tuple[int, CardId]] = ()
    new_cards_done: int = 0
    reviews_done: int = 0
    notes_done: frozenset[str] = frozenset()
    limits: DailyLimits | None = None
    unmet_prerequisites: Callable[[CardId], Collection[str]] | None = None


class CardCounts(NamedTuple):
    """Cards still to come today."""

    new: int = 0
    learning: int = 0
    due: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.new + self.learning + self.due

    @property
    def estimated_ratings(self) -> int:
        """About how many ratings they take: a new card takes its steps and comes twice."""
        return self.total + self.new


class StudyQueue(NamedTuple):
    """The rest of a session: learning cards by their moment (UTC ms), and the others in order.

    With nothing else to do, a learning card due within `learn_ahead` milliseconds is shown early.
    """

    learning_cards: tuple[tuple[int, CardId], ...] = ()
    upcoming_cards: tuple[CardId, ...] = ()
    new_cards: frozenset[CardId] = frozenset()
    learn_ahead_ms: int = 20 * MINUTE_MS

    @property
    def counts(self) -> CardCounts:
        """How many of each kind are left."""
        return CardCounts(
            len(self.new_cards), len(self.learning_cards), len(self.upcoming_cards) - len(self.new_cards)
        )

    def next_card(self, now: int) -> CardId | None:
        """The card to ask: a learning card whose time has come, else the next in order, else a learning
        card a little early; None when nothing is left for now."""
        if self.learning_cards and self.learning_cards[0][0] <= now:
            return self.learning_cards[0][1]
        if self.upcoming_cards:
            return self.upcoming_cards[0]
        if self.learning_cards and self.learning_cards[0][0] <= now + self.learn_ahead_ms:
            return self.learning_cards[0][1]
        return None

    def without_card_and_siblings(self, card: CardId) -> "StudyQueue":
        """The queue once `card` was dealt with: it and its siblings that wait are put off."""
        gone = {
            other
            for other in self.upcoming_cards
            if other.note_id == card.note_id and other.deck_id == card.deck_id
        }
        waiting = (
            tuple(other for other in self.upcoming_cards if other not in gone)
            if gone
            else self.upcoming_cards
        )
        learning = tuple(pair for pair in self.learning_cards if pair[1] != card)
        return self._replace(learning_cards=learning, upcoming_cards=waiting, new_cards=self.new_cards - gone)

    def with_cards_first(self, cards: Sequence[CardId]) -> "StudyQueue":
        """The queue with these before all others, wherever they stood."""
        waiting = tuple(card for card in self.upcoming_cards if card not in cards)
        learning = tuple(pair for pair in self.learning_cards if pair[1] not in cards)
        return self._replace(learning_cards=learning, upcoming_cards=(*cards, *waiting))

    def with_card_last(self, card: CardId) -> "StudyQueue":
        """The queue with this card, where it waits, after all others."""
        if card not in self.upcoming_cards:
            return self
        return self._replace(
            upcoming_cards=(*(other for other in self.upcoming_cards if other != card), card)
        )

    def with_new_cards_limited_to(self, allowed: frozenset[CardId]) -> "StudyQueue":
        """The queue with those of its new cards only that are allowed."""
        left_out = self.new_cards - allowed
        waiting = tuple(card for card in self.upcoming_cards if card not in left_out)
        return self._replace(upcoming_cards=waiting, new_cards=self.new_cards & allowed)

    def with_learning_card(self, card: CardId, due_at: int) -> "StudyQueue":
        """The queue with `card` to come back at `due_at` (UTC ms)."""
        return self._replace(learning_cards=tuple(sorted([*self.learning_cards, (due_at, card)])))


def build_study_queue(
    decks: Iterable[DeckCandidates],
    limits: DailyLimits,
    extra_new_cards: int = 0,
    new_review_order: NewReviewOrder = NewReviewOrder.MIX_WITH_REVIEWS,
) -> StudyQueue:
    """The session over some decks: within the limits of each and of all, at most one card a note beside those
    that are being learned. `more_new` cards may come beyond the limits."""
    decks = list(decks)
    new_left, reviews_left = _remaining_limits(decks, limits)
    new_left = max(0, new_left)
    learning: list[tuple[int, CardId]] = []
    reviews: list[Iterator[tuple[float, CardId]]] = []
    new: list[CardId] = []
    taken: set[str] = set()
    for deck in decks:
        on_steps = list(deck.learning_cards)
        learning.extend(on_steps)
        taken |= deck.notes_done | {card.note_key for _, card in on_steps}
        most = (deck.limits or limits).reviews - deck.reviews_done
        reviews.append(_one_per_note(deck.reviews, most, taken))
    asked = [card for _, card in islice(merge(*reviews, key=itemgetter(0)), max(0, reviews_left))]
    for deck in decks:
        own = deck.limits or limits
        within = min(max(0, own.new_cards - deck.new_cards_done), new_left)
        begun = {card.note_key for card in new}
        ready = ((0.0, card) for card in _startable_new_cards(deck, begun))
        chosen = [card for _, card in _one_per_note(ready, within + extra_new_cards, taken)]
        beyond = max(0, len(chosen) - within)
        extra_new_cards -= beyond
        new_left -= len(chosen) - beyond
        new.extend(chosen)
    return StudyQueue(
        tuple(sorted(learning)), mix_new_and_reviews(new, asked, new_review_order), frozenset(new)
    )


def _remaining_limits(decks: Sequence[DeckCandidates], limits: DailyLimits) -> tuple[int, int]:
    """How many new cards and reviews all decks together may still ask; a deck by itself has its own limits."""
    if len(decks) < 2:
        own = next((deck.limits for deck in decks if deck.limits), limits)
        return own.new_cards - sum(deck.new_cards_done for deck in decks), own.reviews - sum(
            deck.reviews_done for deck in decks
        )
    done_new, done_reviews = (
        sum(deck.new_cards_done for deck in decks),
        sum(deck.reviews_done for deck in decks),
    )
    return limits.new_cards_all_decks - done_new, limits.reviews_all_decks - done_reviews


def _startable_new_cards(deck: DeckCandidates, started_notes: set[str]) -> Iterator[CardId]:
    """The new cards that need not wait, given that those of the notes in `begun` come before them; the notes of
    the cards given are added to it."""
    for card in deck.new_cards:
        if deck.unmet_prerequisites is None or started_notes.issuperset(deck.unmet_prerequisites(card)):
            yield card
            started_notes.add(card.note_key)


def _one_per_note(
    cards: Iterable[tuple[float, CardId]], at_most: int, used_notes: set[str]
) -> Iterator[tuple[float, CardId]]:
    """The first cards up to a number, passing over notes in `taken`; the notes chosen are added to it."""
    if at_most <= 0:
        return
    for rank, card in cards:
        if card.note_key not in used_notes:
            used_notes.add(card.note_key)
            yield rank, card
            at_most -= 1
            if not at_most:
                return


def mix_new_and_reviews(
    new: Sequence[CardId], reviews: Sequence[CardId], new_review_order: NewReviewOrder
) -> tuple[CardId, ...]:
    """Both in their own order; new ones that stand among the reviews are at even distances."""
    if new_review_order is not NewReviewOrder.MIX_WITH_REVIEWS:
        return (*new, *reviews) if new_review_order is NewReviewOrder.BEFORE_REVIEWS else (*reviews, *new)
    places = [((index + 1) / (len(reviews) + 1), 0, card) for index, card in enumerate(reviews)]
    places += [((index + 1) / (len(new) + 1), 1, card) for index, card in enumerate(new)]
    return tuple(card for _, _, card in sorted(places, key=lambda place: place[:2]))

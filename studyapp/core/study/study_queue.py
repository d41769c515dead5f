"""The study queue: the cards of a session in the order in which they are shown."""

import sys
from bisect import bisect
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from heapq import merge
from itertools import islice
from operator import itemgetter
from typing import NamedTuple, Protocol

from studyapp.core.cards.card_id import CardId
from studyapp.core.cards.remaining_cards import RemainingCards
from studyapp.core.options.study_options import NewReviewOrder
from studyapp.core.study.exam_cards import choose_exam_cards
from studyapp.core.study.mixing import mix_evenly, mix_new_and_reviews
from studyapp.core.study.study_day import MINUTE_MS
from studyapp.core.study.varied_new_cards import (
    ChosenCards,
    VariedDeck,
    choose_in_file_order,
    choose_varied_cards,
    single_kind,
)


class DailyLimits(NamedTuple):
    """Limits of cards per day: for one deck, and for all decks when several are studied together."""

    new_cards: int = 20
    reviews: int = 200
    new_cards_all_decks: int = 20
    reviews_all_decks: int = 200


UNLIMITED = DailyLimits(*(sys.maxsize,) * 4)


class LearningCard(NamedTuple):
    """A card in learning or relearning steps, and when it is due (UTC ms)."""

    due_at: int
    card_id: CardId


class DeckCandidates(NamedTuple):
    """The cards of one deck that may be studied today, each kind in the requested order and read lazily.

    Reviews have a rank: over several decks, lower ranks come first; equal ones are in deck order. Learning cards have
    their due time (UTC ms). Interday learning cards, whose step began on an earlier day, are due all day: as in Anki,
    they come between the reviews and count for their limit. `new_cards_done` and `reviews_done` count the cards of the deck already studied today.
    `notes_done` are the notes of cards rated today; their siblings wait until tomorrow. `limits` are the deck's own
    limits, if any. `unmet_prerequisites` returns the notes to start before a new card; None if cards don't wait.
    `kind_of_new_card` is set if the deck takes turns with others and its new cards are varied. `exam_cards` are the new
    cards that are learned for an exam.
    """

    new_cards: Iterable[CardId] = ()
    reviews: Iterable[tuple[float, CardId]] = ()
    learning_cards: Iterable[LearningCard] = ()
    interday_learning_cards: Sequence[LearningCard] = ()
    new_cards_done: int = 0
    reviews_done: int = 0
    notes_rated_today: frozenset[str] = frozenset()
    limits: DailyLimits | None = None
    unmet_prerequisites: Callable[[CardId], Collection[str]] | None = None
    kind_of_new_card: Callable[[CardId], str] | None = None
    exam_cards: Iterable[CardId] = ()


class CardCounts(NamedTuple):
    """Numbers of cards left today."""

    new: int = 0
    learning: int = 0
    review: int = 0

    @property
    def total(self) -> int:
        """The number of all cards."""
        return self.new + self.learning + self.review

    @property
    def estimated_ratings(self) -> int:
        """The estimated number of ratings: a new card is rated twice because of its learning steps."""
        return self.total + self.new


class StudyQueue(NamedTuple):
    """The rest of a session: learning cards by their due time (UTC ms), and the other cards in order. The new cards
    and the interday learning cards among these are in `new_cards` and `interday_learning_cards`.

    When nothing else is left, a learning card due within `learn_ahead_ms` is shown early.
    """

    learning_cards: tuple[LearningCard, ...] = ()
    upcoming_cards: RemainingCards = RemainingCards()
    new_cards: RemainingCards = RemainingCards()
    learn_ahead_ms: int = 20 * MINUTE_MS
    interday_learning_cards: RemainingCards = RemainingCards()

    @property
    def counts(self) -> CardCounts:
        """The numbers of cards left, by kind."""
        interday = len(self.interday_learning_cards)
        return CardCounts(
            len(self.new_cards),
            len(self.learning_cards) + interday,
            len(self.upcoming_cards) - len(self.new_cards) - interday,
        )

    def next_card(self, now: int) -> CardId | None:
        """Return the card to show at `now` (UTC ms): a due learning card, else the next card in order, else a
        learning card within the learn-ahead limit. None if nothing is left for now."""
        if self.learning_cards and self.learning_cards[0].due_at <= now:
            return self.learning_cards[0].card_id
        if self.upcoming_cards:
            return next(iter(self.upcoming_cards))
        if self.learning_cards and self.learning_cards[0].due_at <= now + self.learn_ahead_ms:
            return self.learning_cards[0].card_id
        return None

    def without_card_and_siblings(self, card: CardId) -> "StudyQueue":
        """Return the queue after `card` was answered: without it and without its siblings, which are not shown any
        more today unless they are in learning."""
        removed = [
            other
            for other in self.upcoming_cards.cards_of_same_note(card)
            if other == card or other not in self.interday_learning_cards
        ]
        return self._replace(
            learning_cards=self._learning_cards_without(card),
            upcoming_cards=self.upcoming_cards.without(removed),
            new_cards=self.new_cards.without(removed),
            interday_learning_cards=self.interday_learning_cards.without(removed),
        )

    def _learning_cards_without(self, card: CardId) -> tuple[LearningCard, ...]:
        # Nearly always, it is the first of them or an upcoming card, so that they need not be searched.
        if self.learning_cards and self.learning_cards[0].card_id == card:
            return self.learning_cards[1:]
        if card in self.upcoming_cards:
            return self.learning_cards
        return tuple(item for item in self.learning_cards if item.card_id != card)

    def with_cards_first(self, cards: Sequence[CardId]) -> "StudyQueue":
        """Return the queue with these cards before all others."""
        upcoming_cards = self.upcoming_cards.with_first(cards)
        learning_cards = tuple(item for item in self.learning_cards if item.card_id not in cards)
        return self._replace(learning_cards=learning_cards, upcoming_cards=upcoming_cards)

    def with_card_last(self, card: CardId) -> "StudyQueue":
        """Return the queue with this card after all others. Unchanged if the card is not among them."""
        # The card stays in its own list: in another one it would come earlier than the rest, and removing it would take longer.
        return self._replace(
            upcoming_cards=self.upcoming_cards.with_last(card),
            new_cards=self.new_cards.with_last(card),
            interday_learning_cards=self.interday_learning_cards.with_last(card),
        )

    def with_new_cards_limited_to(self, allowed: frozenset[CardId]) -> "StudyQueue":
        """Return the queue without the new cards that are not in `allowed`."""
        removed = [card for card in self.new_cards if card not in allowed]
        return self._replace(
            upcoming_cards=self.upcoming_cards.without(removed), new_cards=self.new_cards.without(removed)
        )

    def with_learning_card(self, card: CardId, due_at: int) -> "StudyQueue":
        """Return the queue with `card` as a learning card due at `due_at` (UTC ms)."""
        item = LearningCard(due_at, card)
        index = bisect(self.learning_cards, item)
        learning_cards = (*self.learning_cards[:index], item, *self.learning_cards[index:])
        return self._replace(learning_cards=learning_cards)


def build_study_queue(
    decks: Iterable[DeckCandidates],
    limits: DailyLimits,
    extra_new_cards: int = 0,
    new_review_order: NewReviewOrder = NewReviewOrder.MIX_WITH_REVIEWS,
    exam_cards_today: int = 0,
) -> StudyQueue:
    """Build the queue of a session over some decks, within the limits of each deck and of all decks, with at most one
    card per note besides learning cards. `extra_new_cards` may exceed the limits. Of the new cards, up to
    `exam_cards_today` cards for exams come first."""
    decks = list(decks)
    new_left, reviews_left = remaining_limits(decks, limits)
    new_left = max(0, new_left)
    learning_cards: list[LearningCard] = []
    interday: list[LearningCard] = []
    reviews: list[Iterator[tuple[float, CardId]]] = []
    used_notes: set[str] = set()
    for deck in decks:
        deck_learning_cards = list(deck.learning_cards)
        learning_cards.extend(deck_learning_cards)
        review_limit = max(0, (deck.limits or limits).reviews - deck.reviews_done)
        deck_interday = deck.interday_learning_cards[:review_limit]
        interday += deck_interday
        used_notes |= deck.notes_rated_today
        used_notes |= {card.note_key for _, card in (*deck_learning_cards, *deck_interday)}
        reviews.append(_one_per_note(deck.reviews, review_limit - len(deck_interday), used_notes))
    interday_cards = [card for _, card in sorted(interday)[: max(0, reviews_left)]]
    reviews_left = max(0, reviews_left - len(interday_cards))
    review_cards = [card for _, card in islice(merge(*reviews, key=itemgetter(0)), reviews_left)]
    due_cards = mix_evenly(interday_cards, review_cards)
    exam_cards_left = min(new_left, exam_cards_today)
    new_cards: list[CardId] = []
    for index, deck in enumerate(decks):
        limit = min(_new_limit(deck, limits), exam_cards_left - len(new_cards))
        chosen = choose_exam_cards(deck.exam_cards, limit, deck.unmet_prerequisites, used_notes)
        decks[index] = deck._replace(new_cards_done=deck.new_cards_done + len(chosen))
        new_cards += chosen
    new_left -= len(new_cards)
    new_cards += _choose_new_cards(decks, limits, new_left, extra_new_cards, used_notes)
    return StudyQueue(
        tuple(sorted(learning_cards)),
        RemainingCards(mix_new_and_reviews(new_cards, due_cards, new_review_order)),
        RemainingCards(new_cards),
        interday_learning_cards=RemainingCards(interday_cards),
    )


def _choose_new_cards(
    decks: Sequence[DeckCandidates], limits: DailyLimits, new_left: int, extra: int, used_notes: set[str]
) -> list[CardId]:
    """Choose new cards deck by deck. The decks with varied cards take turns at the place of the first of them."""
    varied = [deck for deck in decks if deck.kind_of_new_card is not None]
    new_cards: list[CardId] = []
    for deck in decks:
        started_notes = {card.note_key for card in new_cards}
        if deck.kind_of_new_card is None:
            limit = min(_new_limit(deck, limits), new_left)
            startable = ((0.0, card) for card in _startable_new_cards(deck, started_notes))
            found = [card for _, card in _one_per_note(startable, limit + extra, used_notes)]
            chosen = ChosenCards(found[:limit], found[limit:])
        elif deck is varied[0]:
            turns = [
                VariedDeck(
                    other.new_cards,
                    other.kind_of_new_card or str,
                    _new_limit(other, limits),
                    other.new_cards_done,
                    other.unmet_prerequisites,
                )
                for other in varied
            ]
            if extra or any(turn.kind_of is not single_kind for turn in turns):
                chosen = choose_varied_cards(turns, new_left, extra, used_notes, started_notes)
            else:
                chosen = ChosenCards(choose_in_file_order(turns, new_left, used_notes, started_notes), [])
        else:
            continue
        new_left -= len(chosen.within_limits)
        extra -= len(chosen.beyond_limits)
        new_cards += (*chosen.within_limits, *chosen.beyond_limits)
    return new_cards


def _new_limit(deck: DeckCandidates, limits: DailyLimits) -> int:
    return max(0, (deck.limits or limits).new_cards - deck.new_cards_done)


class StudiedDeck(Protocol):
    """What was studied today of a deck, and its limits."""

    @property
    def new_cards_done(self) -> int:
        """New cards studied today."""

    @property
    def reviews_done(self) -> int:
        """Other cards studied today."""

    @property
    def limits(self) -> DailyLimits | None:
        """The deck's own limits, if any."""


def remaining_limits(decks: Sequence[StudiedDeck], limits: DailyLimits) -> tuple[int, int]:
    """Return how many new cards and reviews are left today within the limits: the deck's own limits for a single
    deck, otherwise those of all decks."""
    if len(decks) < 2:
        deck_limits = next((deck.limits for deck in decks if deck.limits), limits)
        return deck_limits.new_cards - sum(deck.new_cards_done for deck in decks), deck_limits.reviews - sum(
            deck.reviews_done for deck in decks
        )
    new_cards_done, reviews_done = (
        sum(deck.new_cards_done for deck in decks),
        sum(deck.reviews_done for deck in decks),
    )
    return limits.new_cards_all_decks - new_cards_done, limits.reviews_all_decks - reviews_done


def _startable_new_cards(deck: DeckCandidates, started_notes: set[str]) -> Iterator[CardId]:
    """Yield the new cards that need not wait. Prerequisites count as started if they are in `started_notes`, to which
    the notes of the yielded cards are added."""
    for card in deck.new_cards:
        if deck.unmet_prerequisites is None or started_notes.issuperset(deck.unmet_prerequisites(card)):
            yield card
            started_notes.add(card.note_key)


def _one_per_note(
    cards: Iterable[tuple[float, CardId]], at_most: int, used_notes: set[str]
) -> Iterator[tuple[float, CardId]]:
    """Yield up to `at_most` cards, skipping notes in `used_notes`, to which the notes of the yielded cards are
    added."""
    if at_most <= 0:
        return
    for rank, card in cards:
        note = card.note_key
        if note not in used_notes:
            used_notes.add(note)
            yield rank, card
            at_most -= 1
            if not at_most:
                return

"""The numbers of cards in a study queue, from the numbers of cards in its decks."""

from collections.abc import Sequence
from typing import NamedTuple

from studyapp.core.study.study_queue import CardCounts, DailyLimits, remaining_limits


class DeckNumbers(NamedTuple):
    """How many cards of a deck may be studied today, and how many were studied: `DeckCandidates` as numbers.

    `reviews` are the notes with a review to show, `new_cards` those with a new card, up to the deck's limit.
    `may_have_more_new_cards` is whether there are others below that limit that may have to wait.
    """

    learning_cards: int = 0
    interday_learning_cards: int = 0
    reviews: int = 0
    new_cards: int = 0
    may_have_more_new_cards: bool = False
    new_cards_done: int = 0
    reviews_done: int = 0
    limits: DailyLimits | None = None


def count_study_queue(decks: Sequence[DeckNumbers], limits: DailyLimits) -> CardCounts | None:
    """Return the counts that the queue of `build_study_queue` would have. None if the number of new cards depends on more
    than these numbers, such as prerequisites."""
    new_left, reviews_left = remaining_limits(decks, limits)
    new_left, reviews_left = max(0, new_left), max(0, reviews_left)
    interday = reviews = 0
    for deck in decks:
        review_limit = max(0, (deck.limits or limits).reviews - deck.reviews_done)
        deck_interday = min(deck.interday_learning_cards, review_limit)
        interday += deck_interday
        reviews += min(deck.reviews, review_limit - deck_interday)
    interday = min(interday, reviews_left)
    new_cards = sum(deck.new_cards for deck in decks)
    if new_cards < new_left and any(deck.may_have_more_new_cards for deck in decks):
        return None
    learning = sum(deck.learning_cards for deck in decks) + interday
    return CardCounts(min(new_cards, new_left), learning, min(reviews, reviews_left - interday))

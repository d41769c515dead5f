"""Planning a day by minutes: due cards first, and new cards in the time that is left.

The decks page needs it, so it must not import FSRS.
"""

import math
from typing import NamedTuple

from studyapp.core.study.study_queue import CardCounts

_RESERVE = 0.05
"""The share of the minutes for which more cards are planned than are expected to fit, so that fast days are filled too. The day
ends with its minutes, not with the last card of the plan."""

_PRIOR_CARDS = 60
"""How many cards the default times count as much as. Times of single cards vary by about 70 %, so means of 60 by a tenth."""

RECENT_REVIEWS = 1200
"""The number of newest reviews from which times are estimated. With half of them, times vary so much that a day in twenty is too
short."""


class DayLimits(NamedTuple):
    """How many new cards and due cards are studied on a day, at most. No card is started after these seconds of study."""

    new_cards: int
    reviews: int
    seconds: float = math.inf


class CardTimes(NamedTuple):
    """The seconds that a new card and a due card take on average on the day on which they are studied, with their steps."""

    new_card: float = 38
    review: float = 16


DEFAULT_TIMES = CardTimes()
"""Means of simulated learners with `DEFAULT_HABITS` and the default steps."""


class StudiedCards(NamedTuple):
    """How many new cards and due cards were studied, each once a day, and the seconds that they took."""

    new_cards: int = 0
    new_seconds: float = 0
    reviews: int = 0
    review_seconds: float = 0


def estimate_times(studied: StudiedCards) -> CardTimes:
    """Return the times that these cards show. The fewer there are, the closer they are to the defaults."""
    return CardTimes(
        (studied.new_seconds + _PRIOR_CARDS * DEFAULT_TIMES.new_card) / (studied.new_cards + _PRIOR_CARDS),
        (studied.review_seconds + _PRIOR_CARDS * DEFAULT_TIMES.review) / (studied.reviews + _PRIOR_CARDS),
    )


def plan_day(minutes: float, due: int, times: CardTimes) -> DayLimits:
    """Return the limits of a day, given how many cards are due when it begins.

    Due cards that exceed the minutes wait, and there are no new ones then. Depends only on what is known in the morning, so
    that it is the same all day."""
    seconds = minutes * 60
    planned = seconds * (1 + _RESERVE)
    reviews = math.floor(planned / times.review)
    new_cards = round((planned - min(due, reviews) * times.review) / times.new_card)
    return DayLimits(max(0, new_cards), reviews, seconds)


def cards_within(
    counts: CardCounts, limits: DayLimits, studied: StudiedCards, times: CardTimes
) -> CardCounts:
    """Return how many of these cards are left to study within the limits of a day, after those that were studied. Cards in
    their steps always are."""
    seconds_left = limits.seconds - studied.new_seconds - studied.review_seconds
    if seconds_left <= 0:
        return CardCounts(learning=counts.learning)
    reviews = min(counts.review, max(0, limits.reviews - studied.reviews))
    # If the cards so far took longer than usual, there are fewer new ones.
    seconds_for_new = seconds_left + _RESERVE * limits.seconds - (reviews + counts.learning) * times.review
    fitting = max(0, round(seconds_for_new / times.new_card))
    new_cards = min(counts.new, max(0, limits.new_cards - studied.new_cards), fitting)
    return CardCounts(new_cards, counts.learning, reviews)


def estimate_seconds(counts: CardCounts, limits: DayLimits, studied: StudiedCards, times: CardTimes) -> float:
    """Return how long these cards will take within the limits of a day, after those that were studied. A day ends with its
    seconds."""
    seconds = counts.new * times.new_card + (counts.review + counts.learning) * times.review
    return min(seconds, max(0.0, limits.seconds - studied.new_seconds - studied.review_seconds))

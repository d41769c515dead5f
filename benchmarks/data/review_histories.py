"""Simulated review histories: the intervals are those of FSRS, and a card is forgotten with its probability."""

import random
from typing import NamedTuple

from studyapp.core.study.rating import Rating
from studyapp.core.study.scheduler import Memory, Scheduler

_MAXIMUM_INTERVAL = 365
_FIRST_RATING_WEIGHTS = (20, 15, 55, 10)
_PASSED_WEIGHTS = (10, 80, 10)


class SimulatedReview(NamedTuple):
    """A review, and the days since the one before it (0 for the first)."""

    rating: Rating
    elapsed_days: int


class ReviewHistory(NamedTuple):
    """The reviews of a card, its memory state after them, and the interval in days that they led to."""

    reviews: tuple[SimulatedReview, ...]
    memory: Memory
    interval_days: int

    @property
    def lapses(self) -> int:
        return sum(review.rating is Rating.AGAIN for review in self.reviews[1:])

    @property
    def total_days(self) -> int:
        return sum(review.elapsed_days for review in self.reviews)


def make_history(source: random.Random, scheduler: Scheduler) -> ReviewHistory:
    """Return a history of about ten reviews."""
    (rating,) = source.choices(list(Rating), _FIRST_RATING_WEIGHTS)
    memory, interval = _review(scheduler, None, 0, rating)
    reviews = [SimulatedReview(rating, 0)]
    for _ in range(source.randint(7, 11)):
        elapsed = max(1, round(_whole_days(interval) * source.uniform(0.9, 1.3)))
        if source.random() < scheduler.retrievability(memory, elapsed):
            (rating,) = source.choices([Rating.HARD, Rating.GOOD, Rating.EASY], _PASSED_WEIGHTS)
        else:
            rating = Rating.AGAIN
        memory, interval = _review(scheduler, memory, elapsed, rating)
        reviews.append(SimulatedReview(rating, elapsed))
    return ReviewHistory(tuple(reviews), memory, _whole_days(interval))


def _review(
    scheduler: Scheduler, memory: Memory | None, elapsed_days: int, rating: Rating
) -> tuple[Memory, float]:
    """Return the memory after a rating, and the interval in days."""
    after = scheduler.memory_after(memory, elapsed_days, rating)
    return after, scheduler.intervals(memory, elapsed_days)[rating]


def _whole_days(interval: float) -> int:
    return max(1, min(_MAXIMUM_INTERVAL, round(interval)))

"""Learners whose memory follows FSRS with parameters of their own."""

import random
from collections.abc import Sequence

from studyapp.core.optimization.review_history import PastReview, ReviewHistory
from studyapp.core.study.rating import Rating
from studyapp.core.study.scheduler import Memory, Scheduler
from studyapp.core.study.study_day import DAY_MS

_FIRST_RATINGS = (20, 10, 60, 10)
_RATINGS_IF_RECALLED = (12, 78, 10)
_DAYS = 1_000


def learn(parameters: Sequence[float], cards: int, seed: int) -> list[ReviewHistory]:
    """Return the histories of cards that a learner with these parameters studied, about when they were due."""
    source, truth = random.Random(seed), Scheduler(tuple(parameters))
    return [_learn_card(source, truth, number) for number in range(cards)]


def _learn_card(source: random.Random, truth: Scheduler, number: int) -> ReviewHistory:
    day = source.randrange(_DAYS // 2)
    memory: Memory | None = None
    reviews: list[PastReview] = []
    while True:
        if memory is None:
            days, (rating,) = 0, source.choices(tuple(Rating), _FIRST_RATINGS)
        else:
            days = max(1, round(memory.stability * source.uniform(0.5, 1.6)))
            is_recalled = source.random() < truth.retrievability(memory, days)
            (rating,) = (
                source.choices(tuple(Rating)[1:], _RATINGS_IF_RECALLED) if is_recalled else [Rating.AGAIN]
            )
        day += days
        if day > _DAYS:
            return ReviewHistory(tuple(reviews), is_scheduled=bool(reviews))
        reviews.append(PastReview(rating, days, day * DAY_MS + number))
        memory = truth.memory_after(memory, days, rating)


def draw_parameters(source: random.Random) -> tuple[float, ...]:
    """Return parameters that differ from the defaults by up to a half, within the bounds of FSRS."""
    defaults = Scheduler().parameters
    drawn = [value * source.uniform(0.6, 1.5) for value in defaults]
    stabilities = sorted(drawn[:4])
    difficulty, decay = min(9.0, drawn[4]), min(0.6, max(0.1, drawn[20]))
    return (*stabilities, difficulty, *drawn[5:20], decay)

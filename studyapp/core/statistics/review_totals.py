"""Totals of reviews that are alike, from which statistics are computed."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from studyapp.core.statistics.review_facts import IntervalClass, ReviewFact, ReviewKind
from studyapp.core.study.rating import Rating

NO_CONFIDENCE = 0
"""In place of a `Confidence` that the learner didn't state."""

BIN_COUNT = 20
"""The number of equally wide bins of predicted probabilities."""

_MILLIONTHS = 1_000_000
_SMALLEST_PROBABILITY = 1e-6
"""Nearer to 0 or 1, a wrong prediction would have a log loss without limit."""


class ReviewKey(NamedTuple):
    """What reviews that are counted together have in common. `confidence` may be `NO_CONFIDENCE`."""

    day: int
    hour: int
    kind: ReviewKind
    interval: IntervalClass
    rating: Rating
    confidence: int


class ReviewTotal(NamedTuple):
    """A number of reviews, and the time that they took in milliseconds."""

    reviews: int = 0
    duration_ms: int = 0


class PredictionKey(NamedTuple):
    """The study day of reviews and the bin of the probability of recall that FSRS predicted."""

    day: int
    bin: int


class PredictionTotal(NamedTuple):
    """How many reviews there were, how many were recalled, and the sums of the predicted probabilities and of the log
    losses (natural logarithm) in millionths."""

    reviews: int = 0
    recalled: int = 0
    predicted: int = 0
    log_loss: int = 0


class Totals(NamedTuple):
    """Totals by key. None has 0 reviews."""

    reviews: Mapping[ReviewKey, ReviewTotal]
    predictions: Mapping[PredictionKey, PredictionTotal]


def sum_up(facts: Iterable[ReviewFact]) -> Totals:
    """Return the totals of these reviews."""
    reviews: dict[ReviewKey, ReviewTotal] = defaultdict(ReviewTotal)
    predictions: dict[PredictionKey, PredictionTotal] = defaultdict(PredictionTotal)
    for fact in facts:
        key = ReviewKey(
            fact.day, fact.hour, fact.kind, fact.interval, fact.rating, fact.confidence or NO_CONFIDENCE
        )
        total = reviews[key]
        reviews[key] = ReviewTotal(total.reviews + 1, total.duration_ms + fact.duration_ms)
        if fact.predicted is not None:
            prediction_key = PredictionKey(fact.day, prediction_bin(fact.predicted))
            predictions[prediction_key] = _add(
                predictions[prediction_key], fact.predicted, is_recalled=fact.is_recalled
            )
    return Totals(dict(reviews), dict(predictions))


def prediction_bin(probability: float) -> int:
    """Return the bin of a probability, from 0 to `BIN_COUNT` - 1."""
    return min(BIN_COUNT - 1, int(probability * BIN_COUNT))


def _add(total: PredictionTotal, probability: float, *, is_recalled: bool) -> PredictionTotal:
    bounded = min(1 - _SMALLEST_PROBABILITY, max(_SMALLEST_PROBABILITY, probability))
    loss = -math.log(bounded if is_recalled else 1 - bounded)
    return PredictionTotal(
        total.reviews + 1,
        total.recalled + is_recalled,
        total.predicted + round(probability * _MILLIONTHS),
        total.log_loss + round(loss * _MILLIONTHS),
    )

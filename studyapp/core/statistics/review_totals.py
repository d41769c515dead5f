"""Totals of reviews that are alike, from which statistics are computed."""

import math
from typing import NamedTuple

from studyapp.core.statistics.review_facts import IntervalClass, ReviewKind

BIN_COUNT = 20
"""The number of equally wide bins of predicted probabilities."""

MILLION = 1_000_000

_SMALLEST_PROBABILITY = 1e-6
"""Nearer to 0 or 1, a wrong prediction would have a log loss without limit."""


class ReviewTotal(NamedTuple):
    """A number of reviews, and the time that they took in milliseconds."""

    reviews: int = 0
    duration_ms: int = 0


class DayTotal(NamedTuple):
    """The reviews of a study day that have kind and interval in common: how many there were, in how many of them the card was
    forgotten, and the time that they took in milliseconds."""

    day: int
    kind: ReviewKind
    interval: IntervalClass
    reviews: int
    again: int
    duration_ms: int


class ButtonTotal(NamedTuple):
    """The reviews that have kind and interval in common: how often each button was pressed."""

    kind: ReviewKind
    interval: IntervalClass
    again: int
    hard: int
    good: int
    easy: int


class PredictionTotal(NamedTuple):
    """Reviews that FSRS predicted with about the same probability of recall: their bin, how many there were, how many were
    recalled, and the sums of the predicted probabilities and of the log losses (natural logarithm) in millionths."""

    bin: int
    reviews: int
    recalled: int
    predicted: int
    log_loss: int


def log_loss_millionths(probability: float, *, is_recalled: bool) -> int:
    """Return the log loss (natural logarithm) of a predicted probability of recall, in millionths, so that sums stay exact
    when reviews are taken away again."""
    if not _SMALLEST_PROBABILITY < probability < 1 - _SMALLEST_PROBABILITY:
        probability = min(1 - _SMALLEST_PROBABILITY, max(_SMALLEST_PROBABILITY, probability))
    return round(-math.log(probability if is_recalled else 1 - probability) * MILLION)

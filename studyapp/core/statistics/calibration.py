"""How well predictions of recall agree with what happened: those of FSRS, and those of the learner."""

import math
from collections.abc import Mapping
from typing import NamedTuple

from studyapp.core.statistics.review_counts import RecallCount
from studyapp.core.statistics.review_totals import (
    NO_CONFIDENCE,
    PredictionKey,
    PredictionTotal,
    ReviewKey,
    ReviewTotal,
)
from studyapp.core.study.rating import Confidence

_MILLION = 1_000_000


class CalibrationBin(NamedTuple):
    """Reviews that were predicted with about the same probability. `predicted` is its mean, `observed` the share that was
    recalled; both from 0 to 1."""

    bin: int
    reviews: int
    predicted: float
    observed: float


class Calibration(NamedTuple):
    """The bins with reviews, and two measures of how good the predictions are: smaller is better.

    `log_loss` is the mean log loss (natural logarithm). `rmse` is the root mean square of predicted minus observed over
    the bins, weighted by their reviews. Both are None without reviews.
    """

    bins: tuple[CalibrationBin, ...]
    reviews: int
    log_loss: float | None
    rmse: float | None


def calibrate_model(totals: Mapping[PredictionKey, PredictionTotal]) -> Calibration:
    """Return how well FSRS predicted these reviews."""
    by_bin: dict[int, PredictionTotal] = {}
    for key, total in totals.items():
        known = by_bin.get(key.bin, PredictionTotal())
        by_bin[key.bin] = PredictionTotal(*(map(sum, zip(known, total, strict=True))))
    bins = tuple(
        CalibrationBin(
            number, total.reviews, total.predicted / _MILLION / total.reviews, total.recalled / total.reviews
        )
        for number, total in sorted(by_bin.items())
    )
    count = sum(one.reviews for one in bins)
    if not count:
        return Calibration((), 0, None, None)
    log_loss = sum(total.log_loss for total in by_bin.values()) / _MILLION / count
    square = sum(one.reviews * (one.predicted - one.observed) ** 2 for one in bins) / count
    return Calibration(bins, count, log_loss, math.sqrt(square))


def recall_by_confidence(totals: Mapping[ReviewKey, ReviewTotal]) -> dict[Confidence, RecallCount]:
    """Return, for each degree of confidence that the learner stated, how often the card was recalled."""
    counts = dict.fromkeys(Confidence, RecallCount())
    for key, total in totals.items():
        if key.confidence != NO_CONFIDENCE:
            confidence = Confidence(key.confidence)
            counts[confidence] = counts[confidence].plus(key, total)
    return counts

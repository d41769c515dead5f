"""How well predictions of recall by FSRS agree with what happened."""

import math
from collections.abc import Iterable
from typing import NamedTuple

from studyapp.core.statistics.review_totals import MILLION, PredictionTotal


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


def calibrate_model(totals: Iterable[PredictionTotal]) -> Calibration:
    """Return how well FSRS predicted these reviews, which have one total per bin."""
    ordered = sorted(total for total in totals if total.reviews)
    count = sum(total.reviews for total in ordered)
    if not count:
        return Calibration((), 0, None, None)
    bins = tuple(
        CalibrationBin(
            total.bin,
            total.reviews,
            total.predicted / MILLION / total.reviews,
            total.recalled / total.reviews,
        )
        for total in ordered
    )
    log_loss = sum(total.log_loss for total in ordered) / MILLION / count
    square = sum(one.reviews * (one.predicted - one.observed) ** 2 for one in bins) / count
    return Calibration(bins, count, log_loss, math.sqrt(square))

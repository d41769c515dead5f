"""How well predictions of recall by FSRS agree with what happened."""

import math
from collections.abc import Iterable
from enum import Enum, auto
from typing import NamedTuple

from studyapp.core.statistics.review_totals import MILLION, PredictionTotal

_FITTING_POINTS = 1.0
"""Predictions fit if their mean differs by no more percentage points from what happened."""


class Verdict(Enum):
    """How the mean prediction compares with the share that was recalled."""

    FITS = auto()
    CHANCE = auto()
    """The difference is less than two standard errors, so it says nothing yet."""

    TOO_HIGH = auto()
    TOO_LOW = auto()


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

    @property
    def predicted(self) -> float:
        """The mean of the predicted probabilities, from 0 to 1; 0 without reviews."""
        return sum(one.reviews * one.predicted for one in self.bins) / max(1, self.reviews)

    @property
    def observed(self) -> float:
        """The share that was recalled, from 0 to 1; 0 without reviews."""
        return sum(one.reviews * one.observed for one in self.bins) / max(1, self.reviews)

    @property
    def excess_points(self) -> float:
        """By how many percentage points `predicted` is above `observed`, both rounded to one decimal."""
        return round(round(100 * self.predicted, 1) - round(100 * self.observed, 1), 1)

    @property
    def verdict(self) -> Verdict:
        """Whether the predictions were right on average."""
        if abs(self.excess_points) <= _FITTING_POINTS:
            return Verdict.FITS
        variance = sum(one.reviews * one.predicted * (1 - one.predicted) for one in self.bins)
        if abs(self.predicted - self.observed) * self.reviews < 2 * math.sqrt(variance):
            return Verdict.CHANCE
        return Verdict.TOO_HIGH if self.excess_points > 0 else Verdict.TOO_LOW


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

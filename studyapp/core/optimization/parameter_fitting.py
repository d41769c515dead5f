"""Fitting the parameters of FSRS with its optimizer, the one of Anki (`fsrs-rs-python`).

The reviews that are used are those that Anki uses: for each card those since it was last reset, and of these all that
came at least a day after the one before. The first review of a card and reviews on the same day are part of the
histories, but nothing is predicted for them.
"""

import math
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from fsrs_rs_python import DEFAULT_PARAMETERS, FSRS, FSRSItem, FSRSReview, TrainingConfig

from studyapp.core.optimization.fit import FSRS_6, Comparison, Fit, Scores
from studyapp.core.optimization.review_history import ReviewHistory

MIN_REVIEWS = 400
"""The number of predicted reviews from which on parameters are fitted."""

MIN_HELD_BACK = 100
"""The number of reviews that must be held back for a comparison that means something."""

_EPOCHS = 8
"""As in Anki, whose result is the same then."""

_PARTS = 4
"""Into how many parts the reviews are split that may be held back. Each part but the first is predicted by a fit to all
reviews before it."""


class PredictedReview(NamedTuple):
    """A review that FSRS predicts, with the history before it. `at` is UTC ms, `card` the number of the card."""

    at: int
    card: int
    item: FSRSItem


class ParametersInUse(NamedTuple):
    """The parameters to compare with. `fitted_at` is when they were fitted or imported (UTC ms); None for the defaults."""

    parameters: tuple[float, ...]
    fitted_at: int | None = None


class TooFewReviews(NamedTuple):
    """Parameters can't be fitted until `MIN_REVIEWS` reviews can be predicted."""

    review_count: int

    @property
    def missing(self) -> int:
        """How many more reviews are needed."""
        return MIN_REVIEWS - self.review_count


def list_predicted_reviews(histories: Iterable[ReviewHistory]) -> list[PredictedReview]:
    """Return the reviews that FSRS predicts, in the order of their time. The cards are numbered in the order given."""
    predicted: list[PredictedReview] = []
    for card, history in enumerate(histories):
        reviews = [FSRSReview(review.rating, review.elapsed_days) for review in history.reviews]
        for place, review in enumerate(history.reviews):
            if place and review.elapsed_days:
                predicted.append(PredictedReview(review.at, card, FSRSItem(reviews[: place + 1])))
    predicted.sort(key=attrgetter("at"))
    return predicted


def fit_parameters(
    predicted: Sequence[PredictedReview], in_use: ParametersInUse, relearning_step_count: int = 1
) -> Fit | TooFewReviews:
    """Fit parameters to reviews, in the order of their time, and compare them with those in use."""
    if len(predicted) < MIN_REVIEWS:
        return TooFewReviews(len(predicted))
    pairs = []
    for train, test in _split(predicted, in_use.fitted_at):
        fitted = compute_parameters(train, relearning_step_count)
        pairs.append((len(test), score_parameters(in_use.parameters, test), score_parameters(fitted, test)))
    parameters = compute_parameters(predicted, relearning_step_count)
    held_back = Comparison(
        _mean([(count, score) for count, score, _ in pairs]),
        _mean([(count, score) for count, _, score in pairs]),
    )
    is_enough = sum(count for count, _, _ in pairs) >= MIN_HELD_BACK
    return Fit(
        FSRS_6,
        parameters,
        len(predicted),
        held_back if is_enough else None,
        Comparison(score_parameters(in_use.parameters, predicted), score_parameters(parameters, predicted)),
    )


def compute_parameters(
    predicted: Sequence[PredictedReview], relearning_step_count: int = 1
) -> tuple[float, ...]:
    """Return the parameters that fit these reviews best: those of Anki's optimizer if it gets the cards in the same order.
    The library returns its defaults if there are too few of them."""
    return tuple(
        FSRS(DEFAULT_PARAMETERS).compute_parameters(
            [one.item for one in predicted],
            card_ids=[one.card for one in predicted],
            num_relearning_steps=relearning_step_count,
            training_config=TrainingConfig(num_epochs=_EPOCHS),
        )
    )


_Split = tuple[Sequence[PredictedReview], Sequence[PredictedReview]]


def _split(predicted: Sequence[PredictedReview], fitted_at: int | None) -> list[_Split]:
    """Return pairs of reviews to fit to and the reviews after them to predict.

    The parameters in use have been fitted to the reviews up to `fitted_at`, so these are not predicted: that would be in
    their favor.
    """
    count = len(predicted)
    start = 0 if fitted_at is None else bisect_right(predicted, fitted_at, key=attrgetter("at"))
    bounds = [start + (count - start) * part // _PARTS for part in range(1, _PARTS + 1)]
    return [(predicted[:begin], predicted[begin:end]) for begin, end in pairwise(bounds) if begin < end]


def score_parameters(parameters: Sequence[float], predicted: Sequence[PredictedReview]) -> Scores:
    """Return how well parameters predict reviews."""
    evaluation = FSRS(parameters).evaluate([one.item for one in predicted])
    return Scores(evaluation.log_loss, evaluation.rmse_bins)


def _mean(scores: Sequence[tuple[int, Scores]]) -> Scores:
    """Return the mean of scores, each of so many reviews: of the squares for the error."""
    total = sum(count for count, _ in scores) or 1
    return Scores(
        sum(count * score.log_loss for count, score in scores) / total,
        math.sqrt(sum(count * score.rmse**2 for count, score in scores) / total),
    )

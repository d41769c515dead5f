"""Fitting parameters, and when they are adopted."""

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.core.optimization.fit import Comparison, Fit, Scores, should_adopt
from studyapp.core.optimization.parameter_fitting import (
    MIN_HELD_BACK,
    MIN_REVIEWS,
    ParametersInUse,
    TooFewReviews,
    fit_parameters,
    list_predicted_reviews,
    score_parameters,
)
from studyapp.core.optimization.review_history import PastReview, ReviewHistory
from studyapp.core.study.rating import Rating
from studyapp.core.study.scheduler import Scheduler
from tests.core.optimization.simulated_learner import draw_parameters, learn

DEFAULTS = Scheduler().parameters


def fit_of(*scores: float) -> Fit:
    """A fit with these log losses: in use and fitted, on reviews that were held back and on all."""
    losses = [Scores(loss, 0.05) for loss in scores]
    return Fit("FSRS-6", DEFAULTS, 1000, Comparison(*losses[:2]), Comparison(*losses[2:]))


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ((0.4, 0.3, 0.4, 0.3), True),
        ((0.4, 0.4, 0.4, 0.3), False),
        ((0.3, 0.4, 0.4, 0.3), False),
        ((0.4, 0.3, 0.3, 0.3), False),
    ],
)
def test_adopted_if_better_by_both_comparisons(scores: tuple[float, ...], expected: bool) -> None:
    assert should_adopt(fit_of(*scores)) is expected


def test_not_adopted_without_a_comparison() -> None:
    assert not should_adopt(fit_of(0.4, 0.3, 0.4, 0.3)._replace(held_back=None))


def test_predicted_reviews_come_a_day_later_and_are_in_order() -> None:
    early = ReviewHistory(
        tuple(PastReview(Rating.GOOD, days, at) for days, at in ((0, 1), (0, 2), (3, 9))), True
    )
    late = ReviewHistory(tuple(PastReview(Rating.AGAIN, days, at) for days, at in ((0, 3), (2, 5))), True)
    found = list_predicted_reviews([early, late])
    assert [(one.at, one.card, one.item.long_term_review_cnt()) for one in found] == [(5, 1, 1), (9, 0, 1)]


def test_too_few_reviews_say_how_many_are_missing() -> None:
    few = list_predicted_reviews(learn(DEFAULTS, 20, seed=1))
    found = fit_parameters(few, ParametersInUse(DEFAULTS))
    assert found == TooFewReviews(len(few))
    assert isinstance(found, TooFewReviews) and found.missing == MIN_REVIEWS - len(few) > 0


def test_fit_recovers_the_log_loss_of_the_learner() -> None:
    # About 30,000 and 44,000 reviews. With a quarter of them, the log loss is up to 2.5 % higher.
    for seed, cards in ((1, 1_500), (4, 6_000)):
        truth = draw_parameters(random.Random(seed))
        fit = fit_parameters(list_predicted_reviews(learn(truth, cards, seed)), ParametersInUse(DEFAULTS))
        assert isinstance(fit, Fit) and should_adopt(fit)
        new_reviews = list_predicted_reviews(learn(truth, cards, seed + 100))
        expected = score_parameters(truth, new_reviews).log_loss
        assert score_parameters(fit.parameters, new_reviews).log_loss < 1.01 * expected
        assert score_parameters(DEFAULTS, new_reviews).log_loss > 1.01 * expected


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.booleans(), st.integers(80, 250))
def test_adopted_parameters_are_better(seed: int, knows_the_truth: bool, cards: int) -> None:
    truth = draw_parameters(random.Random(seed))
    predicted = list_predicted_reviews(learn(truth, cards, seed))
    in_use = truth if knows_the_truth else DEFAULTS
    fit = fit_parameters(predicted, ParametersInUse(in_use))
    if isinstance(fit, TooFewReviews) or not should_adopt(fit):
        return
    assert score_parameters(fit.parameters, predicted).log_loss < score_parameters(in_use, predicted).log_loss
    assert fit.held_back is not None and fit.held_back.fitted.log_loss < fit.held_back.in_use.log_loss


def test_reviews_known_to_the_parameters_in_use_are_not_held_back() -> None:
    predicted = list_predicted_reviews(learn(draw_parameters(random.Random(5)), 300, seed=5))
    first = fit_parameters(predicted[:900], ParametersInUse(DEFAULTS))
    assert isinstance(first, Fit)
    in_use = ParametersInUse(first.parameters, predicted[899].at)
    again = fit_parameters(predicted[: 900 + MIN_HELD_BACK], in_use)
    assert isinstance(again, Fit) and again.held_back is None
    later = fit_parameters(predicted, in_use)
    assert isinstance(later, Fit) and later.held_back is not None
    bounds = [900 + (len(predicted) - 900) * part // 4 for part in (1, 2, 3, 4)]
    parts = [predicted[begin:end] for begin, end in pairwise(bounds)]
    losses = [len(part) * score_parameters(first.parameters, part).log_loss for part in parts]
    expected = sum(losses) / sum(map(len, parts))
    assert later.held_back.in_use.log_loss == pytest.approx(expected, rel=1e-9)

"""Fit parameters to the reviews of learners whose own are known, and print by how much predictions of other reviews are worse
than with these: `python -m benchmarks.learners.recovery [--seeds 12]`."""

import argparse
import random
from collections.abc import Sequence

from benchmarks.data.review_histories import make_history
from benchmarks.learners.comparison import interval_of, other_parameters
from studyapp.core.optimization.parameter_fitting import (
    PredictedReview,
    compute_parameters,
    list_predicted_reviews,
    score_parameters,
)
from studyapp.core.optimization.review_history import PastReview, ReviewHistory
from studyapp.core.study.scheduler import Scheduler

REVIEW_COUNTS = (1_000, 3_000, 10_000, 30_000)
_HELD_BACK = 30_000
_REVIEWS_PER_CARD = 9
_DAYS = 1_000


def main() -> None:
    """Print the excess of the log loss in percent, as the mean of the seeds with a 95 % interval, and the largest one."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.learners.recovery")
    parser.add_argument("--seeds", type=int, default=12, choices=(2, 3, 4, 5, 6, 8, 10, 12, 16, 20))
    options = parser.parse_args()
    print("| Reviews | Log loss above that of the true parameters, % | Largest, % |\n| --- | --- | --- |")
    for count in REVIEW_COUNTS:
        excesses = [100 * measure_excess(seed, count, _HELD_BACK) for seed in range(1, options.seeds + 1)]
        print(f"| {count:,} | {interval_of(excesses)} | {max(excesses):.1f} |", flush=True)


def measure_excess(seed: int, review_count: int, held_back_count: int) -> float:
    """Return by which part the log loss of fitted parameters is above that of the learner's own, for reviews of other cards
    than those to which they were fitted."""
    source = random.Random(seed)
    parameters = other_parameters(source)
    fitted = compute_parameters(_make_reviews(source, parameters, review_count))
    held_back = _make_reviews(source, parameters, held_back_count)
    of_fitted, of_true = (score_parameters(one, held_back).log_loss for one in (fitted, parameters))
    return of_fitted / of_true - 1


def _make_reviews(
    source: random.Random, parameters: Sequence[float], count: int
) -> Sequence[PredictedReview]:
    """Return about this number of reviews of cards that were begun over three years."""
    scheduler = Scheduler(tuple(parameters))
    return list_predicted_reviews(_make_card(source, scheduler) for _ in range(count // _REVIEWS_PER_CARD))


def _make_card(source: random.Random, scheduler: Scheduler) -> ReviewHistory:
    at = source.randrange(_DAYS)
    reviews = []
    for review in make_history(source, scheduler).reviews:
        at += review.elapsed_days
        reviews.append(PastReview(review.rating, review.elapsed_days, at))
    return ReviewHistory(tuple(reviews), is_scheduled=True)


if __name__ == "__main__":
    main()

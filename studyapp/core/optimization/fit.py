"""A fit of the parameters of FSRS, and whether it is adopted (ADR 40)."""

from typing import NamedTuple

FSRS_6 = "FSRS-6"
"""The name of the model. It is stored and never changes."""


class Scores(NamedTuple):
    """How well parameters predict reviews, the lower the better: the log loss per review, and by how much the predicted
    probability of recall is off (root mean square over groups of similar reviews, 0 to 1)."""

    log_loss: float
    rmse: float


class Comparison(NamedTuple):
    """The scores of the parameters in use and of fitted ones for the same reviews."""

    in_use: Scores
    fitted: Scores

    @property
    def is_better(self) -> bool:
        """Whether the fitted parameters predict these reviews better."""
        return self.fitted.log_loss < self.in_use.log_loss


class Fit(NamedTuple):
    """Parameters that were fitted to reviews.

    `review_count` is the number of reviews that were predicted. `held_back` compares parameters that were fitted to older
    reviews with those in use, on reviews to which neither were fitted; None if these are too few. `all_reviews` compares
    `parameters` with those in use on all reviews.
    """

    model: str
    parameters: tuple[float, ...]
    review_count: int
    held_back: Comparison | None
    all_reviews: Comparison


def should_adopt(fit: Fit) -> bool:
    """Return whether the fitted parameters replace those in use: if they are better by both comparisons."""
    return fit.held_back is not None and fit.held_back.is_better and fit.all_reviews.is_better

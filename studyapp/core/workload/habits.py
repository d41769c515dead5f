"""How a learner rates cards and how long each rating takes, estimated from the reviews so far."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from studyapp.core.statistics.review_facts import ReviewKind
from studyapp.core.study.rating import Rating

_PRIOR_RATINGS = 50
"""The defaults count as much as this many ratings. An estimate from fewer would vary by more than a tenth."""

_PRIOR_PACE_RATINGS = 100

MIN_RATINGS = 400
"""With fewer ratings, the habits are still mostly the defaults."""


class Habits(NamedTuple):
    """How a learner rates, as probabilities, and the seconds that ratings take.

    `seconds` are by `ReviewKind` and rating. `first_ratings` are those of new cards, from Again to Easy, `recalled_ratings`
    those of due cards that were recalled, from Hard to Easy. In steps, ratings depend on the one before, Again, Hard or Good:
    `learning_ratings` and `relearning_ratings` have a row for each of these.
    """

    seconds: tuple[tuple[float, ...], ...]
    first_ratings: tuple[float, ...]
    recalled_ratings: tuple[float, ...]
    learning_ratings: tuple[tuple[float, ...], ...]
    relearning_ratings: tuple[tuple[float, ...], ...]


DEFAULT_HABITS = Habits(
    seconds=((19.58, 18.79, 13.78, 10.71), (19.38, 17.59, 12.38, 8.94), (16.44, 15.25, 12.32, 8.03)),
    first_ratings=(0.24, 0.094, 0.495, 0.171),
    recalled_ratings=(0.224, 0.631, 0.145),
    learning_ratings=(
        (0.3686, 0.0628, 0.5108, 0.0577),
        (0.0442, 0.4553, 0.4457, 0.0549),
        (0.0519, 0.0470, 0.8462, 0.0550),
    ),
    relearning_ratings=(
        (0.2157, 0.0643, 0.6595, 0.0604),
        (0.0500, 0.4638, 0.4475, 0.0387),
        (0.1057, 0.1434, 0.7266, 0.0244),
    ),
)
"""Those of the simulator of FSRS (`default_simulator_config`), which come from many users of Anki."""


class RatingTotals(NamedTuple):
    """The ratings of a kind of review: their number, and the seconds that they took in all. `previous` is the rating of
    the same card before it on the same day; None for the first one of the day."""

    kind: ReviewKind
    previous: Rating | None
    rating: Rating
    number: int
    seconds: float


def estimate_habits(totals: Iterable[RatingTotals]) -> Habits:
    """Return the habits that these ratings show. The fewer there are, the closer they are to the defaults."""
    totals = list(totals)
    first = [one for one in totals if one.kind is ReviewKind.LEARNING and one.previous is None]
    recalled = [one for one in totals if one.kind is ReviewKind.REVIEW and one.rating is not Rating.AGAIN]
    return Habits(
        _estimate_seconds(totals),
        _estimate_shares(first, DEFAULT_HABITS.first_ratings, list(Rating)),
        _estimate_shares(recalled, DEFAULT_HABITS.recalled_ratings, list(Rating)[1:]),
        _estimate_step_ratings(totals, ReviewKind.LEARNING, DEFAULT_HABITS.learning_ratings),
        _estimate_step_ratings(totals, ReviewKind.RELEARNING, DEFAULT_HABITS.relearning_ratings),
    )


def _estimate_seconds(totals: Sequence[RatingTotals]) -> tuple[tuple[float, ...], ...]:
    """A learner who is faster than the default is taken to be faster with rare ratings too."""
    defaults = DEFAULT_HABITS.seconds
    expected = sum(one.number * defaults[one.kind][one.rating - 1] for one in totals)
    prior = _PRIOR_PACE_RATINGS * defaults[ReviewKind.REVIEW][Rating.GOOD - 1]
    pace = (sum(one.seconds for one in totals) + prior) / (expected + prior)
    rows = []
    for kind in ReviewKind:
        row = []
        for rating in Rating:
            of_rating = [one for one in totals if one.kind is kind and one.rating is rating]
            seconds = (
                sum(one.seconds for one in of_rating) + _PRIOR_RATINGS * pace * defaults[kind][rating - 1]
            )
            row.append(seconds / (sum(one.number for one in of_rating) + _PRIOR_RATINGS))
        rows.append(tuple(row))
    return tuple(rows)


def _estimate_step_ratings(
    totals: Sequence[RatingTotals], kind: ReviewKind, defaults: tuple[tuple[float, ...], ...]
) -> tuple[tuple[float, ...], ...]:
    rows = []
    for previous, row in zip((Rating.AGAIN, Rating.HARD, Rating.GOOD), defaults, strict=True):
        following = [one for one in totals if one.kind is kind and one.previous is previous]
        rows.append(_estimate_shares(following, row, list(Rating)))
    return tuple(rows)


def _estimate_shares(
    totals: Sequence[RatingTotals], defaults: Sequence[float], ratings: Sequence[Rating]
) -> tuple[float, ...]:
    counts = [
        sum(one.number for one in totals if one.rating is rating) + _PRIOR_RATINGS * default
        for rating, default in zip(ratings, defaults, strict=True)
    ]
    return tuple(count / sum(counts) for count in counts)

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.statistics.review_facts import ReviewKind
from studyapp.core.study.rating import Rating
from studyapp.core.workload.habits import DEFAULT_HABITS, RatingTotals, estimate_habits

TOTALS = st.builds(
    RatingTotals,
    st.sampled_from(ReviewKind),
    st.none() | st.sampled_from(Rating),
    st.sampled_from(Rating),
    st.integers(1, 1000),
    st.floats(0, 60_000),
)


def test_without_reviews_the_defaults_are_taken() -> None:
    habits = estimate_habits([])
    for rows, defaults in (
        (habits.seconds, DEFAULT_HABITS.seconds),
        (habits.learning_ratings, DEFAULT_HABITS.learning_ratings),
        (habits.relearning_ratings, DEFAULT_HABITS.relearning_ratings),
        (
            [habits.first_ratings, habits.recalled_ratings],
            [DEFAULT_HABITS.first_ratings, DEFAULT_HABITS.recalled_ratings],
        ),
    ):
        for row, default in zip(rows, defaults, strict=True):
            assert row == pytest.approx(default, abs=0.002)


def test_many_reviews_outweigh_the_defaults() -> None:
    kinds = [
        (ReviewKind.LEARNING, None),
        (ReviewKind.REVIEW, None),
        *[(ReviewKind.RELEARNING, rating) for rating in list(Rating)[:3]],
    ]
    habits = estimate_habits(
        RatingTotals(
            kind,
            previous,
            rating,
            10_000 * (1 + (rating is Rating.GOOD)),
            50_000 * (1 + (rating is Rating.GOOD)),
        )
        for kind, previous in kinds
        for rating in Rating
    )
    assert habits.first_ratings == pytest.approx((0.2, 0.2, 0.4, 0.2), abs=0.01)
    assert habits.recalled_ratings == pytest.approx((0.25, 0.5, 0.25), abs=0.01)
    assert habits.seconds[ReviewKind.REVIEW] == pytest.approx((5, 5, 5, 5), abs=0.1)
    for row in habits.relearning_ratings:
        assert row == pytest.approx((0.2, 0.2, 0.4, 0.2), abs=0.01)
    assert habits.learning_ratings[2] == pytest.approx(DEFAULT_HABITS.learning_ratings[2], abs=0.002)


def test_fast_learner_is_fast_with_rare_ratings_too() -> None:
    habits = estimate_habits([RatingTotals(ReviewKind.REVIEW, None, Rating.GOOD, 2000, 8000)])
    assert habits.seconds[ReviewKind.REVIEW][Rating.EASY - 1] == pytest.approx(8.94 * 4 / 12.38, rel=0.1)


@given(st.lists(TOTALS, max_size=20))
def test_probabilities_add_up_to_one(totals: list[RatingTotals]) -> None:
    habits = estimate_habits(totals)
    for row in (
        habits.first_ratings,
        habits.recalled_ratings,
        *habits.learning_ratings,
        *habits.relearning_ratings,
    ):
        assert sum(row) == pytest.approx(1)
        assert min(row) > 0
    assert all(seconds > 0 for row in habits.seconds for seconds in row)

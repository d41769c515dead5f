"""The probability of many lapses, compared with an enumeration of everything that could have happened."""

from itertools import product
from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.statistics.leeches import estimate_lapses
from studyapp.core.statistics.review_facts import IntervalClass, ReviewFact, ReviewKind
from studyapp.core.study.rating import Rating


def fact(predicted: float | None, rating: Rating) -> ReviewFact:
    return ReviewFact(
        1, 1, ReviewKind.REVIEW, IntervalClass.YOUNG, rating, 0, None, predicted, 1.0, None, None
    )


histories = st.lists(st.tuples(st.none() | st.floats(0, 1), st.sampled_from(Rating)), max_size=8)


@given(histories)
def test_estimate_is_that_of_an_enumeration(history: list[tuple[float | None, Rating]]) -> None:
    estimate = estimate_lapses(fact(*one) for one in history)
    predicted = [(probability, rating) for probability, rating in history if probability is not None]
    if not predicted:
        assert estimate is None
        return
    assert estimate is not None
    assert estimate.lapses == sum(rating is Rating.AGAIN for _, rating in predicted)
    assert estimate.expected == pytest.approx(sum(1 - probability for probability, _ in predicted))
    assert estimate.probability == pytest.approx(
        sum(
            prod(
                1 - probability if lapses else probability
                for lapses, (probability, _) in zip(outcome, predicted, strict=True)
            )
            for outcome in product((False, True), repeat=len(predicted))
            if sum(outcome) >= estimate.lapses
        )
    )

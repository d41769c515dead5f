"""Values by study day, compared with a dictionary of all of them."""

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.statistics.review_counts import CardGroup, RecallCount, reviews_by_day
from studyapp.core.statistics.review_facts import IntervalClass, ReviewKind
from studyapp.core.statistics.review_totals import ByDay, DayTotal, DayTotals, ReviewTotal
from studyapp.core.statistics.true_retention import Retention, retention_by_day

totals = st.builds(
    DayTotal,
    st.integers(-3, 9),
    st.sampled_from(ReviewKind),
    st.sampled_from(IntervalClass),
    st.integers(1, 5),
    st.integers(0, 5),
    st.integers(0, 900),
)


def columns(of_days: Iterable[DayTotal]) -> DayTotals:
    return DayTotals(*zip(*sorted(of_days), strict=True)) if of_days else DayTotals()


@given(st.lists(totals))
def test_value_of_a_day_is_made_of_its_totals_that_count(of_days: list[DayTotal]) -> None:
    expected: dict[int, list[DayTotal]] = {}
    for total in sorted(of_days):
        expected.setdefault(total.day, []).append(total)
    expected = {day: found for day, found in expected.items() if any(one.again for one in found)}
    by_day = ByDay(columns(of_days), list, counts=columns(of_days).again)
    assert by_day == expected
    assert list(by_day) == list(expected)
    assert len(by_day) == len(expected)
    for day in range(-4, 11):
        assert (day in by_day) is (day in expected)
        assert by_day.get(day) == expected.get(day)


def test_reviews_and_retention_of_a_day() -> None:
    of_days = columns(
        [
            DayTotal(1, ReviewKind.REVIEW, IntervalClass.YOUNG, 4, 1, 100),
            DayTotal(1, ReviewKind.REVIEW, IntervalClass.UNDER_A_DAY, 2, 1, 10),
            DayTotal(1, ReviewKind.REVIEW, IntervalClass.MATURE, 3, 0, 200),
            DayTotal(2, ReviewKind.LEARNING, IntervalClass.UNDER_A_DAY, 7, 2, 400),
        ]
    )
    assert reviews_by_day(of_days) == {
        1: {CardGroup.YOUNG: ReviewTotal(6, 110), CardGroup.MATURE: ReviewTotal(3, 200)},
        2: {CardGroup.LEARNING: ReviewTotal(7, 400)},
    }
    assert retention_by_day(of_days) == {1: Retention(RecallCount(4, 3), RecallCount(3, 3))}

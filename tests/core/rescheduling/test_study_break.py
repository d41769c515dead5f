import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.rescheduling.study_break import (
    StudyTotals,
    count_missed_days,
    is_break,
    suggest_minutes,
    usual_day,
)


def test_days_between_the_last_reviews_and_today_are_missed() -> None:
    assert [count_missed_days(100, today) for today in (99, 100, 101, 102, 106)] == [0, 0, 0, 1, 5]


@pytest.mark.parametrize(
    ("missed_days", "overdue", "usual_reviews", "expected"),
    [
        (3, 500, 10, False),  # a long weekend
        (4, 500, 10, True),
        (4, 19, 1, False),
        (4, 20, 1, True),
        (60, 90, 60, False),  # a usual day does it
        (60, 91, 60, True),
        (60, 30, None, True),
    ],
)
def test_break_leads_to_more_than_a_usual_day(
    missed_days: int, overdue: int, usual_reviews: float | None, expected: bool
) -> None:
    usual = None if usual_reviews is None else StudyTotals(usual_reviews, 10)
    assert is_break(missed_days, overdue, usual) == expected


def test_usual_day_is_the_median() -> None:
    assert usual_day([]) is None
    days = [StudyTotals(10, 3), StudyTotals(500, 90), StudyTotals(12, 5)]
    assert usual_day(days) == StudyTotals(12, 5)


@given(st.floats(0, 500))
def test_minutes_are_those_of_a_usual_day_within_bounds(minutes: float) -> None:
    suggested = suggest_minutes(StudyTotals(30, minutes), 0)
    assert 10 <= suggested <= 60
    if 10 <= minutes <= 60:
        assert abs(suggested - minutes) <= 0.5
    assert suggest_minutes(StudyTotals(30, minutes), 7) == 7
    assert suggest_minutes(None, 0) == 20

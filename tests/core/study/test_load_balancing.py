"""Days with fewer cards are more likely, easy days and days off less."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.options.study_options import DayLoad
from studyapp.core.study.fuzz import choose_by_weight, fuzz_bounds, fuzz_interval
from studyapp.core.study.load_balancing import DayShares, weigh_day, weigh_days_for_card
from studyapp.core.study.next_due import StepMinutes, next_due_by_rating
from studyapp.core.study.rating import Rating
from studyapp.core.study.schedule import ReviewPhase, Schedule
from studyapp.core.study.scheduler import Memory
from tests.core.journals import SCHEDULER

EVERY_DAY = DayShares((DayLoad.NORMAL,) * 7, frozenset())
factors = st.floats(0, 1, exclude_max=True)


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=9), factors)
def test_a_weight_of_zero_is_chosen_only_if_all_are_zero(weights: list[float], factor: float) -> None:
    index = choose_by_weight(weights, factor)
    assert weights[index] > 0 or not any(weights)


def test_choices_are_as_frequent_as_their_weights() -> None:
    chosen = Counter(choose_by_weight([1, 0, 2, 1], step / 400) for step in range(400))
    assert chosen == {0: 100, 2: 200, 3: 100}
    assert Counter(choose_by_weight([0, 0], step / 10) for step in range(10)) == {0: 5, 1: 5}


@given(st.floats(0.1, 5000), factors, st.integers(1, 100), st.lists(st.floats(0, 9), min_size=9))
def test_interval_stays_within_fuzz_bounds(
    interval: float, factor: float, minimum: int, weights: list[float]
) -> None:
    weighed: list[range] = []

    def weigh(intervals: range) -> list[float]:
        weighed.append(intervals)
        return [weights[days % len(weights)] for days in intervals]

    days = fuzz_interval(interval, factor, minimum, weigh)
    possible = {fuzz_interval(interval, step / 1000, minimum) for step in range(1000)}
    assert min(possible) <= days <= max(possible)
    assert all(intervals == range(min(possible), max(possible) + 1) for intervals in weighed)


def test_shares_of_weekdays_and_days_off() -> None:
    monday = date(2024, 1, 1).toordinal() - date(1970, 1, 1).toordinal()
    loads = (DayLoad.REDUCED, *[DayLoad.NORMAL] * 5, DayLoad.MINIMUM)
    shares = DayShares(loads, frozenset({monday + 2}))
    assert [shares.share_on(monday + day) for day in range(8)] == [0.5, 1, 0, 1, 1, 1, 0, 0.5]


def test_busy_days_are_avoided_and_a_day_without_share_is_never_chosen() -> None:
    assert weigh_day(1.0, 0) > weigh_day(1.0, 1) > weigh_day(1.0, 10) > 0
    assert weigh_day(0.0, 0) == 0


def test_sibling_and_longer_interval_count_against_a_day() -> None:
    weights = weigh_days_for_card(range(103, 106), 100, dict.fromkeys(range(200), 1.0), {104, 300})
    assert weights == pytest.approx([1 / 3, 0.01 / 4, 1 / 5])


@pytest.mark.parametrize(
    ("load", "expected"), [(DayLoad.NORMAL, 1.0), (DayLoad.REDUCED, 0.5), (DayLoad.MINIMUM, 0.0)]
)
def test_a_weekday_ends_up_with_its_share_of_cards(load: DayLoad, expected: float) -> None:
    shares = DayShares((load, *[DayLoad.NORMAL] * 6), frozenset())
    counts = dict.fromkeys(range(7), 0)
    for number in range(7000):
        weights = [weigh_day(shares.share_on(day + 4), counts[day]) for day in range(7)]  # day 4 is a Monday
        counts[choose_by_weight(weights, number * 0.618034 % 1)] += 1
    others = sum(counts[day] for day in range(1, 7)) / 6
    assert counts[0] / others == pytest.approx(expected, abs=0.02)


def test_intervals_keep_their_average_length_when_later_days_are_emptier() -> None:
    """The number of cards due falls with the distance, as in collections that were studied for a while."""
    weight_by_day = {day: weigh_day(1.0, round(60 * 0.99**day)) for day in range(400)}

    def mean(interval: float) -> float:
        weights = weigh_days_for_card(
            range(fuzz_bounds(interval)[0], fuzz_bounds(interval)[1] + 1), 0, weight_by_day, ()
        )
        chosen = [choose_by_weight(weights, step / 500) for step in range(500)]
        return fuzz_bounds(interval)[0] + sum(chosen) / len(chosen)

    for interval in (10, 30, 100, 300):
        assert mean(interval) == pytest.approx(interval, rel=0.05)


def test_due_days_of_all_ratings_avoid_days_without_weight() -> None:
    schedule = Schedule(ReviewPhase(Memory(30.0, 5.0), 100), 3, 0, 1, 70)
    for step in range(50):
        found = next_due_by_rating(
            schedule,
            0,
            100,
            SCHEDULER,
            StepMinutes(),
            step / 50,
            lambda days: [float(day % 2 == 0) for day in days],
        )
        assert all(found[rating].due_day % 2 == 0 for rating in (Rating.HARD, Rating.GOOD, Rating.EASY))  # type: ignore[operator]
        assert all(found[rating].due_day == 100 + found[rating].delay for rating in list(Rating)[1:])

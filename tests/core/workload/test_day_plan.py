from functools import partial
from random import Random
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.study.scheduler import Scheduler
from studyapp.core.study.study_queue import CardCounts
from studyapp.core.workload.day_plan import (
    CardTimes,
    StudiedCards,
    cards_within,
    estimate_seconds,
    estimate_times,
    plan_day,
)
from studyapp.core.workload.habits import DEFAULT_HABITS, Habits
from studyapp.core.workload.simulated_limits import plan_simulated_day
from studyapp.core.workload.simulated_study import SimulatedDay, SimulatedStudy
from studyapp.core.workload.simulation import simulate

PARAMETERS = Scheduler().parameters

FORGETFUL = Scheduler(
    (*(stability / 2 for stability in PARAMETERS[:4]), *PARAMETERS[4:8], 1.4, *PARAMETERS[9:])
)
"""Stability is half as long at first, and grows less."""

RETENTIVE = Scheduler(
    (*(stability * 1.5 for stability in PARAMETERS[:4]), *PARAMETERS[4:8], 2.3, *PARAMETERS[9:])
)

SHORT_HOLIDAY, LONG_HOLIDAY = range(100, 107), range(230, 244)


def with_pace(factor: float) -> Habits:
    return DEFAULT_HABITS._replace(
        seconds=tuple(tuple(seconds * factor for seconds in row) for row in DEFAULT_HABITS.seconds)
    )


def simulate_year(
    minutes: int,
    seed: int,
    learner: Scheduler | None = None,
    habits: Habits = DEFAULT_HABITS,
    retention: float = 0.9,
) -> list[SimulatedDay]:
    study = SimulatedStudy(
        Scheduler(desired_retention=retention),
        new_cards=9000,
        habits=habits,
        learner=learner,
        days_off=frozenset({*SHORT_HOLIDAY, *LONG_HOLIDAY}),
    )
    return list(simulate(study, 0, 365, partial(plan_simulated_day, minutes=minutes), Random(seed).random))


@pytest.mark.parametrize(
    ("learner", "habits"),
    [
        (None, DEFAULT_HABITS),
        (FORGETFUL, DEFAULT_HABITS),
        (RETENTIVE, DEFAULT_HABITS),
        (FORGETFUL, with_pace(1.5)),
        (RETENTIVE, with_pace(0.6)),
    ],
)
def test_twenty_minutes_are_kept_over_a_year_with_holidays(learner: Scheduler | None, habits: Habits) -> None:
    for seed in range(2):
        days = simulate_year(20, seed, learner, habits)
        studied = [day for day in days if day.day not in SHORT_HOLIDAY and day.day not in LONG_HOLIDAY]
        assert mean(17 <= day.minutes <= 23 for day in studied) > 0.95
        after_holidays = [day for day in studied if 107 <= day.day < 127 or 244 <= day.day < 264]
        assert mean(17 <= day.minutes <= 23 for day in after_holidays) >= 0.9


@pytest.mark.parametrize(("minutes", "retention"), [(10, 0.9), (20, 0.8), (20, 0.95), (60, 0.9)])
def test_other_minutes_and_retentions_are_kept_too(minutes: int, retention: float) -> None:
    days = simulate_year(minutes, 1, retention=retention)
    assert mean(abs(day.minutes - minutes) <= 0.15 * minutes for day in days if day.minutes) > 0.9


def test_new_cards_pause_after_a_holiday_until_the_backlog_is_gone() -> None:
    for seed in range(3):
        days = simulate_year(20, seed)
        after = days[LONG_HOLIDAY.stop :]
        worked_off = next(index for index, day in enumerate(after) if not day.waiting)
        assert 7 < worked_off < 30, "about 400 cards are overdue, and 60 more become due each day"
        assert all(day.new_cards == 0 for day in after[: worked_off - 1])
        assert mean(day.new_cards for day in after[worked_off:]) > 4
        assert max(day.waiting for day in after[worked_off + 10 :]) < 40, "afterwards, hardly any wait"


@given(st.integers(1, 300), st.integers(0, 2000), st.floats(1, 100), st.floats(1, 60))
def test_due_cards_come_before_new_ones(
    minutes: int, due: int, new_seconds: float, review_seconds: float
) -> None:
    limits = plan_day(minutes, due, CardTimes(new_seconds, review_seconds))
    planned = limits.new_cards * new_seconds + min(due, limits.reviews) * review_seconds
    assert planned <= 1.05 * 60 * minutes + new_seconds / 2
    if due > limits.reviews:
        assert limits.new_cards * new_seconds <= review_seconds + new_seconds / 2
    assert limits.seconds == 60 * minutes


@given(st.integers(1, 60), st.integers(0, 200), st.integers(0, 50), st.integers(0, 5), st.data())
def test_plan_only_shrinks_during_the_day(
    minutes: int, due: int, new: int, learning: int, data: st.DataObject
) -> None:
    times = CardTimes()
    limits = plan_day(minutes, due, times)
    counts = CardCounts(new, learning, due)
    left = cards_within(counts, limits, StudiedCards(), times)
    assert left.learning == learning
    assert (left.new, left.review) == (min(left.new, limits.new_cards), min(due, limits.reviews))
    new_done, reviews_done = data.draw(st.integers(0, left.new)), data.draw(st.integers(0, left.review))
    seconds = data.draw(st.floats(0, 4000))
    studied = StudiedCards(new_done, 0, reviews_done, seconds)
    later = cards_within(CardCounts(new - new_done, learning, due - reviews_done), limits, studied, times)
    assert later.new <= limits.new_cards - new_done
    assert later.review <= limits.reviews - reviews_done
    if seconds >= 60 * minutes:
        assert later == CardCounts(learning=learning)


def test_new_cards_are_left_out_if_reviews_took_longer() -> None:
    times = CardTimes(40, 15)
    limits = plan_day(20, 40, times)
    assert (limits.new_cards, limits.reviews) == (16, 84)
    assert cards_within(CardCounts(50, 0, 40), limits, StudiedCards(), times) == CardCounts(16, 0, 40)
    as_expected, slower = StudiedCards(0, 0, 40, 600), StudiedCards(0, 0, 40, 900)
    assert cards_within(CardCounts(50), limits, as_expected, times) == CardCounts(16)
    assert cards_within(CardCounts(50), limits, slower, times) == CardCounts(9)


def test_times_follow_the_learner() -> None:
    assert estimate_times(StudiedCards()) == CardTimes()
    times = estimate_times(StudiedCards(6000, 60_000, 6000, 30_000))
    assert times.new_card == pytest.approx(10, rel=0.05)
    assert times.review == pytest.approx(5, rel=0.05)


def test_cards_of_a_day_take_their_time_and_at_most_the_minutes() -> None:
    times, studied = (
        CardTimes(new_card=40, review=10),
        StudiedCards(new_cards=1, new_seconds=30, review_seconds=90),
    )
    limits = plan_day(20, 50, times)
    assert estimate_seconds(CardCounts(new=2, learning=1, review=30), limits, studied, times) == 390
    assert estimate_seconds(CardCounts(new=9, learning=1, review=90), limits, studied, times) == 1080
    over = studied._replace(review_seconds=1300)
    assert estimate_seconds(CardCounts(learning=1), limits, over, times) == 0

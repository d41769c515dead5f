from functools import partial
from random import Random

import pytest

from studyapp.core.study.scheduler import Memory, Scheduler
from studyapp.core.workload.day_plan import DayLimits
from studyapp.core.workload.retention_comparison import simulate_retention
from studyapp.core.workload.simulated_limits import fixed_limits, plan_simulated_day
from studyapp.core.workload.simulated_study import DayStart, SimulatedCard, SimulatedStudy


def test_lower_retention_teaches_more_in_the_same_minutes() -> None:
    study = SimulatedStudy(Scheduler(), new_cards=5000)
    limits = partial(plan_simulated_day, minutes=10)
    low, high = (
        simulate_retention(study, percent, 0, 180, limits, [Random(seed).random for seed in range(2)])
        for percent in (80, 95)
    )
    assert low.remembered > 1.2 * high.remembered
    assert low.new_cards > high.new_cards
    assert low.minutes_a_day == pytest.approx(10, abs=0.5)
    assert high.minutes_a_day == pytest.approx(10, abs=0.5)


def test_higher_retention_takes_more_minutes_for_the_same_cards() -> None:
    cards = [SimulatedCard(Memory(30, 5), -10, day % 30) for day in range(300)]
    low, high = (
        simulate_retention(
            SimulatedStudy(Scheduler(), cards, days_off=frozenset({3})),
            percent,
            0,
            90,
            fixed_limits(DayLimits(0, 9999)),
            [Random(1).random],
        )
        for percent in (75, 95)
    )
    assert high.minutes_a_day > 1.5 * low.minutes_a_day
    assert high.remembered > low.remembered


def test_shares_of_limits_add_up() -> None:
    choose = fixed_limits(DayLimits(20, 100), 3)
    chosen = [choose(DayStart(day, 0, (), 0, ())) for day in range(30)]
    assert sum(limits.new_cards for limits in chosen) == 200
    assert sum(limits.reviews for limits in chosen) == 1000
    assert {limits.new_cards for limits in chosen} == {6, 7}

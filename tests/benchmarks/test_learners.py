"""The simulated learners behind docs/learning.md."""

import random
from itertools import pairwise, product

import pytest

from benchmarks.learners.comparison import LEARNERS, WAYS, make_course, simulate_year
from benchmarks.learners.exam_comparison import prepare_for_exam
from benchmarks.learners.exam_forecasts import ExamKind, simulate_exam
from benchmarks.learners.learner import FsrsLearner, PrerequisiteLearner, TwoTraceLearner
from benchmarks.learners.load_balancing import simulate_load
from benchmarks.learners.recovery import measure_excess
from benchmarks.learners.scheduling import Sm2Scheduling
from studyapp.core.study.rating import Rating
from studyapp.core.study.scheduler import Scheduler

DAYS = 40


@pytest.mark.parametrize(("learner", "way"), list(product(("other parameters", "two traces"), WAYS)))
def test_a_learner_studies_and_rests_on_days_off(learner: str, way: str) -> None:
    year = simulate_year(learner, way, 1, DAYS, frozenset({10, 11}))
    rests = [day for day, minutes in enumerate(year.minutes_by_day) if not minutes]
    assert rests == [10, 11]
    assert 0 < year.known_on_average < 20 * DAYS * 1.5
    assert year == simulate_year(learner, way, 1, DAYS, frozenset({10, 11}))


@pytest.mark.parametrize("minutes", [0, 20])
def test_an_exam_is_expected_as_it_turns_out(minutes: int) -> None:
    forecast, probability, recalled = simulate_exam("as FSRS assumes", ExamKind(10, 300, 0.95, minutes), 1)
    assert abs(probability - forecast.expected) < 0.03
    assert abs(recalled - probability) < 0.08
    assert forecast.low < probability < forecast.high


def test_a_plan_for_an_exam_adds_reviews_in_its_last_days() -> None:
    unplanned, planned = (
        prepare_for_exam("as FSRS assumes", way, 1)
        for way in ("no plan", "planned 30 days before, target 95 %")
    )
    assert planned.recalled > unplanned.recalled + 0.01
    assert unplanned.minutes < planned.minutes < 1.2 * unplanned.minutes


def test_load_balancing_makes_days_more_even() -> None:
    alone, balanced = (simulate_load(way, 1, 130) for way in ("fuzz alone", "fuzz with load balancing"))
    assert balanced.deviation < alone.deviation
    assert balanced.interval_ratio == pytest.approx(1, abs=0.03)
    assert balanced.recalled == pytest.approx(alone.recalled, abs=0.02)


def test_prerequisites_lower_recall_by_their_effect_only_while_they_are_unknown() -> None:
    for effect in (0.0, 0.5):
        inner = FsrsLearner(Scheduler().parameters, 0.0, random.Random(1))
        learner = PrerequisiteLearner(inner, {2: (1,)}, effect)
        learner.review(2, 0.0, Rating.GOOD)
        assert learner.recall(2, 0.0) == pytest.approx(1 - effect)
        learner.review(1, 0.0, Rating.GOOD)
        assert learner.recall(2, 0.0) == pytest.approx(1.0)


def test_two_traces_last_longer_after_spaced_reviews() -> None:
    massed, spaced = TwoTraceLearner(random.Random(1)), TwoTraceLearner(random.Random(1))
    for at in (0.0, 0.01, 0.02):
        massed.review(1, at, Rating.GOOD)
    for at in (0.0, 3.0, 9.0):
        spaced.review(1, at, Rating.GOOD)
    assert spaced.recall(1, 39.0) > massed.recall(1, 30.02)


def test_sm2_multiplies_intervals_by_the_ease() -> None:
    sm2, day = Sm2Scheduling(1), 0
    sm2.rate(1, Rating.GOOD, 0.0)
    intervals = []
    for _ in range(4):
        due = sm2.rate(1, Rating.GOOD, float(day)).day
        assert due is not None
        intervals.append(due - day)
        day = due
    assert intervals[0] == 1
    assert all(2 <= after / before <= 4 for before, after in pairwise(intervals[1:]))
    lapse = sm2.rate(1, Rating.AGAIN, float(day))
    assert lapse.minutes == 10


def test_new_cards_wait_for_their_prerequisites_only_if_the_course_says_so() -> None:
    course = make_course(random.Random(1), 200, waits_for_prerequisites=True)
    order = {card: place for place, card in enumerate(course.cards)}
    assert any(
        order[needed] > order[card]
        for card, all_needed in course.prerequisites.items()
        for needed in all_needed
    )
    assert sorted(course.cards) == list(range(200))
    assert len(LEARNERS) == 7


def test_parameters_of_a_learner_are_recovered() -> None:
    few, many = (sum(measure_excess(seed, count, 5_000) for seed in (1, 2)) / 2 for count in (500, 10_000))
    assert many < 0.01 < few

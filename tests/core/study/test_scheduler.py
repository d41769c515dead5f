import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.options.study_options import StudyOptions
from studyapp.core.study.fuzz import MAX_INTERVAL_DAYS, fuzz_bounds, fuzz_interval, round_half_up
from studyapp.core.study.rating import Rating
from studyapp.core.study.schedule import LearningPhase, RelearningPhase, ReviewPhase, fold
from studyapp.core.study.scheduler import Memory, Scheduler
from tests.core.journals import SCHEDULER, review_when_due, reviews


@pytest.mark.parametrize(
    ("rating", "stability", "difficulty"),
    [(1, 0.212, 6.4133), (2, 1.2931, 5.11217071), (3, 2.3065, 2.11810397), (4, 8.2956, 1.0)],
)
def test_first_rating_gives_fsrs_6_initial_memory(rating: int, stability: float, difficulty: float) -> None:
    memory = SCHEDULER.memory_after(None, 0, Rating(rating))
    assert memory.stability == pytest.approx(stability, rel=1e-6)
    assert memory.difficulty == pytest.approx(difficulty, rel=1e-6)


def test_memory_matches_reference_implementation() -> None:
    days = (0, 0, 1, 4, 12, 33)
    memory = fold(reviews(zip(days, (1, 3, 3, 3, 3, 3), strict=True)), SCHEDULER).memory
    assert memory is not None
    assert memory.stability == pytest.approx(53.62691, rel=1e-6)
    assert memory.difficulty == pytest.approx(6.3574867, rel=1e-6)


def test_intervals_match_reference_implementation() -> None:
    found = review_when_due((3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3))
    days = [0 if due.due_day is None else due.delay for due, _ in found]
    assert days == [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]
    kinds = [type(schedule.phase) for _, schedule in found]
    assert kinds == [LearningPhase, *[ReviewPhase] * 5, *[RelearningPhase] * 2, *[ReviewPhase] * 5]


def test_review_dated_before_previous_one_counts_as_same_day() -> None:
    back = fold(reviews([(100, 3), (110, 3), (40, 3)]), SCHEDULER)
    same_day = fold(reviews([(100, 3), (110, 3), (110, 3)]), SCHEDULER)
    assert back.memory == same_day.memory
    assert back.last_review_day == 110
    onwards = fold(reviews([(100, 3), (110, 3), (40, 3), (120, 3)]), SCHEDULER)
    assert onwards.memory == fold(reviews([(100, 3), (110, 3), (110, 3), (120, 3)]), SCHEDULER).memory


@pytest.mark.parametrize(
    ("interval", "bounds"),
    [
        (1, (1, 1)),
        (2.4, (2, 2)),
        (2.5, (2, 4)),
        (7, (5, 9)),
        (17, (14, 20)),
        (18.4, (16, 21)),
        (37, (33, 41)),
    ],
)
def test_fuzz_bounds_match_anki(interval: float, bounds: tuple[int, int]) -> None:
    assert fuzz_bounds(interval) == bounds


@given(st.floats(0.01, 50_000), st.floats(0, 1, exclude_max=True), st.integers(1, 100))
def test_fuzzed_interval_stays_within_bounds(interval: float, fuzz_factor: float, at_least: int) -> None:
    lowest, highest = fuzz_bounds(interval)
    days = fuzz_interval(interval, fuzz_factor, at_least)
    assert at_least <= days <= MAX_INTERVAL_DAYS
    # Where `at_least` exceeds the upper bound, fuzz may still add one day.
    assert min(lowest, MAX_INTERVAL_DAYS) <= days <= max(highest, at_least + 1)


def test_fuzz_reaches_both_bounds() -> None:
    reached = {fuzz_interval(37, step / 100) for step in range(100)}
    assert reached == set(range(33, 42))


@pytest.mark.parametrize(("number", "rounded"), [(0.5, 1), (1.5, 2), (2.5, 3), (2.4999, 2), (3.0, 3)])
def test_halves_are_rounded_up(number: float, rounded: int) -> None:
    assert round_half_up(number) == rounded


def test_retrievability_is_90_percent_after_one_stability() -> None:
    memory = Memory(stability=12.5, difficulty=5)
    assert SCHEDULER.retrievability(memory, 0) == 1
    assert SCHEDULER.retrievability(memory, 12.5) == pytest.approx(0.9)
    assert SCHEDULER.retrievability(memory, -3) == 1


@given(st.floats(0.1, 1000), st.integers(0, 2000))
def test_retrievability_decreases_with_time_and_stays_a_probability(stability: float, days: int) -> None:
    now, later = (SCHEDULER.retrievability(Memory(stability, 5), day) for day in (days, days + 1))
    assert 0 < later < now <= 1


@given(st.lists(st.tuples(st.integers(0, 400), st.sampled_from(Rating)), min_size=1, max_size=20))
def test_memory_stays_within_model_limits(history: list[tuple[int, Rating]]) -> None:
    memory: Memory | None = None
    for elapsed, rating in history:
        memory = SCHEDULER.memory_after(memory, elapsed, rating)
        assert 0 < memory.stability <= MAX_INTERVAL_DAYS
        assert 1 <= memory.difficulty <= 10
        assert not math.isnan(memory.stability)


def test_desired_retention_of_a_deck_is_in_percent() -> None:
    scheduler = Scheduler((*SCHEDULER.parameters[:20], 0.2)).for_options(
        StudyOptions(desired_retention_percent=85)
    )
    assert scheduler == Scheduler((*SCHEDULER.parameters[:20], 0.2), 0.85)
    assert SCHEDULER.for_options(StudyOptions()) == SCHEDULER

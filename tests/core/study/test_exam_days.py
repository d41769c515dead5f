"""Cards for an exam are due once more in the last days before it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.exam_cards import choose_exam_cards
from studyapp.core.study.exam_days import ExamDays
from studyapp.core.study.next_due import StepMinutes, next_due_by_rating
from studyapp.core.study.rating import Rating
from studyapp.core.study.schedule import ReviewPhase, Schedule
from studyapp.core.study.scheduler import Memory
from studyapp.core.study.study_queue import DailyLimits, DeckCandidates, build_study_queue
from tests.core.journals import SCHEDULER


@pytest.mark.parametrize(
    ("planned_on", "last_days"),
    [
        (0, range(93, 100)),
        (72, range(93, 100)),
        (80, range(95, 100)),
        (93, range(99, 100)),
        (99, range(99, 100)),
    ],
)
def test_last_days_are_a_quarter_of_the_time_and_at_most_a_week(planned_on: int, last_days: range) -> None:
    assert ExamDays(100, planned_on, 0.9).last_days == last_days


def test_card_moves_only_if_it_would_not_be_seen_again_and_be_forgotten() -> None:
    exam = ExamDays(100, 0, 0.9)
    assert exam.days_for_last_review(50, 120, 0.8) == exam.last_days
    assert exam.days_for_last_review(50, 100, 0.8) == exam.last_days  # on the day of the exam, it is too late
    assert exam.days_for_last_review(50, 99, 0.8) is None
    assert exam.days_for_last_review(50, 120, 0.9) is None
    assert exam.days_for_last_review(93, 120, 0.8) is None


@given(
    st.floats(1, 400),
    st.integers(1, 200),
    st.integers(1, 120),
    st.floats(0.7, 0.99),
    st.floats(0, 1, exclude_max=True),
)
def test_a_card_that_is_rated_before_the_last_days_reaches_the_target_or_is_seen_again(
    stability: float, last: int, days_left: int, target: float, fuzz_factor: float
) -> None:
    exam = ExamDays(1000 + days_left, 1000 - 60, target)
    schedule = Schedule(ReviewPhase(Memory(stability, 5.0), 1000), 3, 0, 1, 1000 - last)
    found = next_due_by_rating(schedule, 0, 1000, SCHEDULER, StepMinutes(), fuzz_factor, exam=exam)
    plain = next_due_by_rating(schedule, 0, 1000, SCHEDULER, StepMinutes(), fuzz_factor)
    for rating in (Rating.HARD, Rating.GOOD, Rating.EASY):
        due_day = found[rating].due_day
        assert due_day is not None
        assert due_day == 1000 + found[rating].delay > 1000
        if exam.last_days.start <= 1000 or plain[rating].due_day < exam.day:  # type: ignore[operator]
            assert found[rating] == plain[rating]
        elif due_day >= exam.day:
            memory = SCHEDULER.memory_after(schedule.memory, last, rating)
            assert SCHEDULER.retrievability(memory, days_left) >= target - 1e-3
        else:
            assert due_day in exam.last_days


def cards(deck: str, *numbers: int) -> list[CardId]:
    return [CardId(deck, f"n{number}", 1) for number in numbers]


def test_exam_cards_come_first_within_the_limits() -> None:
    decks = [
        DeckCandidates(new_cards=cards("a", 1, 2, 3, 4), exam_cards=cards("a", 3, 4), limits=DailyLimits(3)),
        DeckCandidates(new_cards=cards("b", 1, 2, 3), exam_cards=cards("b", 2), limits=DailyLimits(3)),
    ]

    def new_cards(today: int, limit: int = 20) -> list[CardId]:
        limits = DailyLimits(new_cards_all_decks=limit)
        return list(build_study_queue(decks, limits, exam_cards_today=today).new_cards)

    assert new_cards(0) == cards("a", 1, 2, 3) + cards("b", 1, 2, 3)
    assert new_cards(1) == cards("a", 3, 1, 2) + cards("b", 1, 2, 3)
    assert new_cards(3) == cards("a", 3, 4) + cards("b", 2) + cards("a", 1) + cards("b", 1, 3)
    assert new_cards(3, limit=2) == cards("a", 3, 4)
    assert new_cards(9, limit=0) == []


def test_exam_card_waits_for_its_prerequisites() -> None:
    unmet = {"a/n1": ["a/n2"], "a/n2": [], "a/n3": ["b/other"]}
    chosen = choose_exam_cards(cards("a", 1, 2, 3), 3, lambda card: unmet[card.note_key], set())
    assert chosen == cards("a", 2)
    assert choose_exam_cards(cards("a", 2, 1), 3, lambda card: unmet[card.note_key], set()) == cards(
        "a", 2, 1
    )
    assert choose_exam_cards(cards("a", 2, 1), 3, None, {"a/n2"}) == cards("a", 1)

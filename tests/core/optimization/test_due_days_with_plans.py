"""Rescheduling keeps to exams and days off."""

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.cards.card_id import CardId
from studyapp.core.days_off.shifted_reviews import ShiftDirection, days_off_around, target_days
from studyapp.core.optimization.new_due_days import CardPlans, find_new_due_day
from studyapp.core.study.exam_days import ExamDays
from studyapp.core.study.schedule import ReviewPhase, Schedule
from studyapp.core.study.scheduler import Memory, Scheduler

LAST_DAY, TODAY = 1000, 1010
SCHEDULER = Scheduler()


def reviewed(stability: float, due_day: int) -> Schedule:
    """A card that was last reviewed on `LAST_DAY`. At 90 %, its interval is its stability."""
    return Schedule(
        phase=ReviewPhase(Memory(stability, 5.0), due_day),
        last_review_day=LAST_DAY,
        first_review_day=LAST_DAY - 50,
        review_count=4,
    )


def find(schedule: Schedule, plans: CardPlans, today: int = TODAY, note: str = "a") -> int:
    found = find_new_due_day(CardId("d", note, 1), schedule, SCHEDULER, today, plans)
    assert found is not None
    return found


cards = st.builds(reviewed, st.floats(5, 200), st.integers(TODAY + 1, TODAY + 150))
sets_of_days_off = st.frozensets(st.integers(TODAY - 20, TODAY + 150), max_size=120)
coming_exams = st.builds(
    ExamDays,
    st.integers(TODAY + 1, TODAY + 90),
    st.integers(TODAY - 60, TODAY),
    st.sampled_from((0.8, 0.9, 0.97)),
)
plans_of_card = st.builds(CardPlans, sets_of_days_off, st.none() | coming_exams)


@given(cards, plans_of_card)
def test_no_card_gets_a_day_off_and_rescheduling_again_changes_nothing(
    card: Schedule, plans: CardPlans
) -> None:
    assert isinstance(card.phase, ReviewPhase)
    found = find(card, plans)
    assert found == card.phase.due_day or (found not in plans.days_off and found >= TODAY)
    if found > TODAY:
        assert find(replace(card, phase=replace(card.phase, due_day=found)), plans) == found


@given(cards, coming_exams)
def test_cards_that_need_it_are_due_in_the_last_days_of_the_exam(card: Schedule, exam: ExamDays) -> None:
    found, usual = find(card, CardPlans(exam=exam)), find(card, CardPlans())
    assert card.memory is not None
    recall = SCHEDULER.retrievability(card.memory, exam.day - LAST_DAY)
    if usual < exam.day or recall >= exam.target or exam.last_days.start <= LAST_DAY:
        assert found == usual
    else:
        assert found in exam.last_days and found >= TODAY


def test_cards_that_were_brought_forward_stay() -> None:
    exam = ExamDays(TODAY + 20, TODAY - 10, 0.97)
    for day in exam.last_days:
        assert find(reviewed(60, day), CardPlans(exam=exam)) == day
        assert find(reviewed(60, day), CardPlans()) > exam.day


def test_days_off_within_the_last_days_of_an_exam_get_no_cards() -> None:
    exam = ExamDays(TODAY + 20, TODAY - 10, 0.97)
    off = frozenset(exam.last_days[1:-1])
    found = {find(reviewed(60, TODAY + 60), CardPlans(off, exam), note=f"n{number}") for number in range(40)}
    assert found == set(exam.last_days) - off
    all_off = frozenset(exam.last_days)
    assert find(reviewed(60, TODAY + 60), CardPlans(all_off, exam)) == exam.last_days.start - 1


def test_cards_that_were_moved_because_of_days_off_stay() -> None:
    ideal = LAST_DAY + 40
    off = frozenset(range(ideal - 5, ideal + 6))
    run = days_off_around(ideal, off)
    assert run == range(ideal - 5, ideal + 6)
    for direction in (ShiftDirection.BEFORE, ShiftDirection.AFTER):
        for day in target_days(direction, run, TODAY):
            assert find(reviewed(40, day), CardPlans(off)) == day
            after_the_days_off = run.stop
            if day > after_the_days_off:  # when they are over, too
                assert find(reviewed(40, day), CardPlans(off), after_the_days_off) == day
    moved_by_hand = find(reviewed(40, ideal + 60), CardPlans(off))
    assert moved_by_hand in {run.start - 1, run.stop}


def test_other_days_within_the_bounds_of_fuzz_are_chosen_instead_of_days_off() -> None:
    ideal = LAST_DAY + 40
    off = frozenset({ideal - 1, ideal, ideal + 1})
    card = reviewed(40, ideal + 90)
    found = Counter(find(card, CardPlans(off), note=f"n{number}") for number in range(300))
    usual = {find(card, CardPlans(), note=f"n{number}") for number in range(60)}
    assert set(found) == usual - off
    assert usual & off
    assert max(found.values()) < 2 * min(found.values())

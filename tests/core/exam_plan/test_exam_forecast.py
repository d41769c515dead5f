"""The expected share of an exam is that of simulated learners who follow the plan."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.cards.card_id import CardId
from studyapp.core.exam_plan.card_reviews import CardReviews, ExamCard
from studyapp.core.exam_plan.exam import Exam, NewCardPace, plan_new_cards
from studyapp.core.exam_plan.expected_days import NewCardsOfDeck, OtherCards, StudyLimits
from studyapp.core.exam_plan.forecast import ExamForecast, forecast_exam
from studyapp.core.study.exam_days import ExamDays
from studyapp.core.study.fuzz import compute_fuzz_factor
from studyapp.core.study.next_due import StepMinutes, next_due_by_rating
from studyapp.core.study.rating import Rating
from studyapp.core.study.schedule import (
    LearningPhase,
    NewPhase,
    RelearningPhase,
    ReviewPhase,
    Schedule,
    apply_entry,
)
from studyapp.core.study.scheduler import Memory, Scheduler
from tests.core.journals import entry

SCHEDULER = Scheduler()
MINUTES = StepMinutes()
NO_LIMIT = 9999


@given(st.integers(1, 200), st.integers(0, 500), st.integers(0, 60))
def test_pace_introduces_all_cards_before_the_last_days(days: int, new_cards: int, planned: int) -> None:
    exam = ExamDays(1000 + days, 1000 - planned, 0.9)
    left, today, pace = new_cards, 1000, plan_new_cards(exam, 1000, new_cards, 0)
    assert plan_new_cards(exam, 1000, new_cards - pace.today, pace.today).per_day == pace.per_day
    while left and today < exam.day:
        pace = plan_new_cards(exam, today, left, 0)
        left -= pace.today
        today += 1
    assert left == 0
    assert today - 1 <= max(1000, exam.last_days.start - 1)


def test_pace_catches_up_after_missed_days_and_ends_with_the_exam() -> None:
    exam = Exam("Physics", 130, 100, "deck:d").days
    assert plan_new_cards(exam, 100, 46, 0) == NewCardPace(2, 2, 122)
    assert plan_new_cards(exam, 112, 46, 0) == NewCardPace(5, 5, 122)
    assert plan_new_cards(exam, 112, 43, 3) == NewCardPace(2, 5, 122)
    assert plan_new_cards(exam, 112, 38, 8) == NewCardPace(0, 5, 122)
    assert plan_new_cards(exam, 126, 3, 0) == NewCardPace(3, 3, 126)
    assert plan_new_cards(exam, 130, 3, 0) == NewCardPace(0, 0, 130)


def find_forecast(
    exam: ExamDays,
    today: int,
    cards: list[ExamCard],
    new_cards: int,
    *,
    limits: StudyLimits = StudyLimits(NO_LIMIT, NO_LIMIT),  # noqa: B008
    seed: int = 1,
) -> ExamForecast:
    reviews = CardReviews(exam, SCHEDULER, Random(seed).random, limits.days_off)
    deck = NewCardsOfDeck(new_cards, NO_LIMIT)
    forecast = forecast_exam(exam, today, cards, [deck], OtherCards(), limits, reviews)
    assert forecast is not None
    return forecast


class SimulatedLearner:
    """Studies for an exam with the answer buttons of sessions, and remembers as `memory_of` says."""

    def __init__(self, exam: ExamDays, scheduler: Scheduler, truth: Scheduler, seed: int) -> None:
        self.exam, self.scheduler, self.truth = exam, scheduler, truth
        self.random = Random(seed)
        self.schedules: dict[CardId, Schedule] = {}
        self.true_memory: dict[CardId, Memory] = {}

    def rate(self, card: CardId, day: int, rating: Rating) -> None:
        schedule = self.schedules.get(card, Schedule())
        elapsed = 0 if schedule.last_review_day is None else day - schedule.last_review_day
        self.true_memory[card] = self.truth.memory_after(self.true_memory.get(card), elapsed, rating)
        due = next_due_by_rating(
            schedule,
            0,
            day,
            self.scheduler,
            MINUTES,
            compute_fuzz_factor(card, schedule.review_count),
            exam=self.exam,
        )[rating]
        written = entry(
            schedule.review_count + 1,
            rating=rating,
            due_day=due.due_day,
            due_at=due.due_at,
            day=day,
        )
        self.schedules[card] = apply_entry(schedule, written, self.scheduler)

    def recall(self, card: CardId, day: int) -> float:
        last_day = self.schedules[card].last_review_day
        assert last_day is not None
        return self.truth.retrievability(self.true_memory[card], day - last_day)

    def study_card(self, card: CardId, day: int) -> None:
        """Study a card until it is past its steps."""
        schedule = self.schedules.get(card, Schedule())
        if isinstance(schedule.phase, NewPhase):
            self.rate(card, day, Rating.AGAIN if self.random.random() < 0.25 else Rating.GOOD)
        else:
            self.rate(
                card, day, Rating.GOOD if self.random.random() < self.recall(card, day) else Rating.AGAIN
            )
        while isinstance(self.schedules[card].phase, LearningPhase | RelearningPhase):
            self.rate(card, day, Rating.GOOD)

    def study_day(self, day: int, new_cards: list[CardId]) -> None:
        for card, schedule in list(self.schedules.items()):
            if isinstance(schedule.phase, ReviewPhase) and schedule.phase.due_day <= day:
                self.study_card(card, day)
        for card in new_cards:
            self.study_card(card, day)

    def exam_cards(self) -> list[ExamCard]:
        return [
            ExamCard(schedule.phase.memory, schedule.last_review_day or 0, schedule.phase.due_day)
            for schedule in self.schedules.values()
            if isinstance(schedule.phase, ReviewPhase)
        ]


@pytest.mark.parametrize(
    ("days", "known", "new", "target"), [(40, 150, 150, 0.9), (15, 40, 120, 0.95), (90, 0, 250, 0.97)]
)
def test_expected_share_is_that_of_simulated_learners(days: int, known: int, new: int, target: float) -> None:
    """Within 3 points, for the mean over seeds; and 9 of 10 results are within the interval."""
    exam = ExamDays(200 + days, 200, target)
    errors, hits = [], 0
    for seed in range(8):
        learner = SimulatedLearner(exam, SCHEDULER, SCHEDULER, seed)
        for day in range(140, 200):  # known cards were learned before the exam was planned
            count = known // 60 + (day - 140 < known % 60)
            learner.study_day(day, [CardId("d", f"k{day}-{number}", 1) for number in range(count)])
        forecast = find_forecast(exam, 200, learner.exam_cards(), new, seed=seed)
        left = [CardId("d", f"n{number}", 1) for number in range(new)]
        for day in range(200, exam.day):
            today = plan_new_cards(exam, day, len(left), 0).today
            learner.study_day(day, left[:today])
            left = left[today:]
        assert left == []
        recalled = [learner.random.random() < learner.recall(card, exam.day) for card in learner.schedules]
        share = sum(recalled) / len(recalled)
        errors.append(share - forecast.expected)
        hits += forecast.low <= share <= forecast.high
        assert abs(share - forecast.expected) < 0.08
    assert abs(sum(errors) / len(errors)) < 0.015
    assert hits >= 6


def test_cards_that_are_not_introduced_count_as_forgotten() -> None:
    exam = ExamDays(120, 100, 0.9)
    full = find_forecast(exam, 100, [], 2)
    half = find_forecast(exam, 100, [], 400, limits=StudyLimits(2, NO_LIMIT))
    introduced = 2 * (exam.last_days.start - 100) + 2 * len(exam.last_days)
    assert half.expected == pytest.approx(full.expected * introduced / 400, abs=0.02)
    assert half.high <= introduced / 400


def test_interval_contains_the_expected_share_and_narrows_with_more_cards() -> None:
    exam = ExamDays(130, 100, 0.9)
    widths = []
    for count in (10, 100, 1000, 5000):
        found = find_forecast(exam, 100, [ExamCard(Memory(30.0, 5.0), 95, 118)] * count, 0)
        assert 0 <= found.low < found.expected < found.high <= 1
        widths.append(found.high - found.low)
    assert widths == sorted(widths, reverse=True)
    reviews = CardReviews(exam, SCHEDULER, Random(1).random)
    assert forecast_exam(exam, 100, [], [], OtherCards(), StudyLimits(20, 200), reviews) is None


def test_overdue_cards_are_reviewed_today() -> None:
    exam = ExamDays(101, 60, 0.5)
    late = [ExamCard(Memory(1.0, 5.0), 10, 11)] * 300
    found = find_forecast(exam, 100, late, 0)
    assert found.expected > 0.8 > SCHEDULER.retrievability(Memory(1.0, 5.0), 91)
    off = find_forecast(exam, 100, late, 0, limits=StudyLimits(20, NO_LIMIT, days_off=frozenset({100})))
    assert off.expected == pytest.approx(SCHEDULER.retrievability(Memory(1.0, 5.0), 91))

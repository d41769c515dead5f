"""What plans expect of exams, next to what simulated learners recall on the day."""

import random
from collections.abc import Collection, Mapping
from typing import NamedTuple

from benchmarks.learners.comparison import LEARNERS, make_course
from benchmarks.learners.daily_plans import FittingPlan, FixedPlan, MinutesPlan
from benchmarks.learners.exams import ExamPace, plan_exam
from benchmarks.learners.scheduling import FsrsScheduling
from benchmarks.learners.simulation import MORNING, DailyPlan, Simulation, StudiedDay
from studyapp.core.exam_plan.card_reviews import CardReviews, ExamCard
from studyapp.core.exam_plan.expected_days import NewCardsOfDeck, OtherCards, StudyLimits
from studyapp.core.exam_plan.forecast import ExamForecast, forecast_exam
from studyapp.core.study.exam_days import ExamDays
from studyapp.core.study.schedule import ReviewPhase
from studyapp.core.study.scheduler import Scheduler
from studyapp.core.workload.day_plan import DayLimits

PLANNED_ON = 62
"""The day on which exams are planned, after two months of study with 20 new cards a day."""

_COURSE_CARDS = 1700
_NO_LIMIT = 9999


class ExamKind(NamedTuple):
    """How many days before it an exam is planned, the number of its cards, of which a third is new then, and the target. `minutes` are
    those a day for all cards, 0 for no limit."""

    days_before: int
    cards: int
    target: float
    minutes: int = 0


EXAM_KINDS = [
    ExamKind(days, cards, target)
    for days in (10, 30, 60)
    for cards in (50, 300, 900)
    for target in (0.8, 0.9, 0.95)
] + [ExamKind(days, 300, 0.9, minutes) for days in (10, 30, 60) for minutes in (10, 20)]


class ExamResult(NamedTuple):
    """What the plan expected, the mean probability of recall on the morning of the exam, and the share that was recalled."""

    forecast: ExamForecast
    probability: float
    recalled: float


class _LatePlan(DailyPlan):
    """The default limits until an exam is planned. Meanwhile, `minutes` learns how long cards take."""

    def __init__(self, minutes: int) -> None:
        self.plan: DailyPlan = FixedPlan()
        self.minutes = MinutesPlan(minutes)
        self.brought_forward: Mapping[int, int] = {}

    def limits(self, day: int, due_count: int) -> DayLimits:
        return self.plan.limits(day, due_count)

    def finish_day(self, day: int, studied: StudiedDay) -> None:
        self.plan.finish_day(day, studied)
        if day < PLANNED_ON:
            self.minutes.finish_day(day, studied)

    def move_cards(self, day: int) -> Mapping[int, int]:
        return self.brought_forward if day == PLANNED_ON else {}


def simulate_exam(learner_name: str, kind: ExamKind, seed: int) -> ExamResult:
    """Simulate two months of study, the plan of an exam, and the time until it."""
    course = make_course(random.Random(seed), _COURSE_CARDS, waits_for_prerequisites=False)
    learner = LEARNERS[learner_name](random.Random(seed + 1), course)
    scheduling, plan = FsrsScheduling(Scheduler()), _LatePlan(kind.minutes)
    fitting = FittingPlan(scheduling, plan)
    simulation = Simulation(learner, scheduling, fitting, course, random.Random(seed + 2))
    for day in range(PLANNED_ON):
        simulation.study(day)
    source = random.Random(seed + 3)
    exam = ExamDays(PLANNED_ON + kind.days_before, PLANNED_ON, kind.target)
    new_cards = kind.cards // 3
    studied = source.sample(list(scheduling.schedules), kind.cards - new_cards)
    plan.brought_forward = plan_exam(scheduling, exam, studied)
    scheduling.exam_of_new_cards = exam
    daily: DailyPlan = plan.minutes if kind.minutes else FixedPlan(_NO_LIMIT, _NO_LIMIT)
    plan.plan = ExamPace(daily, exam, new_cards)
    limits = StudyLimits(_NO_LIMIT, _NO_LIMIT, kind.minutes, plan.minutes.times)
    forecast = _forecast(scheduling, exam, studied, new_cards, limits, source)
    for day in range(PLANNED_ON, exam.day):
        simulation.study(day)
    cards = [*studied, *(card for card in scheduling.exam_by_card if card not in studied)]
    recalls = [learner.recall(card, exam.day + MORNING) for card in cards]
    recalled = sum(source.random() < recall for recall in recalls)
    return ExamResult(forecast, sum(recalls) / kind.cards, recalled / kind.cards)


def _forecast(
    scheduling: FsrsScheduling,
    exam: ExamDays,
    studied: Collection[int],
    new_cards: int,
    limits: StudyLimits,
    source: random.Random,
) -> ExamForecast:
    of_exam = frozenset(studied)
    cards = [_exam_card(scheduling, card) for card in studied]
    others = [_exam_card(scheduling, card) for card in scheduling.schedules if card not in of_exam]
    reviews = CardReviews(exam, scheduling.scheduler, source.random)
    forecast = forecast_exam(
        exam, PLANNED_ON, cards, [NewCardsOfDeck(new_cards, _NO_LIMIT)], OtherCards(others), limits, reviews
    )
    assert forecast is not None, "there are cards"
    return forecast


def _exam_card(scheduling: FsrsScheduling, card: int) -> ExamCard:
    schedule = scheduling.schedules[card]
    assert schedule.memory and schedule.last_review_day is not None, "the card was studied"
    due_day = schedule.phase.due_day if isinstance(schedule.phase, ReviewPhase) else PLANNED_ON
    return ExamCard(schedule.memory, schedule.last_review_day, due_day)

"""An exam of a simulated learner: what the plan expects, and what is recalled on the day."""

import random
from typing import NamedTuple

from benchmarks.learners.comparison import LEARNERS, make_course
from benchmarks.learners.daily_plans import FittingPlan
from benchmarks.learners.scheduling import FsrsScheduling
from benchmarks.learners.simulation import MORNING, Simulation, StudiedDay
from studyapp.core.exam_plan.exam import plan_new_cards
from studyapp.core.exam_plan.forecast import ExamCard, ExamForecast, forecast_exam
from studyapp.core.study.exam_days import ExamDays
from studyapp.core.study.schedule import ReviewPhase
from studyapp.core.study.scheduler import Scheduler
from studyapp.core.workload.day_plan import DayLimits

CARDS, EXAM = 900, ExamDays(90, 0, 0.9)
FORECAST_ON = 60
"""The day on which the plan is asked what it expects."""


class ExamResult(NamedTuple):
    """The share that was expected 30 days before the exam, and the share of the cards that would be recalled on its morning."""

    forecast: ExamForecast
    recalled: float


class _ExamPlan:
    """Introduces new cards at the pace of the plan."""

    def __init__(self) -> None:
        self.new_cards = CARDS

    def limits(self, day: int, due_count: int) -> DayLimits:  # noqa: ARG002
        return DayLimits(plan_new_cards(EXAM, day, self.new_cards, 0).today, 9999)

    def finish_day(self, day: int, studied: StudiedDay) -> None:  # noqa: ARG002
        self.new_cards -= studied.new_cards


def simulate_exam(learner_name: str, seed: int) -> ExamResult:
    """Simulate the time until the exam."""
    course = make_course(random.Random(seed), CARDS, waits_for_prerequisites=True)
    learner = LEARNERS[learner_name](random.Random(seed + 1), course)
    scheduling, plan = FsrsScheduling(Scheduler(), EXAM), _ExamPlan()
    fitting = FittingPlan(scheduling, plan)
    simulation = Simulation(learner, scheduling, fitting, course, random.Random(seed + 2))
    for day in range(FORECAST_ON):
        simulation.study(day)
    pace = plan_new_cards(EXAM, FORECAST_ON, plan.new_cards, 0)
    studied = [
        ExamCard(schedule.memory, schedule.last_review_day, schedule.phase.due_day)
        for schedule in scheduling.schedules.values()
        if isinstance(schedule.phase, ReviewPhase)
        and schedule.memory
        and schedule.last_review_day is not None
    ]
    forecast = forecast_exam(
        EXAM, FORECAST_ON, studied, plan.new_cards, pace, scheduling.scheduler, random.Random(seed).random
    )
    assert forecast is not None, "there are cards"
    for day in range(FORECAST_ON, EXAM.day):
        simulation.study(day)
    return ExamResult(
        forecast, sum(learner.recall(card, EXAM.day + MORNING) for card in course.cards) / CARDS
    )

"""What simulated learners recall in an exam with and without a plan for it, and the minutes of study until then."""

import random
from collections.abc import Callable
from typing import NamedTuple

from benchmarks.learners.comparison import LEARNERS, make_course
from benchmarks.learners.daily_plans import FittingPlan, FixedPlan
from benchmarks.learners.exams import ExamPace, ExamSeries
from benchmarks.learners.scheduling import FsrsScheduling
from benchmarks.learners.simulation import MORNING, DailyPlan, Simulation
from studyapp.core.study.exam_days import ExamDays
from studyapp.core.study.scheduler import Scheduler

_CARDS, _EXAM_DAY = 900, 90


class ExamOutcome(NamedTuple):
    """The mean probability of recall on the morning of the exam, and the minutes of study before it."""

    recalled: float
    minutes: float


class Preparation(NamedTuple):
    """A way to learn for an exam: how much is studied on each day, and the desired retention."""

    make_plan: Callable[[FsrsScheduling], DailyPlan]
    desired_retention: float = 0.9


def _plan(scheduling: FsrsScheduling, planned_on: int, target: float, daily: DailyPlan) -> DailyPlan:
    return ExamSeries(scheduling, daily, [ExamDays(_EXAM_DAY, planned_on, target)])


def _plan_early(scheduling: FsrsScheduling) -> DailyPlan:
    daily = ExamPace(FixedPlan(), ExamDays(_EXAM_DAY, 0, 0.95), _CARDS)
    return _plan(scheduling, 0, 0.95, daily)


PREPARATIONS: dict[str, Preparation] = {
    "no plan": Preparation(lambda _: FixedPlan()),
    "planned 30 days before, target 90 %": Preparation(lambda cards: _plan(cards, 60, 0.9, FixedPlan())),
    "planned 30 days before, target 95 %": Preparation(lambda cards: _plan(cards, 60, 0.95, FixedPlan())),
    "no plan, desired retention 95 %": Preparation(lambda _: FixedPlan(), 0.95),
    "no plan, 11 new cards a day": Preparation(lambda _: FixedPlan(11)),
    "planned 90 days before, target 95 %": Preparation(_plan_early),
}


def prepare_for_exam(learner_name: str, preparation_name: str, seed: int) -> ExamOutcome:
    """Simulate the time until an exam of 900 cards on day 90."""
    preparation = PREPARATIONS[preparation_name]
    course = make_course(random.Random(seed), _CARDS, waits_for_prerequisites=True)
    learner = LEARNERS[learner_name](random.Random(seed + 1), course)
    scheduling = FsrsScheduling(Scheduler(desired_retention=preparation.desired_retention))
    plan = FittingPlan(scheduling, preparation.make_plan(scheduling))
    simulation = Simulation(learner, scheduling, plan, course, random.Random(seed + 2))
    minutes = sum(simulation.study(day).minutes for day in range(_EXAM_DAY))
    recalled = sum(learner.recall(card, _EXAM_DAY + MORNING) for card in course.cards)
    return ExamOutcome(recalled / _CARDS, minutes)

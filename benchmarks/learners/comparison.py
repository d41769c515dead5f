"""Compares ways to schedule for several kinds of simulated learners."""

import math
import random
import statistics
from collections.abc import Callable, Sequence
from typing import NamedTuple

from benchmarks.learners.daily_plans import FittingPlan, FixedPlan, MinutesPlan
from benchmarks.learners.exams import ExamSeries
from benchmarks.learners.learner import FsrsLearner, Learner, PrerequisiteLearner, TwoTraceLearner
from benchmarks.learners.scheduling import FsrsScheduling, Scheduling, Sm2Scheduling
from benchmarks.learners.simulation import Course, DailyPlan, Simulation
from studyapp.core.study.exam_days import ExamDays
from studyapp.core.study.scheduler import Scheduler

CARDS = 6_000
"""How many cards there are: some are left after a year of 20 minutes a day."""

_PARAMETER_SPREAD = 0.25
"""The standard deviation of the logarithms of the factors by which the parameters of another learner differ from the defaults."""


EXAMS = [ExamDays(day, day - 45, 0.95) for day in (90, 180, 270, 360)]
"""Exams in the year of those who plan exams."""


class Year(NamedTuple):
    """A simulated year: minutes on each day, and what was known on average."""

    minutes_by_day: tuple[float, ...]
    known_on_average: float

    @property
    def known_per_minute(self) -> float:
        """The cards known, averaged over all days, per minute that was studied in the year."""
        return self.known_on_average / sum(self.minutes_by_day)


def other_parameters(source: random.Random) -> tuple[float, ...]:
    """Return parameters of FSRS that differ from the defaults, so that a learner forgets faster or more slowly."""
    pace = math.exp(source.gauss(0.0, 0.5))
    defaults = Scheduler().parameters
    varied = [value * math.exp(source.gauss(0.0, _PARAMETER_SPREAD)) for value in defaults]
    first = sorted(value * pace for value in varied[:4])
    decay = min(0.5, max(0.1, varied[20]))
    return (*first, min(10.0, max(1.0, varied[4])), *varied[5:20], decay)


def make_course(source: random.Random, count: int = CARDS, *, waits_for_prerequisites: bool) -> Course:
    """Return cards of which most build on one or two others, in an order that doesn't care for that."""
    prerequisites = {
        card: tuple(source.sample(range(max(0, card - 60), card), min(card, source.choice((0, 1, 1, 2)))))
        for card in range(count)
    }
    cards = list(range(count))
    source.shuffle(cards)
    return Course(cards, prerequisites, waits_for_prerequisites)


LearnerFactory = Callable[[random.Random, Course], Learner]

LEARNERS: dict[str, LearnerFactory] = {
    "as FSRS assumes": lambda source, _: FsrsLearner(Scheduler().parameters, 0.0, source),
    "other parameters": lambda source, _: FsrsLearner(other_parameters(source), 0.4, source),
    "two traces": lambda source, _: TwoTraceLearner(source),
    "prerequisites, effect 0": lambda source, course: _with_prerequisites(source, course, 0.0),
    "prerequisites, effect 0.1": lambda source, course: _with_prerequisites(source, course, 0.1),
    "prerequisites, effect 0.3": lambda source, course: _with_prerequisites(source, course, 0.3),
    "prerequisites, effect 0.6": lambda source, course: _with_prerequisites(source, course, 0.6),
}


def _with_prerequisites(source: random.Random, course: Course, effect: float) -> Learner:
    inner = FsrsLearner(other_parameters(source), 0.4, source)
    return PrerequisiteLearner(inner, course.prerequisites, effect)


class Way(NamedTuple):
    """A way to schedule, and whether new cards wait for their prerequisites."""

    make: Callable[[int], tuple[Scheduling, DailyPlan]]
    waits_for_prerequisites: bool = True


def _fitted(_: int) -> tuple[Scheduling, DailyPlan]:
    scheduling = FsrsScheduling(Scheduler())
    return scheduling, FittingPlan(scheduling, FixedPlan())


def _minutes_a_day(_: int) -> tuple[Scheduling, DailyPlan]:
    scheduling = FsrsScheduling(Scheduler())
    return scheduling, FittingPlan(scheduling, MinutesPlan(20))


def _exams(_: int) -> tuple[Scheduling, DailyPlan]:
    scheduling = FsrsScheduling(Scheduler())
    return scheduling, FittingPlan(scheduling, ExamSeries(scheduling, FixedPlan(), EXAMS))


def _defaults(_: int) -> tuple[Scheduling, DailyPlan]:
    return FsrsScheduling(Scheduler()), FixedPlan()


WAYS: dict[str, Way] = {
    "Anki's defaults": Way(lambda seed: (Sm2Scheduling(seed), FixedPlan()), waits_for_prerequisites=False),
    "Anki, FSRS on": Way(_defaults, waits_for_prerequisites=False),
    "StudyApp, defaults": Way(_defaults),
    "StudyApp, fitted": Way(_fitted),
    "StudyApp, fitted, exams": Way(_exams),
    "StudyApp, fitted, 20 minutes a day": Way(_minutes_a_day),
}


def simulate_year(
    learner_name: str, way_name: str, seed: int, days: int = 365, days_off: frozenset[int] = frozenset()
) -> Year:
    """Simulate a year. The same seed gives the same learner and the same course to each way."""
    way = WAYS[way_name]
    course = make_course(random.Random(seed), waits_for_prerequisites=way.waits_for_prerequisites)
    learner = LEARNERS[learner_name](random.Random(seed + 1), course)
    scheduling, plan = way.make(seed)
    simulation = Simulation(learner, scheduling, plan, course, random.Random(seed + 2), days_off)
    studied = [simulation.study(day) for day in range(days)]
    return Year(
        tuple(day.minutes for day in studied),
        statistics.fmean(day.known for day in studied),
    )


class Interval(NamedTuple):
    """A mean over seeds, and half the width of its 95 % confidence interval."""

    mean: float
    margin: float

    def __str__(self) -> str:
        return f"{self.mean:.1f} ± {self.margin:.1f}"


_T_95 = {2: 12.71, 3: 4.30, 4: 3.18, 5: 2.78, 6: 2.57, 8: 2.36, 10: 2.26, 12: 2.20, 16: 2.13, 20: 2.09}
"""Quantiles of Student's t distribution by the number of values (one more than the degrees of freedom)."""


def interval_of(values: Sequence[float]) -> Interval:
    """Return the mean with its interval. `_T_95` must have the number of values."""
    return Interval(
        statistics.fmean(values), _T_95[len(values)] * statistics.stdev(values) / math.sqrt(len(values))
    )

"""How evenly reviews are spread over the days, with and without load balancing."""

import random
from collections import Counter
from collections.abc import Sequence
from statistics import fmean
from typing import NamedTuple

from benchmarks.learners.comparison import LEARNERS, make_course
from benchmarks.learners.daily_plans import FixedPlan
from benchmarks.learners.scheduling import Due, FsrsScheduling
from benchmarks.learners.simulation import Simulation
from studyapp.core.study.fuzz import WeighDays
from studyapp.core.study.load_balancing import weigh_day, weigh_days_for_card
from studyapp.core.study.next_due import StepMinutes, next_due_by_rating
from studyapp.core.study.rating import Rating
from studyapp.core.study.schedule import ReviewPhase, Schedule
from studyapp.core.study.scheduler import Scheduler
from studyapp.core.study.study_day import DAY_MS

_DAYS = 400
_FIRST_DAY = 100
"""Before it, the number of cards grows too fast to compare days."""

_THREE_WEEKS = 21


class Load(NamedTuple):
    """The standard deviation of a day's reviews from the mean of its three weeks, relative to that; the length of intervals
    relative to those without fuzz; and the share of reviews that were recalled."""

    deviation: float
    interval_ratio: float
    recalled: float


class _MeasuredScheduling(FsrsScheduling):
    """Notes the lengths of intervals, and which reviews were recalled. With `balances_load`, days with fewer cards are preferred."""

    def __init__(self, *, balances_load: bool) -> None:
        super().__init__(Scheduler())
        self._balances_load = balances_load
        self._due_counts: Counter[int] = Counter()
        self._minutes = StepMinutes()
        self.intervals, self.unfuzzed_intervals = 0, 0
        self.recalled: list[bool] = []

    def weigh_days(self, day: int) -> WeighDays | None:
        if not self._balances_load:
            return None

        def weigh(days: range) -> Sequence[float]:
            weight_by_day = {one: weigh_day(1.0, self._due_counts[one]) for one in days}
            return weigh_days_for_card(days, day, weight_by_day, ())

        return weigh

    def rate(self, card: int, rating: Rating, at: float) -> Due:
        before, day = self.schedules.get(card, Schedule()), int(at)
        due = super().rate(card, rating, at)
        if isinstance(before.phase, ReviewPhase):
            self._due_counts[before.phase.due_day] -= 1
            self.recalled.append(rating is not Rating.AGAIN)
        if due.day is not None:
            self._due_counts[due.day] += 1
            now = round(at * DAY_MS)
            unfuzzed = next_due_by_rating(before, now, day, self.scheduler, self._minutes, None)[rating]
            self.intervals += due.day - day
            self.unfuzzed_intervals += unfuzzed.delay
        return due


BALANCING = {"fuzz alone": False, "fuzz with load balancing": True}


def simulate_load(way: str, seed: int, days: int = _DAYS) -> Load:
    """Simulate days with 20 new cards a day."""
    course = make_course(random.Random(seed), 20 * days, waits_for_prerequisites=False)
    learner = LEARNERS["as FSRS assumes"](random.Random(seed + 1), course)
    scheduling = _MeasuredScheduling(balances_load=BALANCING[way])
    simulation = Simulation(learner, scheduling, FixedPlan(20, 9999), course, random.Random(seed + 2))
    reviews = [simulation.study(day).reviews for day in range(days)]
    deviations = []
    for day in range(_FIRST_DAY, days - _THREE_WEEKS // 2):
        mean = fmean(reviews[day - _THREE_WEEKS // 2 : day + _THREE_WEEKS // 2 + 1])
        deviations.append((reviews[day] / mean - 1) ** 2)
    ratio = scheduling.intervals / scheduling.unfuzzed_intervals
    return Load(fmean(deviations) ** 0.5, ratio, fmean(scheduling.recalled))

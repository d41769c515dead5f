"""How much is studied each day."""

from collections import deque
from collections.abc import Mapping

from benchmarks.learners.scheduling import FsrsScheduling
from benchmarks.learners.simulation import DailyPlan, StudiedDay
from studyapp.core.workload.day_plan import (
    RECENT_REVIEWS,
    CardTimes,
    DayLimits,
    StudiedCards,
    estimate_times,
    plan_day,
)

_FITTED_ON_DAYS = (30, 60, 120, 240)
"""After how many days the parameters are fitted. StudyApp does it about weekly; these show nearly all of the effect."""


class FixedPlan(DailyPlan):
    """The same limits on each day, by default those of Anki and StudyApp."""

    def __init__(self, new_cards: int = 20, reviews: int = 200) -> None:
        self._limits = DayLimits(new_cards, reviews)

    def limits(self, day: int, due_count: int) -> DayLimits:  # noqa: ARG002
        return self._limits

    def finish_day(self, day: int, studied: StudiedDay) -> None:
        pass


class MinutesPlan(DailyPlan):
    """Fills a number of minutes, as the option of StudyApp does, with times estimated from the newest reviews."""

    def __init__(self, minutes: float) -> None:
        self._minutes = minutes
        self._newest: deque[StudiedDay] = deque()

    @property
    def times(self) -> CardTimes:
        """How long cards took on the last days."""
        studied = StudiedCards(
            sum(one.new_cards for one in self._newest),
            sum(one.new_seconds for one in self._newest),
            sum(one.reviews for one in self._newest),
            sum(one.review_seconds for one in self._newest),
        )
        return estimate_times(studied)

    def limits(self, day: int, due_count: int) -> DayLimits:  # noqa: ARG002
        return plan_day(self._minutes, due_count, self.times)

    def finish_day(self, day: int, studied: StudiedDay) -> None:  # noqa: ARG002
        self._newest.append(studied)
        while sum(one.reviews + one.new_cards for one in self._newest) > RECENT_REVIEWS:
            self._newest.popleft()


class FittingPlan(DailyPlan):
    """Another plan, and parameters that are fitted now and then."""

    def __init__(self, scheduling: FsrsScheduling, plan: DailyPlan) -> None:
        self._scheduling, self._plan = scheduling, plan

    def limits(self, day: int, due_count: int) -> DayLimits:
        return self._plan.limits(day, due_count)

    def finish_day(self, day: int, studied: StudiedDay) -> None:
        self._plan.finish_day(day, studied)
        if day in _FITTED_ON_DAYS:
            self._scheduling.fit()

    def move_cards(self, day: int) -> Mapping[int, int]:
        return self._plan.move_cards(day)

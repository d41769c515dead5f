"""What a simulation begins with, and the days that it results in."""

from collections.abc import Sequence
from typing import NamedTuple

from studyapp.core.options.study_options import ReviewOrder
from studyapp.core.study.next_due import StepMinutes
from studyapp.core.study.scheduler import Memory, Scheduler
from studyapp.core.workload.habits import DEFAULT_HABITS, Habits


class SimulatedCard(NamedTuple):
    """A card that was studied before, with study days."""

    memory: Memory
    last_review_day: int
    due_day: int


class SimulatedStudy(NamedTuple):
    """The cards and the learner that are simulated.

    `new_cards` are introduced as the limits of a day allow. On `days_off`, nothing is studied. The learner remembers as `learner`
    says, if given, otherwise as `scheduler` expects.
    """

    scheduler: Scheduler
    cards: Sequence[SimulatedCard] = ()
    new_cards: int = 0
    habits: Habits = DEFAULT_HABITS
    steps: StepMinutes = StepMinutes()
    review_order: ReviewOrder = ReviewOrder.MOST_OVERDUE
    days_off: frozenset[int] = frozenset()
    learner: Scheduler | None = None


class SimulatedDay(NamedTuple):
    """What happened on a study day.

    `reviews` are the due cards that were studied, `waiting` those that were left. `new_seconds` is the time for new cards,
    `review_seconds` that for due cards, both with their steps. `remembered` is the expected number of cards that would be
    recalled at the end of the day.
    """

    day: int
    new_cards: int
    reviews: int
    new_seconds: float
    review_seconds: float
    waiting: int
    remembered: float

    @property
    def minutes(self) -> float:
        """The minutes of study."""
        return (self.new_seconds + self.review_seconds) / 60


class DayStart(NamedTuple):
    """What is known when a study day begins: how many cards are due, how many become due on each of the next days, tomorrow
    first, how many new cards are left, and the days before, as far as they were simulated."""

    day: int
    due: int
    due_later: Sequence[int]
    new_cards: int
    past: Sequence[SimulatedDay]

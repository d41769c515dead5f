"""What share of the cards of an exam will be recalled on its day.

Each card is followed until the exam, once or several times, with reviews when it is due. Whether it is recalled at a review is
drawn with its retrievability.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from studyapp.core.exam_plan.exam import NewCardPace
from studyapp.core.study.exam_days import ExamDays
from studyapp.core.study.fuzz import round_half_up
from studyapp.core.study.rating import Rating
from studyapp.core.study.scheduler import Memory, Scheduler

_MIN_RUNS, _MAX_CARDS = 2000, 3000
"""How many runs make the sampling error of the mean small, and how many cards are followed at most."""

_MODEL_ERROR = 0.02
"""Standard deviation of the mean of the predictions from the truth, because no learner remembers quite as the model says."""

_DEVIATIONS = 1.645
"""Standard deviations of an interval that the result falls into in 9 of 10 cases."""

_FIRST_RATINGS = ((Rating.AGAIN, 0.25), (Rating.GOOD, 0.75))
"""How new cards are rated first, and how likely. A card rated Again is learned on the same day."""


class ExamCard(NamedTuple):
    """A card that was studied: its memory after its last review, the day of that, and the day on which it is due."""

    memory: Memory
    last_day: int
    due_day: int


class ExamForecast(NamedTuple):
    """The expected share of the cards that are recalled, and the interval that it falls into in 9 of 10 cases."""

    expected: float
    low: float
    high: float


def forecast_exam(
    exam: ExamDays,
    today: int,
    cards: Sequence[ExamCard],
    new_cards: int,
    pace: NewCardPace,
    scheduler: Scheduler,
    random_number: Callable[[], float],
) -> ExamForecast | None:
    """Return the forecast if the learner keeps to the pace and reviews what is due; None without cards.

    `random_number` returns numbers from 0 up to 1.
    """
    total = len(cards) + new_cards
    if not total:
        return None
    step = math.ceil(total / _MAX_CARDS)
    runs = max(1, math.ceil(_MIN_RUNS / total))
    learner = _Learner(exam, today, scheduler, random_number)
    mean = 0.0
    followed = range(0, total, step)
    variance = 0.0
    days = list(_introduction_days(new_cards, pace, today))
    for index in followed:
        recalled = 0.0
        for _ in range(runs):
            if index < len(cards):
                recalled += learner.recall_of(cards[index])
            else:
                recalled += learner.recall_of_new_card(days[index - len(cards)])
        share = recalled / runs
        mean += share / len(followed)
        variance += share * (1 - share) / len(followed) / total
    return ExamForecast(mean, *_interval_around(mean, math.sqrt(variance + _MODEL_ERROR**2)))


def _interval_around(mean: float, deviation: float) -> tuple[float, float]:
    """Return the interval on the scale of log odds, where it stays between 0 and 1 and is not symmetric."""
    share = min(max(mean, 1e-3), 1 - 1e-3)
    log_odds = math.log(share / (1 - share))
    margin = _DEVIATIONS * deviation / (share * (1 - share))
    low, high = (
        1 / (1 + math.exp(-max(-50.0, min(log_odds + change, 50.0)))) for change in (-margin, margin)
    )
    return min(low, mean), max(high, mean)


def _introduction_days(new_cards: int, pace: NewCardPace, today: int) -> Iterator[int | None]:
    """Yield the day on which each of the new cards is introduced; None for those that are left."""
    for number in range(new_cards):
        day = today
        if number >= pace.today:
            first = pace.paused_until or today + 1
            day = first + (number - pace.today) // pace.per_day if pace.per_day else pace.last_day + 1
        yield day if day <= pace.last_day else None


class _Learner:
    """Follows cards until the exam."""

    def __init__(
        self, exam: ExamDays, today: int, scheduler: Scheduler, random_number: Callable[[], float]
    ) -> None:
        self._exam, self._today, self._scheduler = exam, today, scheduler
        self._random_number = random_number
        self._recall = scheduler.recall_function()

    def recall_of(self, card: ExamCard) -> float:
        """Return the probability of recall in the exam after a run of reviews."""
        memory, last_day, due_day = card
        due_day = max(due_day, self._today)
        while due_day < self._exam.day:
            elapsed = due_day - last_day
            is_recalled = self._random_number() < self._recall(elapsed / memory.stability)
            rating = Rating.GOOD if is_recalled else Rating.AGAIN
            memory, last_day = self._scheduler.memory_after(memory, elapsed, rating), due_day
            if not is_recalled:
                memory = self._scheduler.memory_after(memory, 0, Rating.GOOD)
            due_day = self._next_due_day(memory, last_day)
        return self._recall((self._exam.day - last_day) / memory.stability)

    def recall_of_new_card(self, day: int | None) -> float:
        """Return the same for a card that is introduced on a day; 0 if it is not introduced."""
        if day is None:
            return 0.0
        rating = Rating.AGAIN if self._random_number() < _FIRST_RATINGS[0][1] else Rating.GOOD
        memory = self._scheduler.memory_after(None, 0, rating)
        memory = self._scheduler.memory_after(memory, 0, Rating.GOOD)
        return self.recall_of(ExamCard(memory, day, self._next_due_day(memory, day)))

    def _next_due_day(self, memory: Memory, day: int) -> int:
        relative = self._scheduler.relative_elapsed_until(self._scheduler.desired_retention)
        due_day = day + max(1, round_half_up(memory.stability * relative))
        recall_on_exam = self._recall((self._exam.day - day) / memory.stability)
        last_days = self._exam.days_for_last_review(day, due_day, recall_on_exam)
        return due_day if last_days is None else last_days[int(self._random_number() * len(last_days))]

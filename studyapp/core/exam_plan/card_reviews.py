"""The reviews of single cards before an exam. Whether a card is recalled at a review is drawn with its retrievability."""

from bisect import bisect
from collections.abc import Callable, Set
from itertools import accumulate
from typing import NamedTuple

from studyapp.core.study.exam_days import ExamDays
from studyapp.core.study.fuzz import round_half_up
from studyapp.core.study.rating import Rating
from studyapp.core.study.scheduler import Memory, Scheduler
from studyapp.core.workload.habits import DEFAULT_HABITS

_FIRST_RATINGS = list(accumulate(DEFAULT_HABITS.first_ratings))


class ExamCard(NamedTuple):
    """A card that was studied: its memory after its last review, the day of that, and the day on which it is due."""

    memory: Memory
    last_day: int
    due_day: int


class CardReviews:
    """Draws reviews and schedules the cards after them. `random_number` returns numbers from 0 up to 1."""

    def __init__(
        self,
        exam: ExamDays,
        scheduler: Scheduler,
        random_number: Callable[[], float],
        days_off: Set[int] = frozenset(),
    ) -> None:
        self._exam, self._scheduler, self._random_number = exam, scheduler, random_number
        self._days_off = days_off
        self._recall = scheduler.recall_function()
        self._relative_interval = scheduler.relative_elapsed_until(scheduler.desired_retention)

    def introduce(self, day: int, *, is_for_exam: bool = True) -> ExamCard:
        """Return a new card after it was learned on a day."""
        rating = Rating(1 + bisect(_FIRST_RATINGS, self._random_number() * _FIRST_RATINGS[-1]))
        memory = self._scheduler.memory_after(None, 0, rating)
        if rating is not Rating.EASY:
            memory = self._scheduler.memory_after(memory, 0, Rating.GOOD)
        return ExamCard(memory, day, self._next_due_day(memory, day, is_for_exam=is_for_exam))

    def review(self, card: ExamCard, day: int, *, is_for_exam: bool = True) -> ExamCard:
        """Return the card after a review on a day."""
        elapsed = day - card.last_day
        is_recalled = self._random_number() < self._recall(elapsed / card.memory.stability)
        rating = Rating.GOOD if is_recalled else Rating.AGAIN
        memory = self._scheduler.memory_after(card.memory, elapsed, rating)
        if not is_recalled:
            memory = self._scheduler.memory_after(memory, 0, Rating.GOOD)
        return ExamCard(memory, day, self._next_due_day(memory, day, is_for_exam=is_for_exam))

    def recall_on_exam(self, card: ExamCard) -> float:
        """Return the probability that the card is recalled in the exam without another review."""
        return self._recall((self._exam.day - card.last_day) / card.memory.stability)

    def _next_due_day(self, memory: Memory, day: int, *, is_for_exam: bool) -> int:
        due_day = day + max(1, round_half_up(memory.stability * self._relative_interval))
        if not is_for_exam:
            return due_day
        recall_on_exam = self._recall((self._exam.day - day) / memory.stability)
        last_days = self._exam.days_for_last_review(day, due_day, recall_on_exam)
        if last_days is None:
            return due_day
        open_days = [last_day for last_day in last_days if last_day not in self._days_off] or last_days
        return open_days[int(self._random_number() * len(open_days))]

"""A simulated year of study: a learner, a way to schedule, and how many cards a day."""

import heapq
import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

from benchmarks.learners.learner import MINUTES_A_DAY, Learner
from benchmarks.learners.scheduling import Scheduling
from studyapp.core.study.rating import Rating
from studyapp.core.workload.day_plan import DayLimits

MORNING = 8 / 24
"""Each day's study begins at this part of the day."""

_MAX_STEPS_A_DAY = 12

_FIRST_RATING_WEIGHTS = (0.24, 0.09, 0.50, 0.17)
"""How often the first rating of a card is Again, Hard, Good and Easy: about the default of FSRS's simulator."""

_SUCCESS_WEIGHTS = (0.1, 0.82, 0.08)
"""How often a recalled card is rated Hard, Good and Easy."""

_SECONDS = {Rating.AGAIN: 14.0, Rating.HARD: 11.0, Rating.GOOD: 7.5, Rating.EASY: 5.0}
_NEW_CARD_SECONDS = 20.0


class DailyPlan(Protocol):
    """Decides each day how much is studied, before the first card is shown."""

    def limits(self, day: int, due_count: int) -> DayLimits:
        """Return the limits of a day on which `due_count` cards are due."""

    def finish_day(self, day: int, studied: "StudiedDay") -> None:
        """Take note of what was studied."""

    def move_cards(self, day: int) -> Mapping[int, int]:  # noqa: ARG002
        """Return the cards that are made due on other days before a day begins, with these days."""
        return {}


class StudiedDay(NamedTuple):
    """What a day of study took, and how many cards would be recalled at its end."""

    new_seconds: float
    review_seconds: float
    reviews: int
    new_cards: int
    known: float

    @property
    def minutes(self) -> float:
        """The minutes of study."""
        return (self.new_seconds + self.review_seconds) / 60


class Course(NamedTuple):
    """What is studied: the cards in the order of their file, and which cards each of them builds on."""

    cards: Sequence[int]
    prerequisites: Mapping[int, Sequence[int]]
    waits_for_prerequisites: bool


class Simulation:
    """Runs day after day. Cards that are due longest come first; new cards come after them."""

    def __init__(
        self,
        learner: Learner,
        scheduling: Scheduling,
        plan: DailyPlan,
        course: Course,
        source: random.Random,
        days_off: frozenset[int] = frozenset(),
    ) -> None:
        self._learner, self._scheduling, self._plan = learner, scheduling, plan
        self._course, self._source, self._days_off = course, source, days_off
        self._cards_by_due_day: dict[int, list[int]] = defaultdict(list)
        self._due_day_by_card: dict[int, int] = {}
        self._overdue: list[tuple[int, int]] = []
        self._waiting = list(course.cards)
        self._started: list[int] = []
        self._seconds = 0.0

    def study(self, day: int) -> StudiedDay:
        """Study for a day."""
        for card, due_day in self._plan.move_cards(day).items():
            self._set_due(card, max(day, due_day))
        for card in self._cards_by_due_day.pop(day, ()):
            if self._due_day_by_card[card] == day:
                heapq.heappush(self._overdue, (day, card))
        self._seconds = 0.0
        reviews = new_cards = 0
        review_seconds = 0.0
        if day not in self._days_off:
            limits = self._plan.limits(day, len(self._overdue))
            while self._overdue and reviews < limits.reviews and self._seconds < limits.seconds:
                _, card = heapq.heappop(self._overdue)
                reviews += 1
                self._rate(card, day, self._answer(card, self._now(day)))
            review_seconds = self._seconds
            for card in self._take_new(limits.new_cards):
                if self._seconds >= limits.seconds:
                    self._waiting.insert(0, card)
                    continue
                new_cards += 1
                self._started.append(card)
                self._introduce(card, day)
        evening = day + MORNING + self._seconds / 86_400
        known = sum(self._learner.recall(card, evening) for card in self._started)
        studied = StudiedDay(self._seconds - review_seconds, review_seconds, reviews, new_cards, known)
        self._plan.finish_day(day, studied)
        return studied

    def _take_new(self, count: int) -> list[int]:
        if not self._course.waits_for_prerequisites:
            taken, self._waiting = self._waiting[:count], self._waiting[count:]
            return taken
        taken, started = [], set(self._started)
        for card in self._waiting:
            if len(taken) >= count:
                break
            if all(needed in started for needed in self._course.prerequisites.get(card, ())):
                taken.append(card)
                started.add(card)
        chosen = set(taken)
        self._waiting = [card for card in self._waiting if card not in chosen]
        return taken

    def _introduce(self, card: int, day: int) -> None:
        self._seconds += _NEW_CARD_SECONDS
        rating = self._source.choices(tuple(Rating), _FIRST_RATING_WEIGHTS)[0]
        self._rate(card, day, rating)

    def _now(self, day: int) -> float:
        return day + MORNING + self._seconds / 86_400

    def _answer(self, card: int, at: float) -> Rating:
        if self._source.random() >= self._learner.recall(card, at):
            return Rating.AGAIN
        return self._source.choices((Rating.HARD, Rating.GOOD, Rating.EASY), _SUCCESS_WEIGHTS)[0]

    def _rate(self, card: int, day: int, rating: Rating) -> None:
        """Rate a card, and again in its steps until it is due on another day."""
        at = self._now(day)
        for _ in range(_MAX_STEPS_A_DAY):
            self._seconds += _SECONDS[rating]
            self._learner.review(card, at, rating)
            due = self._scheduling.rate(card, rating, at)
            if due.minutes is None:
                break
            at += due.minutes / MINUTES_A_DAY
            rating = self._answer(card, at)
        self._set_due(card, day + 1 if due.day is None else max(day + 1, due.day))

    def _set_due(self, card: int, day: int) -> None:
        self._due_day_by_card[card] = day
        self._cards_by_due_day[day].append(card)

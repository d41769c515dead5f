"""A simulated learner: rates a card at random, until it is not due any more on the same day."""

from bisect import bisect
from collections.abc import Callable, Sequence
from itertools import accumulate

from studyapp.core.statistics.review_facts import ReviewKind
from studyapp.core.study.next_due import minutes_within_steps, separate_intervals
from studyapp.core.study.rating import Rating
from studyapp.core.study.scheduler import Memory
from studyapp.core.workload.simulated_study import SimulatedCard, SimulatedStudy

_MINUTES_OF_DAY = 24 * 60

_INTERDAY_MINUTES = _MINUTES_OF_DAY // 2
"""From here on, a step ends on a later day: sessions are at about the same time each day."""

_MAX_RATINGS_A_DAY = 20
"""A card that is still in its steps is left for the next day then."""

_RATINGS = tuple(Rating)


class CardState:
    """A card during the simulation. `expected` is its memory state for the scheduler, `memory` that of the learner; they are None
    before the first rating. `step` counts the completed steps."""

    __slots__ = ("due_day", "expected", "interval", "kind", "last_day", "memory", "step")

    def __init__(self) -> None:
        self.expected: Memory | None = None
        self.memory: Memory | None = None
        self.last_day = self.due_day = self.interval = self.step = 0
        self.kind = ReviewKind.LEARNING

    @classmethod
    def of_card(cls, card: SimulatedCard) -> "CardState":
        """Return the state of a card that was studied before."""
        state = cls()
        state.expected = state.memory = card.memory
        state.last_day, state.due_day = card.last_review_day, card.due_day
        state.interval = card.due_day - card.last_review_day
        state.kind = ReviewKind.REVIEW
        return state


class SimulatedLearner:
    """Rates cards. `random_number` returns uniform numbers from 0 up to 1."""

    def __init__(self, study: SimulatedStudy, random_number: Callable[[], float]) -> None:
        self._random = random_number
        self._scheduler, self._learner = study.scheduler, study.learner
        self._recall = (study.learner or study.scheduler).recall_function()
        habits, steps = study.habits, study.steps
        self._seconds = habits.seconds
        self._first_ratings = _cumulate(habits.first_ratings)
        self._recalled_ratings = _cumulate(habits.recalled_ratings)
        self._step_ratings = {
            ReviewKind.LEARNING: list(map(_cumulate, habits.learning_ratings)),
            ReviewKind.RELEARNING: list(map(_cumulate, habits.relearning_ratings)),
        }
        self._step_minutes = {
            ReviewKind.LEARNING: _minutes_by_step(steps.learning),
            ReviewKind.REVIEW: [{Rating.AGAIN: steps.relearning[0]} if steps.relearning else {}],
            ReviewKind.RELEARNING: _minutes_by_step(steps.relearning),
        }

    def study(self, card: CardState, day: int) -> float:
        """Study a new or due card until it is due on another day. Returns the seconds that this took."""
        rating = self._first_rating(card, day)
        seconds = 0.0
        for _ in range(_MAX_RATINGS_A_DAY):
            seconds += self._seconds[card.kind][rating - 1]
            self._apply(card, day, rating)
            if card.due_day > day:
                return seconds
            rating = self._draw(self._step_ratings[card.kind][min(rating, Rating.GOOD) - 1])
        card.due_day = day + 1
        return seconds

    def _first_rating(self, card: CardState, day: int) -> Rating:
        """Return the first rating of the day."""
        if card.memory is None:
            return self._draw(self._first_ratings)
        if card.kind is not ReviewKind.REVIEW:
            return self._draw(self._step_ratings[card.kind][Rating.GOOD - 1])
        if self._random() >= self._recall((day - card.last_day) / card.memory.stability):
            return Rating.AGAIN
        return self._draw(self._recalled_ratings, Rating.HARD)

    def _draw(self, limits: Sequence[float], first: Rating = Rating.AGAIN) -> Rating:
        """Return a random rating. `limits` are the cumulative probabilities of those from `first` on."""
        index = bisect(limits, self._random() * limits[-1])
        return _RATINGS[first - 1 + min(index, len(limits) - 1)]

    def _apply(self, card: CardState, day: int, rating: Rating) -> None:
        """Change the memory of a card by a rating, and find when it is due."""
        steps = self._step_minutes[card.kind]
        minutes = steps[min(card.step, len(steps) - 1)].get(rating)
        elapsed = 0 if card.expected is None else day - card.last_day
        if minutes is None:
            card.due_day = day + self._draw_interval(card, elapsed, rating)
        else:
            card.due_day = (
                day if minutes < _INTERDAY_MINUTES else day + max(1, round(minutes / _MINUTES_OF_DAY))
            )
        expected = self._scheduler.memory_after(card.expected, elapsed, rating)
        card.memory = (
            expected if self._learner is None else self._learner.memory_after(card.memory, elapsed, rating)
        )
        card.expected, card.last_day = expected, day
        if minutes is None:
            card.kind, card.step, card.interval = ReviewKind.REVIEW, 0, card.due_day - day
            return
        if card.kind is ReviewKind.REVIEW:
            card.kind = ReviewKind.RELEARNING
        if rating is Rating.AGAIN:
            card.step = 0
        elif rating is Rating.GOOD:
            card.step += 1

    def _draw_interval(self, card: CardState, elapsed: int, rating: Rating) -> int:
        intervals = self._scheduler.intervals(card.expected, elapsed)
        is_in_review = card.kind is ReviewKind.REVIEW
        # Those of higher ratings don't matter, and those below only raise the minimum.
        lower = {one: intervals[one] for one in _RATINGS[min(rating, Rating.HARD) - 1 : rating]}
        return separate_intervals(
            lower, card.interval if is_in_review else None, self._random(), is_in_review=is_in_review
        )[rating]


def _cumulate(probabilities: Sequence[float]) -> list[float]:
    return list(accumulate(probabilities))


def _minutes_by_step(steps: tuple[float, ...]) -> list[dict[Rating, float]]:
    return [minutes_within_steps(steps, step) for step in range(max(1, len(steps)))]

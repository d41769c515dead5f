"""FSRS-6: how a rating changes the memory state, and the interval until the desired retention is reached.

Fuzz and due dates are added by `core/study/next_due.py`.

The model is the engine of Anki (`fsrs-rs-python`), so the same history gives the same memory state. Only this module and
`core/optimization` import it.
"""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from fsrs_rs_python import DEFAULT_PARAMETERS, FSRS, FSRSItem, FSRSReview, MemoryState, NextStates

from studyapp.core.options.study_options import StudyOptions
from studyapp.core.study.rating import Rating


@dataclass(frozen=True, slots=True)
class Memory:
    """The memory state: stability in days (until retrievability falls to 90 %) and difficulty from 1 to 10."""

    stability: float
    difficulty: float


@dataclass(frozen=True)
class Scheduler:
    """FSRS with its 21 parameters and the desired retention.

    `desired_retention` is the retrievability at which a card becomes due, between 0 and 1.
    """

    parameters: tuple[float, ...] = tuple(DEFAULT_PARAMETERS)
    desired_retention: float = 0.9

    @cached_property
    def _model(self) -> FSRS:
        return FSRS(list(self.parameters))

    def for_options(self, options: StudyOptions) -> "Scheduler":
        """Return the scheduler with these parameters for a deck with these options."""
        return replace(self, desired_retention=options.desired_retention_percent / 100)

    def intervals(self, memory: Memory | None, elapsed_days: int) -> dict[Rating, float]:
        """Return, for each rating, the unrounded days from then until the desired retention is reached. `memory` is None before
        the first review."""
        states = self._calculate(memory, elapsed_days)
        return {
            Rating.AGAIN: states.again.interval,
            Rating.HARD: states.hard.interval,
            Rating.GOOD: states.good.interval,
            Rating.EASY: states.easy.interval,
        }

    def memory_after(self, memory: Memory | None, elapsed_days: int, rating: Rating) -> Memory:
        """Return the memory state after a rating."""
        states = self._calculate(memory, elapsed_days)
        match rating:
            case Rating.AGAIN:
                state = states.again
            case Rating.HARD:
                state = states.hard
            case Rating.GOOD:
                state = states.good
            case Rating.EASY:
                state = states.easy
        return Memory(state.memory.stability, state.memory.difficulty)

    def _calculate(self, memory: Memory | None, elapsed_days: int) -> NextStates:
        memory_state = None if memory is None else MemoryState(memory.stability, memory.difficulty)
        return self._model.next_states(memory_state, self.desired_retention, elapsed_days)

    def memory_after_reviews(self, reviews: Iterable[tuple[Rating, int]]) -> Memory:
        """Return the memory state of a new card after all of these reviews, at least one, given by their rating and the days
        since the review before. The same as with `memory_after`, in a fraction of the time."""
        history = FSRSItem([FSRSReview(rating, days) for rating, days in reviews])
        state = self._model.memory_state(history)
        return Memory(state.stability, state.difficulty)

    def stabilities_after(self, reviews: Iterable[tuple[Rating, int]]) -> list[float]:
        """Return the stability of a new card after each of these reviews, given by their rating and the days since the review
        before. The same as with `memory_after`, in a fraction of the time."""
        history = FSRSItem([FSRSReview(rating, days) for rating, days in reviews])
        return [state.stability for state in self._model.historical_memory_states(history)]

    def difficulties_after(self, ratings: Iterable[Rating]) -> list[float]:
        """Return the difficulty of a new card after each of these ratings. It doesn't depend on the days between them. The
        same as with `memory_after`, in a fraction of the time."""
        history = FSRSItem([FSRSReview(rating, 0) for rating in ratings])
        return [state.difficulty for state in self._model.historical_memory_states(history)]

    def retrievability(self, memory: Memory, elapsed_days: float) -> float:
        """Return the probability of recall after these days, by the FSRS-6 forgetting curve, whose decay is parameter
        20."""
        return self.recall_function()(max(0.0, elapsed_days) / memory.stability)

    def recall_at(self, elapsed_days: float, interval: float) -> float:
        """Return the probability of recall after these days, for a card with this unrounded interval."""
        stability = interval / self.relative_elapsed_until(self.desired_retention)
        return self.recall_function()(max(0.0, elapsed_days) / stability)

    def recall_function(self) -> Callable[[float], float]:
        """Return the function that gives the probability of recall after a number of days, in multiples of the stability."""
        decay = -self.parameters[20]
        factor = math.pow(0.9, 1 / decay) - 1
        return lambda stabilities: math.pow(1 + factor * stabilities, decay)

    def recalls_after(self, elapsed: Iterable[float]) -> list[float]:
        """Return the probabilities of recall after numbers of days, each in multiples of its card's stability. The same as with
        `recall_function`, in half the time."""
        decay = -self.parameters[20]
        factor = math.pow(0.9, 1 / decay) - 1
        power = math.pow
        return [power(1 + factor * stabilities, decay) for stabilities in elapsed]

    def relative_elapsed_until(self, retrievability: float) -> float:
        """Return the days divided by the stability after which the probability of recall is `retrievability`: the inverse
        of `retrievability`. Negative above 1, infinite for 0 and below."""
        if retrievability <= 0:
            return math.inf
        decay = -self.parameters[20]
        factor = math.pow(0.9, 1 / decay) - 1
        return (math.pow(retrievability, 1 / decay) - 1) / factor

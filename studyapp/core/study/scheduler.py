"""FSRS-6: how a rating changes the memory state, and when to review next.

The model is the engine of Anki (`fsrs-rs-python`), so the same history gives the same memory state. This is the only
module that imports it.
"""

import math
from dataclasses import dataclass
from functools import cached_property

from fsrs_rs_python import DEFAULT_PARAMETERS, FSRS, MemoryState

from studyapp.core.study.journal import Rating
from studyapp.core.study.study_options import StudyOptions

MAX_INTERVAL_DAYS = 36_500
"""A hundred years, as in Anki."""

_FUZZ_RANGES = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.10), (20.0, math.inf, 0.05))
"""Start and end of a range in days, and the share of it by which an interval may vary. The values are Anki's."""


@dataclass(frozen=True, slots=True)
class Memory:
    """The memory state: stability in days (until retrievability falls to 90 %) and difficulty from 1 to 10."""

    stability: float
    difficulty: float


@dataclass(frozen=True, slots=True)
class NextState:
    """The memory state after a rating, and the unrounded days until the desired retention is reached."""

    memory: Memory
    interval: float


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

    def next_states(self, memory: Memory | None, elapsed_days: int) -> dict[Rating, NextState]:
        """Return the next state for each rating. `memory` is None before the first review."""
        memory_state = None if memory is None else MemoryState(memory.stability, memory.difficulty)
        states = self._model.next_states(memory_state, self.desired_retention, elapsed_days)
        states_by_rating = zip(Rating, (states.again, states.hard, states.good, states.easy), strict=True)
        return {
            rating: NextState(Memory(state.memory.stability, state.memory.difficulty), state.interval)
            for rating, state in states_by_rating
        }

    def memory_after(self, memory: Memory | None, elapsed_days: int, rating: Rating) -> Memory:
        """Return the memory state after a rating."""
        return self.next_states(memory, elapsed_days)[rating].memory

    def retrievability(self, memory: Memory, elapsed_days: float) -> float:
        """Return the probability of recall after these days, by the FSRS-6 forgetting curve, whose decay is parameter
        20."""
        decay = -self.parameters[20]
        factor = math.pow(0.9, 1 / decay) - 1
        return math.pow(1 + factor * max(0.0, elapsed_days) / memory.stability, decay)


def scheduler_for(options: StudyOptions) -> Scheduler:
    """Return the scheduler for a deck with these options."""
    return Scheduler(desired_retention=options.desired_retention_percent / 100)


def fuzz_bounds(interval: float) -> tuple[int, int]:
    """Return the shortest and the longest interval in days that fuzz may give for an interval."""
    if interval < _FUZZ_RANGES[0][0]:
        days = round_half_up(interval)
        return days, days
    delta = 1.0 + sum(share * max(0.0, min(interval, end) - start) for start, end, share in _FUZZ_RANGES)
    return round_half_up(interval - delta), round_half_up(interval + delta)


def fuzz_interval(interval: float, fuzz_factor: float | None, minimum: int = 1) -> int:
    """Return the interval in whole days, varied within its fuzz bounds by `fuzz_factor` (from 0 up to 1) so that
    cards learned together don't stay together. None disables fuzz. The result is at least `minimum` and at most
    `MAX_INTERVAL_DAYS`."""
    if fuzz_factor is None:
        return _clamp_interval(round_half_up(interval), minimum)
    shortest, longest = (_clamp_interval(days, minimum) for days in fuzz_bounds(interval))
    if longest == shortest and 2 < longest < MAX_INTERVAL_DAYS:
        longest += 1
    return shortest + math.floor(fuzz_factor * (longest - shortest + 1))


def _clamp_interval(days: int, minimum: int) -> int:
    return min(max(days, minimum), MAX_INTERVAL_DAYS)


def round_half_up(number: float) -> int:
    """Round to the nearest whole number, halves up as in Anki. Python's `round` rounds halves to even."""
    return math.floor(number + 0.5)

"""FSRS-6: how a memory changes with a rating, and when to ask again.

The memory model is the engine inside Anki (`fsrs-rs-python`), so the same history gives the same
memory. This is the only module that imports it.
"""

import math
from dataclasses import dataclass
from functools import cached_property

from fsrs_rs_python import DEFAULT_PARAMETERS, FSRS, MemoryState

from studyapp.core.study.journal import Rating
from studyapp.core.study.study_options import StudyOptions

MAX_INTERVAL_DAYS = 36_500
"""Days: a hundred years, as in Anki."""

_FUZZ_RANGES = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.10), (20.0, math.inf, 0.05))
"""From, to (days) and the share of that stretch by which an interval may vary; Anki's figures."""


@dataclass(frozen=True, slots=True)
class Memory:
    """Stability in days (until recall falls to 90 %) and difficulty from 1 to 10."""

    stability: float
    difficulty: float


@dataclass(frozen=True)
class Scheduler:
    """FSRS with its 21 parameters and the recall it aims at.

    `desired_retention` is the probability of recall at which a card comes due, between 0 and 1.
    """

    parameters: tuple[float, ...] = tuple(DEFAULT_PARAMETERS)
    desired_retention: float = 0.9

    @cached_property
    def _model(self) -> FSRS:
        return FSRS(list(self.parameters))

    def next_states(self, memory: Memory | None, elapsed_days: int) -> dict[Rating, tuple[Memory, float]]:
        """For each rating the memory after it and the interval in days, unrounded, until the desired
        retention is reached."""
        before = None if memory is None else MemoryState(memory.stability, memory.difficulty)
        states = self._model.next_states(before, self.desired_retention, elapsed_days)
        by_rating = zip(Rating, (states.again, states.hard, states.good, states.easy), strict=True)
        return {
            rating: (Memory(state.memory.stability, state.memory.difficulty), state.interval)
            for rating, state in by_rating
        }

    def memory_after(self, memory: Memory | None, elapsed_days: int, rating: Rating) -> Memory:
        """The memory after one rating."""
        return self.next_states(memory, elapsed_days)[rating][0]

    def retrievability(self, memory: Memory, elapsed_days: float) -> float:
        """The probability of recall now, by the FSRS-6 forgetting curve with its decay (parameter 20)."""
        decay = -self.parameters[20]
        factor = math.pow(0.9, 1 / decay) - 1
        return math.pow(1 + factor * max(0.0, elapsed_days) / memory.stability, decay)


def scheduler_for(options: StudyOptions) -> Scheduler:
    """The scheduler for a deck with these options."""
    return Scheduler(desired_retention=options.desired_retention_percent / 100)


def fuzz_bounds(interval: float) -> tuple[int, int]:
    """The shortest and longest interval in days that may stand for `interval`."""
    if interval < _FUZZ_RANGES[0][0]:
        exact = round_half_up(interval)
        return exact, exact
    spread = 1.0 + sum(share * max(0.0, min(interval, end) - start) for start, end, share in _FUZZ_RANGES)
    return round_half_up(interval - spread), round_half_up(interval + spread)


def fuzz_interval(interval: float, fuzz_factor: float | None, minimum: int = 1) -> int:
    """An interval as whole days, spread by `luck` (0 up to 1) within its fuzz bounds so that cards
    learned together part ways; with None unspread. Never under `at_least` or over the longest."""
    if fuzz_factor is None:
        return _clamp_interval(round_half_up(interval), minimum)
    lowest, highest = (_clamp_interval(days, minimum) for days in fuzz_bounds(interval))
    if highest == lowest and 2 < highest < MAX_INTERVAL_DAYS:
        highest += 1
    return lowest + math.floor(fuzz_factor * (highest - lowest + 1))


def _clamp_interval(days: int, minimum: int) -> int:
    return min(max(days, minimum), MAX_INTERVAL_DAYS)


def round_half_up(number: float) -> int:
    """To the nearest whole number, a half away from zero as in Anki (Python rounds it to even)."""
    return math.floor(number + 0.5)

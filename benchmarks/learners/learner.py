"""Memories of simulated learners. None of them knows what the scheduler assumes, and most of them work differently."""

import math
import random
from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

from studyapp.core.study.rating import Rating
from studyapp.core.study.scheduler import Memory, Scheduler

MINUTES_A_DAY = 24 * 60


class Learner(Protocol):
    """A memory of numbered cards. Times are in days, with fractions."""

    def recall(self, card: int, at: float) -> float:
        """Return the probability that the card is recalled; 0 if it was never studied."""

    def review(self, card: int, at: float, rating: Rating) -> None:
        """Change the memory of a card by a review."""


class _FsrsTrace(NamedTuple):
    memory: Memory
    at: float


class FsrsLearner:
    """Forgets as FSRS says, with parameters of their own. Some cards are easier than others: `spread` is the standard deviation
    of the logarithm of a factor by which the stability of each card differs."""

    def __init__(self, parameters: Sequence[float], spread: float, source: random.Random) -> None:
        self._model = Scheduler(tuple(parameters))
        self._spread, self._source = spread, source
        self._traces: dict[int, _FsrsTrace] = {}
        self._factors: dict[int, float] = {}

    def recall(self, card: int, at: float) -> float:
        trace = self._traces.get(card)
        if trace is None:
            return 0.0
        memory = Memory(trace.memory.stability * self._factors[card], trace.memory.difficulty)
        return self._model.retrievability(memory, at - trace.at)

    def review(self, card: int, at: float, rating: Rating) -> None:
        trace = self._traces.get(card)
        self._factors.setdefault(card, math.exp(self._source.gauss(0.0, self._spread)))
        elapsed = 0 if trace is None else math.floor(at) - math.floor(trace.at)
        memory = self._model.memory_after(trace.memory if trace else None, elapsed, rating)
        self._traces[card] = _FsrsTrace(memory, at)


class _TwoTraces(NamedTuple):
    """A fast trace, which every review restores, and a slow one, which grows if the fast one had faded before a success."""

    fast_days: float
    slow_days: float
    slow_share: float
    at: float


class TwoTraceLearner:
    """Has two traces of each card, which fade at different speeds; their mixture is not a curve of FSRS."""

    def __init__(self, source: random.Random) -> None:
        self._source = source
        self._traces: dict[int, _TwoTraces] = {}

    def recall(self, card: int, at: float) -> float:
        traces = self._traces.get(card)
        if traces is None:
            return 0.0
        days = max(0.0, at - traces.at)
        fast = math.exp(-days / traces.fast_days)
        slow = 1 / (1 + days / traces.slow_days)
        return (1 - traces.slow_share) * fast + traces.slow_share * slow

    def review(self, card: int, at: float, rating: Rating) -> None:
        traces = self._traces.get(card)
        if traces is None:
            first = {Rating.AGAIN: 0.25, Rating.HARD: 0.4, Rating.GOOD: 0.55, Rating.EASY: 0.75}[rating]
            ability = math.exp(self._source.gauss(0.0, 0.5))
            self._traces[card] = _TwoTraces(3 * ability, 30 * ability, first, at)
            return
        faded = 1 - math.exp(-max(0.0, at - traces.at) / traces.fast_days)
        if rating is Rating.AGAIN:
            changed = traces._replace(
                slow_days=max(2.0, traces.slow_days * 0.5), slow_share=traces.slow_share * 0.8
            )
        else:
            strength = {Rating.HARD: 0.6, Rating.GOOD: 1.0, Rating.EASY: 1.4}[rating]
            changed = traces._replace(
                fast_days=traces.fast_days * (1 + 0.3 * faded * strength),
                slow_days=traces.slow_days * (1 + 4 * faded * strength * (1 - self.recall(card, at)) ** 0.5),
                slow_share=traces.slow_share + (1 - traces.slow_share) * 0.5 * faded * strength,
            )
        self._traces[card] = changed._replace(at=at)


class PrerequisiteLearner:
    """Recalls a card less well while its prerequisites are not known: its recall is multiplied by 1 minus `effect` times the
    share of the prerequisites that are not recalled. With an effect of 0, prerequisites don't matter."""

    def __init__(self, inner: Learner, prerequisites: Mapping[int, Sequence[int]], effect: float) -> None:
        self._inner, self._prerequisites, self._effect = inner, prerequisites, effect

    def recall(self, card: int, at: float) -> float:
        recall = self._inner.recall(card, at)
        needed = self._prerequisites.get(card, ())
        if not needed or not recall:
            return recall
        missing = 1 - sum(self._inner.recall(one, at) for one in needed) / len(needed)
        return recall * (1 - self._effect * missing)

    def review(self, card: int, at: float, rating: Rating) -> None:
        self._inner.review(card, at, rating)

"""The state of cards now: their numbers, intervals and memory, and when they are due."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from studyapp.core.statistics.review_facts import MATURE_DAYS


class CardCounts(NamedTuple):
    """How many cards are in each state. Suspended cards and those buried today count as that only."""

    new: int = 0
    learning: int = 0
    relearning: int = 0
    young: int = 0
    mature: int = 0
    suspended: int = 0
    buried: int = 0

    @property
    def total(self) -> int:
        """All cards."""
        return sum(self)


class MemoryValues(NamedTuple):
    """The memory of cards, each list in the same order of cards. `days` are the study days since the last review."""

    stabilities: Sequence[float] = ()
    difficulties: Sequence[float] = ()
    days: Sequence[int] = ()


class Quantiles(NamedTuple):
    """Values below which a tenth, a quarter, half, three quarters and nine tenths of the cards are."""

    tenth: float
    quarter: float
    median: float
    three_quarters: float
    nine_tenths: float


_SHARES = (0.1, 0.25, 0.5, 0.75, 0.9)


class Distribution(NamedTuple):
    """How values are distributed. `counts` has the number of cards by the lower bound of their bin. `quantiles` and `mean`
    are None without cards."""

    counts: Mapping[int, int]
    quantiles: Quantiles | None
    mean: float | None


def find_quantiles(values: Iterable[float]) -> Quantiles | None:
    """Return the quantiles, interpolated between neighbors; None without values."""
    ordered = sorted(values)
    if not ordered:
        return None
    return Quantiles(*(_value_at(ordered, share * (len(ordered) - 1)) for share in _SHARES))


def _value_at(ordered: Sequence[float], place: float) -> float:
    below, above = ordered[math.floor(place)], ordered[math.ceil(place)]
    return below + (above - below) * (place - math.floor(place))


def distribute(values: Sequence[float], bin_of: Callable[[float], int]) -> Distribution:
    """Return the distribution of values, where `bin_of` returns the lower bound of the bin of a value."""
    mean = math.fsum(values) / len(values) if values else None
    return Distribution(Counter(map(bin_of, values)), find_quantiles(values), mean)


def percent_bin(share: float) -> int:
    """Return the bin of a share from 0 to 1, in steps of 5 %: 0, 5, … 95. A share of 1 belongs to the last bin."""
    return min(95, int(share * 20) * 5)


def difficulty_share(difficulty: float) -> float:
    """Return a difficulty from 1 to 10 as a share from 0 to 1, as Anki shows it."""
    return (difficulty - 1) / 9


def is_mature(interval_days: int) -> bool:
    """Return whether a card in review with this interval is mature."""
    return interval_days >= MATURE_DAYS

"""The state of cards now: their numbers, intervals and memory, and when they are due."""

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum
from itertools import accumulate
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


class CardState(Enum):
    """The phase of a card."""

    NEW = "new"
    LEARNING = "learning"
    REVIEW = "review"
    RELEARNING = "relearning"


class StateCount(NamedTuple):
    """How many cards are alike. The due day is 0 except in review."""

    state: CardState
    is_suspended: bool
    is_buried: bool
    due_day: int
    cards: int


class IntervalCount(NamedTuple):
    """How many cards in review have an interval, in days. Cards that are suspended, or buried today, aren't active."""

    is_active: bool
    interval: int
    cards: int


def count_cards(states: Iterable[StateCount], intervals: Iterable[IntervalCount]) -> CardCounts:
    """Return how many cards are in each state."""
    by_name = dict.fromkeys(CardCounts._fields, 0)
    for state in states:
        if state.is_suspended:
            by_name["suspended"] += state.cards
        elif state.is_buried:
            by_name["buried"] += state.cards
        elif state.state is not CardState.REVIEW:
            by_name[state.state.value] += state.cards
    for one in intervals:
        if one.is_active:
            by_name["mature" if one.interval >= MATURE_DAYS else "young"] += one.cards
    return CardCounts(**by_name)


def count_due(states: Iterable[StateCount], today: int) -> Counter[int]:
    """Return how many cards in review are due on each study day, without suspended cards and those that are buried
    today."""
    due: Counter[int] = Counter()
    for one in states:
        is_waiting = not one.is_suspended and not (one.is_buried and one.due_day <= today)
        if one.state is CardState.REVIEW and is_waiting:
            due[one.due_day] += one.cards
    return due


def count_intervals(states: Iterable[StateCount], intervals: Iterable[IntervalCount]) -> dict[int, int]:
    """Return how many cards in review or relearning have each interval in days. That of relearning is 1, as in exported
    packages."""
    counts: Counter[int] = Counter()
    for one in intervals:
        counts[one.interval] += one.cards
    counts[1] += sum(one.cards for one in states if one.state is CardState.RELEARNING)
    return +counts


class Memories(NamedTuple):
    """The memory of reviewed cards, each list in the same order of cards. `elapsed` are the study days since the last review,
    in multiples of the stability. `first_days` are the study days of the first reviews."""

    stabilities: Sequence[float]
    difficulties: Sequence[float]
    elapsed: Sequence[float]
    first_days: Sequence[int]


class StudiedCards(NamedTuple):
    """Cards that were first studied at the same time: how many there are, and how many of these would be recalled now (the
    sum of their probabilities)."""

    cards: int = 0
    recalled: float = 0

    @property
    def share(self) -> float | None:
        """The share that would be recalled; None without cards."""
        return self.recalled / self.cards if self.cards else None


def sum_studied(groups: Iterable[StudiedCards]) -> StudiedCards:
    """Return the cards of all groups together."""
    together = list(groups)
    return StudiedCards(sum(one.cards for one in together), sum(one.recalled for one in together))


def group_by_first_day(first_days: Sequence[int], recalls: Sequence[float]) -> dict[int, StudiedCards]:
    """Return the cards first studied on each study day, given that day and the probability of recall of each card."""
    cards = Counter(first_days)
    recalled = dict.fromkeys(cards, 0.0)
    for day, recall in zip(first_days, recalls, strict=True):
        recalled[day] += recall
    return {day: StudiedCards(count, recalled[day]) for day, count in cards.items()}


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


def quantiles_of_counts(counts: Mapping[int, int]) -> Quantiles | None:
    """Return the quantiles of values of which each occurs so often; None without values."""
    values = sorted(counts)
    ends = list(accumulate(counts[value] for value in values))
    return _find_quantiles(ends[-1] if ends else 0, lambda place: values[bisect_right(ends, place)])


def _find_quantiles(count: int, value_of: Callable[[int], float]) -> Quantiles | None:
    """Return the quantiles, interpolated between neighbors; None without values. `value_of` returns the value at a place in
    ascending order."""
    if not count:
        return None
    return Quantiles(*(_value_at(value_of, share * (count - 1)) for share in _SHARES))


def _value_at(value_of: Callable[[int], float], place: float) -> float:
    below, above = value_of(math.floor(place)), value_of(math.ceil(place))
    return below + (above - below) * (place - math.floor(place))


def distribute_shares(shares: Iterable[float]) -> Distribution:
    """Return the distribution of shares from 0 to 1, with the bins of `percent_bin`."""
    ordered = sorted(shares)
    counts, place = {}, 0
    while place < len(ordered):  # there are few bins, so their ends are searched for
        lower_bound = percent_bin(ordered[place])
        end = bisect_right(ordered, lower_bound, place, key=percent_bin)
        counts[lower_bound] = end - place
        place = end
    return _distribution(ordered, counts)


def distribute_days(days: Sequence[float]) -> Distribution:
    """Return the distribution of numbers of days, counted by whole days, rounded as Anki rounds stabilities."""
    # Counted before they are sorted: going through the numbers in the order of memory takes a third of the time.
    return _distribution(sorted(days), Counter([int(one + 0.5) for one in days]))


def _distribution(ordered: Sequence[float], counts: Mapping[int, int]) -> Distribution:
    mean = math.fsum(ordered) / len(ordered) if ordered else None
    return Distribution(counts, _find_quantiles(len(ordered), ordered.__getitem__), mean)


def percent_bin(share: float) -> int:
    """Return the bin of a share from 0 to 1, in steps of 5 %: 0, 5, … 95. A share of 1 belongs to the last bin."""
    return min(95, int(share * 20) * 5)


def difficulty_shares(difficulties: Iterable[float]) -> list[float]:
    """Return difficulties from 1 to 10 as shares from 0 to 1, as Anki shows them."""
    return [(difficulty - 1) / 9 for difficulty in difficulties]

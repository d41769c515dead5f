"""Fuzz: intervals vary a little, so that cards learned together don't stay together.

The fuzz factor depends only on the card and its number of reviews. Without weights, so does the interval. With weights,
`core/study/load_balancing.py` makes days with fewer cards more likely. Applied by `core/study/next_due.py` to the
intervals of `Scheduler`.
"""

import hashlib
import math
from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate

from studyapp.core.cards.card_id import CardId

MAX_INTERVAL_DAYS = 36_500
"""A hundred years, as in Anki."""


_FUZZ_RANGES = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.10), (20.0, math.inf, 0.05))
"""Start and end of each range in days, and the fuzz per day of the interval within it. The values are Anki's."""


def fuzz_bounds(interval: float) -> tuple[int, int]:
    """Return the shortest and the longest interval in days that fuzz may give for an interval."""
    if interval < _FUZZ_RANGES[0][0]:
        days = round_half_up(interval)
        return days, days
    delta = 1.0 + sum(share * max(0.0, min(interval, end) - start) for start, end, share in _FUZZ_RANGES)
    return round_half_up(interval - delta), round_half_up(interval + delta)


WeighDays = Callable[[range], Sequence[float]]
"""Returns how likely each of some days, or of some intervals, is to be chosen, relative to the others."""


def fuzz_interval(
    interval: float, fuzz_factor: float | None, minimum: int = 1, weigh_intervals: WeighDays | None = None
) -> int:
    """Return the interval in whole days, varied within its fuzz bounds by `fuzz_factor` (from 0 up to 1) so that
    cards learned together don't stay together. None disables fuzz. The result is at least `minimum` and at most
    `MAX_INTERVAL_DAYS`. All intervals within the bounds are equally likely unless `weigh_intervals` is given."""
    if fuzz_factor is None:
        return _clamp_interval(round_half_up(interval), minimum)
    shortest, longest = (_clamp_interval(days, minimum) for days in fuzz_bounds(interval))
    if longest == shortest and 2 < longest < MAX_INTERVAL_DAYS:
        longest += 1
    if weigh_intervals is None or longest == shortest:
        return shortest + math.floor(fuzz_factor * (longest - shortest + 1))
    return shortest + choose_by_weight(weigh_intervals(range(shortest, longest + 1)), fuzz_factor)


def choose_by_weight(weights: Sequence[float], fuzz_factor: float) -> int:
    """Return the index of one of the weights, each as likely as its share of their sum. If all are 0, all are equally
    likely."""
    sums = list(accumulate(weights))
    if sums[-1] <= 0:
        return math.floor(fuzz_factor * len(weights))
    return bisect_right(sums, min(fuzz_factor * sums[-1], math.nextafter(sums[-1], 0)))


def _clamp_interval(days: int, minimum: int) -> int:
    return min(max(days, minimum), MAX_INTERVAL_DAYS)


def round_half_up(number: float) -> int:
    """Round to the nearest whole number, halves up as in Anki. Python's `round` rounds halves to even."""
    return math.floor(number + 0.5)


def compute_fuzz_factor(card: CardId, reviews: int) -> float:
    """Return a fuzz factor from 0 (inclusive) to 1 (exclusive). It depends only on the card and its number of
    reviews, so that the interval on the answer button is the one applied, on every device."""
    digest = hashlib.blake2b(f"{card}:{reviews}".encode(), digest_size=6).digest()
    return int.from_bytes(digest, "big") / 2**48

"""Load balancing: within the fuzz bounds of an interval, days with fewer cards due are more likely.

The rating stores the due day that was chosen, so the schedule can be computed again without the numbers of cards.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from typing import NamedTuple

from studyapp.core.options.study_options import DayLoad
from studyapp.core.study.study_day import calendar_date

_LOAD_EXPONENT = 2
"""How much a busy day is avoided. Higher values level the days more."""

_WEIGHT_WITH_SIBLING = 0.01
"""Of a day on which another card of the note is due, compared with other days."""

_SHARE_BY_LOAD = {DayLoad.NORMAL: 1.0, DayLoad.REDUCED: 0.5, DayLoad.MINIMUM: 0.0}

_WEEKDAY_OF_DAY_0 = calendar_date(0).weekday()


class DayShares(NamedTuple):
    """What share of a normal day's cards the study days should have. `easy_days` starts with Monday."""

    easy_days: tuple[DayLoad, ...]
    days_off: Set[int]

    def share_on(self, day: int) -> float:
        """Return the share of a study day, from 0 to 1."""
        return 0.0 if day in self.days_off else _SHARE_BY_LOAD[self.easy_days[(day + _WEEKDAY_OF_DAY_0) % 7]]


def weigh_day(share: float, due_count: int) -> float:
    """Return how likely a day should be chosen, relative to others, if its share is from 0 to 1 and so many cards are due.

    In the long run, the days have cards in proportion to their shares: cards arrive in proportion to the weight.
    """
    return float(share ** (_LOAD_EXPONENT + 1) / (1 + due_count) ** _LOAD_EXPONENT)


def weigh_days_for_card(
    days: range, today: int, weight_by_day: Mapping[int, float], sibling_days: Iterable[int]
) -> Sequence[float]:
    """Return how likely each of these study days after `today` should be chosen for a card, relative to the others.

    `sibling_days` are those on which other cards of the note are due. Shorter intervals are preferred a little: later days
    have fewer cards, because not all of their cards are scheduled yet, and without this, intervals would become longer.
    """
    weights = [weight_by_day[day] / (day - today) for day in days]
    for day in sibling_days:
        if day in days:
            weights[day - days.start] *= _WEIGHT_WITH_SIBLING
    return weights
